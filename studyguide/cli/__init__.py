"""The command line: options parsed, a workflow called, its result printed.

In: words of a shell. Out: text, JSON, an exit status. Never: work of its own.
"""
