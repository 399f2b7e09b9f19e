"""Speaks the Language Server Protocol: what editors send, and who answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types

from pipeline.lsp import actions, documents, marks, telling
from pipeline.lsp.desk import Server, span
from pipeline.lsp.positions import Point

# What a check depends on besides the text.
_WATCHED = ("**/pipeline.toml", "**/pyproject.toml", "**/words/*.txt")


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
