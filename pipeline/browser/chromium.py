"""
The browser: Debian's Chromium or another that is installed, driven by Playwright, off the network.

Pages may come from strangers. They are served from memory under a host that does not exist, nothing
else is answered, and no script of theirs runs.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

HOST = "http://pages.invalid/"
"""Where pages seem to stand: a name that never resolves (RFC 2606)."""

VARIABLE = "PIPELINE_CHROMIUM"
# The one without windows is first: a page costs it half of what it costs those that draw them as well.
_NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)
# Styles may stand in a page; a script may not run. What axe needs is put in past this.
_POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'"
_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
}

Serve = Callable[[str], bytes | None]
"""Gives the file at a path below the host; None, where there is none."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A browser that is open, and axe-core's source for its pages."""

    browser: Browser
    axe: str

    @contextlib.contextmanager
    def page(self, serve: Serve, *, scheme: str = "light", width: int = 1280) -> Iterator[Any]:
        """Give an empty tab, *width* CSS pixels wide, that reaches what *serve* gives and nothing else."""
        context = self.browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 800},
            service_workers="block",
        )
        try:
            context.route("**/*", lambda route: _answer(route, serve))
            yield context.new_page()
        finally:
            context.close()


def executable() -> str | None:
    """Give the path of a Chromium: the one that the environment names, else the first that is installed."""
    if named := os.environ.get(VARIABLE):
        return named if Path(named).is_file() else None
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@contextlib.contextmanager
def opened() -> Iterator[Chromium]:
    """Open the browser once for many pages; raises PipelineError where a part is not installed."""
    try:
        from playwright.sync_api import (  # noqa: PLC0415 - an extra, which most runs do without
            Error,
            sync_playwright,
        )
    except ImportError:
        hint = 'install it: pip install "article-pipeline[browser]"'
        raise PipelineError("--browser needs Playwright and axe-core", hint=hint) from None
    path = executable()
    if path is None:
        hint = f"install one (Debian: apt install chromium), or name it in {VARIABLE}"
        raise PipelineError("--browser needs a Chromium, and none is found", hint=hint)
    axe = _axe()
    with sync_playwright() as playwright:
        # Its own sandbox does not work for root, in containers mostly.
        sandbox = hasattr(os, "geteuid") and os.geteuid() != 0
        try:
            browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=sandbox)
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            hint = f"try it by hand, or name another one in {VARIABLE}"
            raise PipelineError(f"does not start: {reason}", path=path, hint=hint) from None
        try:
            yield Chromium(browser, axe)
        finally:
            browser.close()


def _axe() -> str:
    import axe_playwright_python  # type: ignore[import-untyped]  # noqa: PLC0415 - part of the extra

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def _answer(route: Route, serve: Serve) -> None:
    address = route.request.url
    path = address.removeprefix(HOST).partition("?")[0].partition("#")[0]
    body = serve(path) if address.startswith(HOST) else None
    if body is None:
        route.abort()
        return
    kind = _TYPES.get(Path(path).suffix.lower(), "application/octet-stream")
    route.fulfill(body=body, content_type=kind, headers={"content-security-policy": _POLICY})
