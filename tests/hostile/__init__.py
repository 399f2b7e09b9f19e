"""
Hostile inputs of our own, as data: by what they enter through, then by name.

Whatever they try ends in `alert(1)`, in `window.__pwned = 1` or in a request to `elsewhere.invalid`.
"""
