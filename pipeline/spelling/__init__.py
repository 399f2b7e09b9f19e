"""Words against a dictionary: which forms are unknown, and what was likely meant."""

from __future__ import annotations

from pipeline.spelling.lexicon import Frequencies, Lexicon
from pipeline.spelling.ranking import suggest

__all__ = ["Frequencies", "Lexicon", "suggest"]
