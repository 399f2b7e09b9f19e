"""Words against a dictionary: which forms are unknown, and what was likely meant."""

from __future__ import annotations

from pipeline.spelling.judge import Judge
from pipeline.spelling.lexicon import Frequencies, Lexicon
from pipeline.spelling.ranking import suggest

__all__ = ["Frequencies", "Judge", "Lexicon", "suggest"]
