"""Speaks the Language Server Protocol: what editors send, and what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from pipeline import __version__, loose
from pipeline.errors import PipelineError
from pipeline.lsp import actions, documents, marks, telling
from pipeline.lsp.documents import Document, Seen
from pipeline.lsp.marks import Mark
from pipeline.lsp.positions import Point, Positions
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
# What a check depends on besides the text.
_WATCHED = ("**/pipeline.toml", "**/pyproject.toml", "**/words/*.txt")


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
        return str(getattr(self.workspace.position_encoding, "value", None) or "utf-16")

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
        if seen is None or still is None or still.source != text:
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


def serve() -> None:
    """Serve one editor on stdin and stdout, until it leaves."""
    server = build()
    try:
        server.start_io()
    finally:
        server.worker.stop()


def build() -> Server:
    """Give a server with all that it answers to."""
    server = Server()
    _documents(server)
    _workspace(server)
    actions.register(server)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        here = ls.positions(uri)
        offset = here.at(Point(params.position.line, params.position.character))
        found = marks.overlapping(ls.marks(uri, here), offset, offset)
        if not found:
            return None
        said = "\n\n---\n\n".join(telling.hover(mark.finding, ls.base) for mark in found)
        where = span(here, max(mark.start for mark in found), min(mark.end for mark in found))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), where)

    return server


def _documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.soon(params.text_document.uri, pause=0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.soon(params.text_document.uri, pause=0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)


def _workspace(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(ls: Server, _params: types.InitializedParams) -> None:
        _watch(ls)
        root = ls.workspace.root_path
        # What the first document will wait for is loaded while its author looks for it.
        await ls.ask(documents.warm, Path(root) if root else Path.cwd())

    @server.feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        options = params.initialization_options
        if isinstance(options, dict) and isinstance(options.get("docs"), str):
            ls.base = options["docs"]

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(ls: Server, _params: types.DidChangeWatchedFilesParams) -> None:
        ls.again()

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: Server, _params: Any) -> None:
        ls.worker.stop()


def _watch(server: Server) -> None:
    able = server.client_capabilities.workspace
    watching = able.did_change_watched_files if able else None
    if watching and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        server.client_register_capability(
            types.RegistrationParams([types.Registration("watch", name, options)])
        )


def _said(problem: PipelineError, path: str) -> str:
    """Give a user's error without its place, if that is where it is shown."""
    if problem.path != path:
        return str(problem)
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message
