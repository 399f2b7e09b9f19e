"""
`pipeline preview`: the site live on this machine, and beside each page the window of its translator.

`desk` holds the project and answers in plain values; it works in a process of its own, so that a limit
on a job's time holds there and the server always answers. `saving` is the one way into a catalog.
`app` speaks HTTP behind `guard`, `watch` sees what is saved, `news` tells the windows, `serving` runs all.
"""
