"""
The language server: findings as one types, their fixes, and what their rules say.

`server` speaks the protocol and never checks; what takes time is asked of a process of its own
(`worker`), which does what stands in `documents`. The rest is values in, values out.
"""
