"""
What an author lets be: comments and front matter that silence rules, and what came of each.

`<!-- check: ignore RULE: reason -->` in an article, `check: {ignore: [RULE]}` in its front matter,
`# check: ignore RULE: reason` above a message of a catalog. RULE is an id or a group; several are
parted by commas. What is silenced is no finding, and is kept with its reason all the same.
"""

from __future__ import annotations

from pipeline.suppression.apply import Ignore, Split, judge, split
from pipeline.suppression.reading import Suppression, inner, of_article, of_runs, of_version

__all__ = [
    "Ignore",
    "Split",
    "Suppression",
    "inner",
    "judge",
    "of_article",
    "of_runs",
    "of_version",
    "split",
]
