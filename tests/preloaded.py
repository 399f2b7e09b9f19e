"""
The dictionaries that tests about spelling ask for, loaded where `mutation.py` collects tests: it is no test.

Every mutant is tried in a process forked from one that has loaded them, else each would load them anew.
Only what is read from files is kept: of the policy nothing has been asked, so that none of its caches is warm.
"""

from __future__ import annotations

import gc

from pipeline import dictionaries

_LOCALES = "en en-GB en-US ar ca de es fr it nl pl pt pt-BR ro ru tr uk".split()

for _lexicon in map(dictionaries.load, _LOCALES):
    if _lexicon is not None:
        # What is made when it is first needed, of the words that are counted.
        _made = (_lexicon.alphabet, _lexicon.trigrams, _lexicon.shelves, _lexicon.plain)
gc.freeze()  # what a process only reads it shares with the one it was forked from
