"""
Who may ask the preview, and what its answers allow a browser: the wall in front of all its routes.

It listens on this machine only, but so can every page of the web through its reader's browser. A page
elsewhere cannot know the token, is told apart by Host, Origin and Sec-Fetch-Site, and reads nothing.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 256 * 1024
"""Bytes of a request's body."""

WINDOW = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""The policy of the window: nothing but its own files."""
PAGE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy of the site's pages: nothing in them runs, whatever an article or a theme says."""

_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
# No address of ours has any of these: a part that leads up, an empty one, a sign that some system
# takes for a slash or an end.
_ODD = re.compile(r"[\\\x00-\x1f\x7f]|//|(?:^|/)\.{1,2}(?:/|$)")


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818 - an answer, and no error of ours
    """The request is not answered."""

    status: int
    line: str


class Guard:
    """Lets through to *app* what comes from the preview's own window."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self.app = app
        self.token = token
        names = ("127.0.0.1", "localhost")
        self.hosts = frozenset(f"{name}:{port}" for name in names)
        if port == 80:
            # Browsers leave it out.
            self.hosts |= {*names}
        self.cookie = f"pipeline-preview-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*_without_ours(message["headers"]), *_ours(scope["path"])]
            await send(message)

        try:
            if self._arrives(scope):
                await self._welcome(marked)
            else:
                await self.app(scope, receive, marked)
        except Refused as refused:
            await _answer(marked, refused, as_json=scope["path"].startswith("/api/"))

    def _arrives(self, scope: Scope) -> bool:
        """Tell whether this is the first visit, with the token; raises `Refused` for a stranger's."""
        headers = _headers(scope)
        hosts = headers.get("host", ())
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            raise Refused(403, "this address is not the preview's")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            raise Refused(405, "only GET and POST are answered")
        site = headers.get("sec-fetch-site", ("same-origin",))
        posts = scope["method"] == "POST"
        if site not in ((("same-origin",),) if posts else (("same-origin",), ("none",))):
            raise Refused(403, "this was asked by another site")
        if posts:
            _check_post(headers, hosts[0].lower())
        if scope["path"] == "/" and not posts and b"token=" in scope["query_string"]:
            given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
            self._check(given)
            return True
        self._check(_cookie(headers, self.cookie))
        if not scope["path"].startswith("/") or _ODD.search(scope["path"]):
            raise Refused(404, "no such address")
        return False

    def _check(self, given: str) -> None:
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            raise Refused(403, "open the address that `pipeline preview` has printed")

    async def _welcome(self, send: Send) -> None:
        """Keep the token in a cookie, and take it out of the address."""
        cookie = f"{self.cookie}={self.token}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", b"/"), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _check_post(headers: Mapping[str, tuple[str, ...]], host: str) -> None:
    origin = headers.get("origin", ())
    if len(origin) != 1 or origin[0].lower() != f"http://{host}":
        raise Refused(403, "this was asked by another site")
    kind = headers.get("content-type", ("",))[0].partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(400, "the body must be application/json")
    length = headers.get("content-length", ("0",))[0]
    if not length.isascii() or not length.isdigit() or int(length[:20]) > LARGEST:
        raise Refused(413, f"the body is larger than {LARGEST:,} bytes")


def _headers(scope: Scope) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        found[key] = (*found.get(key, ()), value.decode("latin-1"))
    return found


def _cookie(headers: Mapping[str, tuple[str, ...]], name: str) -> str:
    try:
        found = SimpleCookie("; ".join(headers.get("cookie", ()))).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _ours(path: str) -> Iterator[tuple[bytes, bytes]]:
    policy = PAGE if path.startswith("/site/") else WINDOW
    for name, value in {**_HEADERS, "content-security-policy": policy}.items():
        yield name.encode(), value.encode()


def _without_ours(headers: list[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    own = {*_HEADERS, "content-security-policy"}
    return ((name, value) for name, value in headers if name.decode().lower() not in own)


async def _answer(send: Send, refused: Refused, *, as_json: bool) -> None:
    said = json.dumps({"error": refused.line}) if as_json else f"{refused.line}\n"
    kind = b"application/json" if as_json else b"text/plain; charset=utf-8"
    body = said.encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    # What a stranger still sends is not read.
    headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
