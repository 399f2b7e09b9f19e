"""The documents that an editor has open: when each is checked, and what is told of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from pipeline import __version__, loose
from pipeline.errors import PipelineError
from pipeline.lsp import documents, marks, telling
from pipeline.lsp.documents import Document, Seen
from pipeline.lsp.marks import Mark
from pipeline.lsp.positions import Positions
from pipeline.lsp.worker import Worker, WorkerError

Out = TypeVar("Out")

PAUSE = 0.05
"""Seconds without a keystroke before a text is checked."""
LARGEST = 2_000_000
"""Characters of a text that is checked as one types; `pipeline check` takes more."""

_KINDS = (".md", ".markdown", *loose.PAGES, *loose.CATALOGS)
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
    "review": types.DiagnosticSeverity.Hint,
}


class Server(LanguageServer):
    """The documents that are open, what was seen in each, and which of them wait to be checked."""

    def __init__(self) -> None:
        # In full: pygls cuts lines where Python does, also at a form feed, which the protocol does not.
        super().__init__(
            "pipeline", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.worker = Worker()
        self.base = ""
        """The address below which the rules' pages are."""
        self.seen: dict[str, tuple[str, Seen]] = {}
        """The text that was checked last, and what was found, by the document's URI."""
        self._waiting: dict[str, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._busy = False
        self._told: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def encoding(self) -> str:
        """Name what the client counts in."""
        agreed = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed

    def soon(self, *addresses: str, pause: float = PAUSE) -> None:
        """Check documents once nobody has typed for a moment, the last first."""
        for uri in addresses:
            if Path(uris.to_fs_path(uri) or "").suffix.lower() in _KINDS:
                self._waiting.pop(uri, None)
                self._waiting[uri] = None
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(pause, self._begin)

    def again(self) -> None:
        """Check every document that is open: what they depend on has changed."""
        self.soon(*self.workspace.text_documents)

    def forget(self, uri: str) -> None:
        """Take back what was told of a document that is closed."""
        self._waiting.pop(uri, None)
        self.seen.pop(uri, None)
        self._publish(uri, None, [])

    async def ask(self, job: Callable[..., Out], *arguments: object) -> Out | None:
        """Give what the worker gives; what breaks there is told once, and gives None."""
        try:
            return await asyncio.to_thread(self.worker.ask, job, *arguments)
        except PipelineError as error:
            self.tell(str(error))
        except WorkerError as error:
            if self.worker.stopped:
                return None
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, str(error)))
            self.tell("the checks broke, which is a bug; the log says more")
        return None

    def tell(self, message: str) -> None:
        """Show a message, each but once."""
        if message not in self._told:
            self._told.add(message)
            kind = types.MessageType.Warning
            self.window_show_message(types.ShowMessageParams(kind, f"pipeline: {message}"))

    def positions(self, uri: str) -> Positions:
        """Give the text of a document as it is now."""
        return Positions(self.workspace.get_text_document(uri).source, self.encoding())

    def marks(self, uri: str, here: Positions) -> Sequence[Mark]:
        """Give what is known of a document; nothing, where its text has changed since."""
        text, seen = self.seen.get(uri, ("", Seen()))
        return marks.marks(seen.findings, seen.path, here) if text == here.text else ()

    def told(self, mark: Mark, here: Positions) -> types.Diagnostic:
        """Give a mark as it was published."""
        return diagnostic(mark, here, self.base)

    def _begin(self) -> None:
        if not self._busy:
            self._busy = True
            task = asyncio.get_running_loop().create_task(self._work())
            # The loop itself keeps no task alive.
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work(self) -> None:
        try:
            while self._waiting:
                uri = self._waiting.popitem()[0]
                await self._check(uri)
        finally:
            self._busy = False

    async def _check(self, uri: str) -> None:
        if uri not in self.workspace.text_documents:
            return
        open_one = self.workspace.get_text_document(uri)
        text, version = open_one.source, open_one.version
        path = Path(uris.to_fs_path(uri) or "")
        if len(text) > LARGEST:
            self.seen.pop(uri, None)
            self._publish(uri, version, [])
            self.tell(f"{path.name} is too large to be checked as you type; use `pipeline check`")
            return
        seen = await self.ask(documents.see, Document(path, text))
        still = self.workspace.text_documents.get(uri)
        # Somebody has typed on: the places are no longer true, and the next check is on its way.
        if still is None or still.source != text:
            return
        if seen is None:
            # Marks of another text would be worse than none.
            self._publish(uri, version, [])
            return
        self.seen[uri] = text, seen
        self._publish(uri, version, self._diagnostics(seen, Positions(text, self.encoding())))

    def _diagnostics(self, seen: Seen, here: Positions) -> list[types.Diagnostic]:
        broken = [
            types.Diagnostic(
                span(here, *marks.line_of(problem, seen.path, here)),
                _said(problem, seen.path),
                severity=types.DiagnosticSeverity.Error,
                source="pipeline",
            )
            for problem in seen.problems
        ]
        found = marks.marks(seen.findings, seen.path, here)
        return broken + [self.told(mark, here) for mark in found]

    def _publish(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(found), version)
        )


def span(here: Positions, start: int, end: int) -> types.Range:
    """Give two offsets as the protocol has them."""
    return types.Range(*(types.Position(*here.point(offset)) for offset in (start, end)))


def diagnostic(mark: Mark, here: Positions, base: str = "") -> types.Diagnostic:
    """Give a mark as a diagnostic."""
    finding = mark.finding
    more = telling.address(finding.rule, base)
    return types.Diagnostic(
        span(here, mark.start, mark.end),
        finding.message,
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        code_description=types.CodeDescription(more) if more else None,
        source="pipeline",
    )


def _said(problem: PipelineError, path: str) -> str:
    """Give a user's error without its place, if that is where it is shown."""
    if problem.path != path:
        return str(problem)
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message
