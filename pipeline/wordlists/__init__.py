"""The words that people add to a dictionary: a project's, an article's, and those of other tools."""

from __future__ import annotations

from pipeline.wordlists.article import of_article
from pipeline.wordlists.foreign import read
from pipeline.wordlists.plain import Entry, WordList, parse
from pipeline.wordlists.tidy import tidy

__all__ = ["Entry", "WordList", "of_article", "parse", "read", "tidy"]
