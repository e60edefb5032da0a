"""How an item and its passage are built: who does what, in which case, by what comparison, behind which denial.

In: a `Case`. Out: what the passage has the other way, as `Differs`. Never: a finding; where words alone tell
whether they are supported, that is asked in `evidence`.
"""
