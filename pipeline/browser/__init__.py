"""Pages in a real browser: axe-core, and what only a rendered page shows."""

from __future__ import annotations

from pipeline.browser.chromium import Chromium, Serve, opened
from pipeline.browser.look import Page, look
from pipeline.browser.sample import sample

__all__ = ["Chromium", "Page", "Serve", "look", "opened", "sample"]
