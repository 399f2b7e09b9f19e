"""The preview's routes: what the windows ask by HTTP, answered by the desk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from importlib import resources
from typing import Any, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from pipeline.errors import PipelineError
from pipeline.preview import refusals
from pipeline.preview.asking import Asking, GoneError
from pipeline.preview.guard import LARGEST, Guard
from pipeline.preview.news import News
from pipeline.preview.saving import Wish

_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
_PATIENCE = 10.0
"""Seconds for a request's body."""
_LOCKED = 3.0
"""Seconds to wait for another run that writes."""

Lifespan = Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]
Body = TypeVar("Body", bound=msgspec.Struct)


class Try(msgspec.Struct):
    """A translation that is only typed."""

    article: str
    locale: str
    string: str
    entry: int = -1
    key: tuple[str | None, str] | None = None


class Save(msgspec.Struct):
    """A translation for the catalog, by somebody who saw *base* there."""

    article: str
    locale: str
    string: str
    key: tuple[str | None, str]
    base: str
    fuzzy: bool = False


def make(
    asking: Asking,
    news: News,
    *,
    token: str,
    port: int,
    lifespan: Lifespan | None = None,
    tell: Callable[[str], None] = lambda _text: None,
) -> ASGIApp:
    """Give the application behind its guard; *tell* says on the terminal what no browser is told."""

    async def bug(_request: Request, error: Exception) -> Response:
        tell(f"the preview broke, which is a bug: {error}")
        return _line("the preview broke, which is a bug; its terminal says more", 500)

    routes = _Routes(asking, news)
    app = Starlette(
        routes=[
            Route("/", routes.window),
            Route("/static/{name}", routes.static),
            Route("/site/{path:path}", routes.site),
            Route("/api/project", routes.project),
            Route("/api/version", routes.version),
            Route("/api/aid", routes.aid),
            Route("/api/events", routes.events),
            Route("/api/try", routes.attempt, methods=["POST"]),
            Route("/api/save", routes.save, methods=["POST"]),
        ],
        exception_handlers={
            PipelineError: _refused,
            HTTPException: _no_route,
            GoneError: _gone,
            Exception: bug,
        },
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return Guard(app, token=token, port=port)


class _Routes:
    def __init__(self, asking: Asking, news: News) -> None:
        self.asking = asking
        self.news = news
        self.folder = resources.files("pipeline") / "preview" / "static"
        self.names = frozenset(
            file.name for file in self.folder.iterdir() if _suffix(file.name) in _KINDS
        )

    async def window(self, _request: Request) -> Response:
        return self._file("index.html")

    async def static(self, request: Request) -> Response:
        return self._file(request.path_params["name"])

    async def site(self, request: Request) -> Response:
        path = request.path_params["path"]
        ready = f"{path}index.html" if path.endswith("/") else path
        file = self.news.pages.get(ready) or await self.asking.ask("page", path)
        return Response(file.data, media_type=None, headers={"content-type": file.kind})

    async def project(self, _request: Request) -> Response:
        return JSONResponse(await self.asking.ask("project"))

    async def version(self, request: Request) -> Response:
        return JSONResponse(await self.asking.ask("version", *_named(request)))

    async def aid(self, request: Request) -> Response:
        entry = request.query_params.get("entry", "")
        if not (entry.isascii() and entry.isdigit() and len(entry) < 10):
            raise refusals.UnfitError('"entry" must be a number')
        return JSONResponse(await self.asking.ask("aid", *_named(request), int(entry)))

    async def events(self, _request: Request) -> Response:
        if self.news.full:
            raise HTTPException(503, "too many windows are open")
        return StreamingResponse(self.news.listen(), media_type="text/event-stream")

    async def attempt(self, request: Request) -> Response:
        asked = await _body(request, Try)
        answer = await self.asking.ask(
            "attempt",
            asked.article,
            asked.locale,
            asked.key,
            asked.entry,
            asked.string,
            gone=request.is_disconnected,
        )
        return JSONResponse(answer)

    async def save(self, request: Request) -> Response:
        asked = await _body(request, Save)
        wish = Wish(asked.key, asked.string, asked.base, asked.fuzzy)
        answer = await _unlocked(lambda: self.asking.ask("save", asked.article, asked.locale, wish))
        self.news.pages = {}
        self.asking.stir()
        return JSONResponse(answer, 409 if "conflict" in answer else 200)

    def _file(self, name: str) -> Response:
        if name not in self.names:
            raise refusals.AbsentError("no such file")
        data = (self.folder / name).read_bytes()
        return Response(data, headers={"content-type": _KINDS[_suffix(name)]})


async def _unlocked(save: Callable[[], Awaitable[Any]]) -> Any:
    """Save, and again for a while where another run is writing; nobody else waits meanwhile."""
    end = asyncio.get_running_loop().time() + _LOCKED
    while True:
        try:
            return await save()
        except refusals.BusyError:
            if asyncio.get_running_loop().time() > end:
                raise
            await asyncio.sleep(0.1)


async def _body(request: Request, kind: type[Body]) -> Body:
    """Give what was sent; one who sends too much, too slowly, or something else is refused."""
    data = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                data += part
                if len(data) > LARGEST:
                    raise HTTPException(413, f"the body is larger than {LARGEST:,} bytes")
    except TimeoutError:
        raise HTTPException(408, "the body did not come") from None
    try:
        return msgspec.json.decode(bytes(data), type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise refusals.UnfitError(f"the request cannot be read: {error}") from None


def _named(request: Request) -> tuple[str, str]:
    asked = request.query_params
    return asked.get("article", ""), asked.get("locale", "")


def _suffix(name: str) -> str:
    return name[name.rfind(".") :]


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, PipelineError)
    return _line(str(error), refusals.status(error))


async def _no_route(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = {404: "no such address", 405: "not asked that way"}
    return _line(said.get(error.status_code, error.detail), error.status_code)


async def _gone(_request: Request, _error: Exception) -> Response:
    return _line("nobody waits for it", 499)


def _line(text: str, status: int) -> Response:
    return JSONResponse({"error": " ".join(text.split())}, status)
