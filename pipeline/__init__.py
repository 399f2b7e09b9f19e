"""Article Pipeline: articles from one language to many, and only good pages out."""

from __future__ import annotations

__version__ = "0.1.0"
