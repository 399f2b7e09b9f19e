"""A catalog as a PO file, and back: nothing is lost on the way."""

from __future__ import annotations

from pipeline.po.codec import FILE_LIMIT, doubts, dump, load, spell

__all__ = ["FILE_LIMIT", "doubts", "dump", "load", "spell"]
