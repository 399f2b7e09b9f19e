"""Runs the preview: its port, the process of its desk, the watch over the files, and the end of it all."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import os
import secrets
import socket
import threading
from asyncio.transports import BaseTransport
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from pipeline import config
from pipeline.errors import PipelineError
from pipeline.lsp.worker import Worker
from pipeline.preview import app, desk, watch
from pipeline.preview.asking import Asking
from pipeline.preview.news import News
from pipeline.processes import deaf
from pipeline.settings import Config

HOST = "127.0.0.1"
"""Nobody but this machine is answered."""
_CONNECTIONS = 128
_HEAD = 16_384
"""Bytes of a request's line and headers."""
_PATIENCE = 10.0
"""Seconds for these to come."""


def _silent(_text: str) -> None:
    pass


@dataclass(slots=True)
class Preview:
    """
    The preview of the project whose settings are in *path*, on a port of its own.

    Raises `PipelineError` where the port is taken. *tell* says on the terminal what no window shows.
    """

    path: Path
    port: int = 8000
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    tell: Callable[[str], None] = _silent
    _socket: socket.socket = field(init=False)
    _server: _Server = field(init=False)
    _worker: Worker = field(default_factory=Worker)
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        self.path = self.path.absolute()
        self._socket = _bound(self.port)
        self.port = self._socket.getsockname()[1]
        news = News()
        asking = Asking(self._ask)
        lifespan = functools.partial(_alive, asking, news, config.load(self.path), self.tell)
        made = app.make(
            asking, news, token=self.token, port=self.port, lifespan=lifespan, tell=self.tell
        )
        self._server = _Server(_settings(made), news)

    def _ask(self, question: str, *arguments: Any) -> Any:
        return self._worker.ask(desk.ask, self.path, question, *arguments)

    @property
    def address(self) -> str:
        """The address that lets a browser in."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serve until somebody stops it, Ctrl-C among others; *ready* is called when it answers."""
        self._server.ready = ready
        try:
            with deaf():
                self._worker.start()
            # What a signal interrupts is over already: it is told by this, once all is closed.
            with contextlib.suppress(KeyboardInterrupt):
                self._server.run([self._socket])
        finally:
            self._worker.stop()
            self._socket.close()

    def start(self) -> None:
        """Serve in a thread, and come back when it answers."""
        up = threading.Event()
        self._thread = threading.Thread(target=self.run, args=(up.set,), daemon=True)
        self._thread.start()
        up.wait()

    def stop(self) -> None:
        """End what `start` began."""
        self._server.leave()
        if self._thread:
            self._thread.join()


class _Server(uvicorn.Server):
    """uvicorn, which also lets the windows go that listen for news."""

    def __init__(self, settings: uvicorn.Config, news: News) -> None:
        super().__init__(settings)
        self.news = news
        self.ready: Callable[[], None] = lambda: None
        self.loop: asyncio.AbstractEventLoop | None = None

    def leave(self) -> None:
        """End, from whatever thread."""
        self.should_exit = True
        if self.loop is not None:
            with contextlib.suppress(RuntimeError):
                self.loop.call_soon_threadsafe(self.news.close)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, as a signal asks."""
        super().handle_exit(sig, frame)
        self.leave()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and say so."""
        self.loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self.ready()


class _Patient(H11Protocol):
    """HTTP, from a client that says within some seconds what it wants."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)  # type: ignore[arg-type] # as in uvicorn
        self.loop.call_later(_PATIENCE, self._hang_up)

    def _hang_up(self) -> None:
        waits: object = self.cycle
        if waits is None and not self.transport.is_closing():
            self.transport.close()


def _settings(made: Any) -> uvicorn.Config:
    return uvicorn.Config(
        made,
        http=_Patient,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        h11_max_incomplete_event_size=_HEAD,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # A port that was ours a moment ago; on Windows it would let two listen at once.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen(_CONNECTIONS)
    except OSError as error:
        made.close()
        hint = "name another with --port, or --port 0 for any that is free"
        reason = (error.strerror or str(error)).lower()
        raise PipelineError(f"port {port} cannot be used: {reason}", hint=hint) from None
    return made


@contextlib.asynccontextmanager
async def _alive(
    asking: Asking, news: News, settings: Config, tell: Callable[[str], None], _app: Starlette
) -> AsyncIterator[None]:
    """Watch over the files, and use the time in which nobody asks."""
    stop = asyncio.Event()

    def counted() -> None:
        news.changed({"articles": [], "locales": [], "all": False})

    tasks = [
        asyncio.create_task(_kept(lambda: _watch(asking, news, settings, stop), tell)),
        asyncio.create_task(_kept(lambda: asking.idle(counted), tell)),
    ]
    try:
        yield
    finally:
        stop.set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _kept(work: Callable[[], Any], tell: Callable[[str], None]) -> None:
    """Do *work* again when the desk broke under it."""
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on, and it is told
            tell(
                f"the preview stumbled: {error!r}"
                if not isinstance(error, PipelineError)
                else str(error)
            )
            await asyncio.sleep(1)
        else:
            return


async def _watch(asking: Asking, news: News, settings: Config, stop: asyncio.Event) -> None:
    async for paths in watch.changes(settings, stop):
        told = await asking.ask("refresh", paths)
        news.problems, news.pages = told.problems, told.pages
        for line in told.broken:
            news.broken(line)
        if told.changed:
            news.changed(told.changed)
        asking.stir()
