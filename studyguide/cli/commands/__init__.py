"""One module a command, named like it: its options, the workflow that it calls, how it prints.

In: options. Out: text and an exit status. Never: imported before it is called.
"""
