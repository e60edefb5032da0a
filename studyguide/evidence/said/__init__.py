"""What an item says, beside what its passage does: what it asks, and where; what it denies; of whom a relative tells.

In: a `Case`. Out: the sentences that answer it, and what parts them from what is asked. Never: a finding.
"""
