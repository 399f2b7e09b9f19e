"""
What former runs gave, so that a run does only what is new.

Two things are kept: the result of each job (`around`), under what it was made of, and what a whole run
said (`replay`), as long as no file has changed. No job and no stage knows of it. The law: with it and
without it, a run gives the same bytes.
"""
