"""The wall in front of the preview: each of its stones, and a request that comes through without it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

import projects
from pipeline.preview import app, guard
from pipeline.preview.asking import Asking
from pipeline.preview.desk import Desk
from pipeline.preview.news import News
from pipeline.preview.shelf import Shelf

TOKEN = "t" * 43
PORT = 8123
HOME = f"http://127.0.0.1:{PORT}"
COOKIE = f"pipeline-preview-{PORT}={TOKEN}"
CATALOG = "locale/fr/LC_MESSAGES/boats.po"
SOURCE = "Wear old clothes."
POST = {"origin": HOME, "content-type": "application/json"}
SAVE: dict[str, Any] = {
    "article": "boats",
    "locale": "fr",
    "entry": 4,
    "key": [None, SOURCE],
    "string": "Mettez un gilet.",
    "base": projects.FRENCH[SOURCE],
    "fuzzy": False,
    "seen": None,
}
TRY: dict[str, Any] = {name: SAVE[name] for name in ("article", "locale", "entry", "key", "string")}


class Client:
    """Asks the application as a browser would, one request after the other."""

    def __init__(self, app: ASGIApp, *, cookie: str = "") -> None:
        self.app = app
        self.cookie = cookie

    def request(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        own = {"cookie": self.cookie} if self.cookie else {}

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
                return await client.request(
                    method, path, headers={**own, **(headers or {})}, **more
                )

        return asyncio.run(ask())

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.request("POST", path, **more)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> projects.Project:
    return projects.new(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(tmp_path: Path, shared: projects.Project) -> projects.Project:
    made = projects.Project(tmp_path)
    for path in shared.root.rglob("*"):
        if path.is_file() and ".pipeline" not in path.parts:
            made.write(str(path.relative_to(shared.root)), path.read_bytes())
    return made


@pytest.fixture
def stranger(project: projects.Project) -> Client:
    desk = Desk(Shelf.open(project.root / "pipeline.toml"))
    asking = Asking(lambda question, *arguments: getattr(desk, question)(*arguments))
    return Client(app.make(asking, News(), token=TOKEN, port=PORT))


@pytest.fixture
def client(stranger: Client) -> Client:
    return Client(stranger.app, cookie=COOKIE)


def test_first_visit_is_given_a_cookie_and_a_clean_address(stranger: Client) -> None:
    """The token stays in no history and in no script's reach."""
    answer = stranger.get("/", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"] == f"{COOKIE}; HttpOnly; SameSite=Strict; Path=/"


@pytest.mark.parametrize(
    "path", ["/", "/static/main.js", "/site/fr/boats/", "/api/project", "/api/events", "/nowhere"]
)
def test_nothing_is_answered_without_the_token(stranger: Client, path: str) -> None:
    """Not the window, not its files, not the site, not that there is no such file."""
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "pipeline preview" in answer.text


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        f"pipeline-preview-{PORT}=",
        f"pipeline-preview-{PORT}={TOKEN}x",
        f"{COOKIE[:-1]}",
        "=;=",
        'a="',
    ],
)
def test_wrong_token_is_refused(stranger: Client, cookie: str) -> None:
    """Neither a beginning of it nor a malformed one."""
    answer = stranger.get("/api/project", headers={"cookie": cookie})
    assert answer.status_code == 403


def test_wrong_token_in_the_address_is_refused(stranger: Client) -> None:
    """And sets nothing."""
    for given in ("", "x", f"{TOKEN}x", "\ud83d"):
        answer = stranger.get(f"/?token={given}".encode("utf-8", "replace").decode())
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        f"127.0.0.1:{PORT + 1}",
        f"127.0.0.1.evil.example:{PORT}",
        f"[::1]:{PORT}",
        f"0.0.0.0:{PORT}",
        f"user@127.0.0.1:{PORT}",
        "",
    ],
)
def test_other_host_is_refused(client: Client, host: str) -> None:
    """A name of somebody else's that was made to lead here (DNS rebinding) is not ours."""
    assert client.get("/api/project", headers={"host": host}).status_code == 403


def test_localhost_is_ours(client: Client) -> None:
    """By both of its names."""
    headers = {"host": f"localhost:{PORT}"}
    assert client.get("/api/project", headers=headers).status_code == 200
    assert client.get("/api/project").status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://127.0.0.1",
        f"https://127.0.0.1:{PORT}",
        f"http://localhost:{PORT}",
        f"{HOME}.evil.example",
        "",
    ],
)
@pytest.mark.parametrize("route", ["/api/save", "/api/try"])
def test_post_of_another_site_is_refused(
    client: Client, project: projects.Project, route: str, origin: str | None
) -> None:
    """A form elsewhere carries the cookie where a browser is old; its Origin tells (CSRF)."""
    before = project.read(CATALOG)
    headers = {"content-type": "application/json"} | ({} if origin is None else {"origin": origin})
    assert client.post(route, json=SAVE, headers=headers).status_code == 403
    assert project.read(CATALOG) == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_fetch_of_another_site_is_refused(
    client: Client, project: projects.Project, site: str
) -> None:
    """Another port of this machine is the same site, and another origin: its cookies come along."""
    before = project.read(CATALOG)
    headers = POST | {"sec-fetch-site": site}
    assert client.post("/api/save", json=SAVE, headers=headers).status_code == 403
    assert project.read(CATALOG) == before


@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 403), ("same-site", 403), ("none", 200), ("same-origin", 200)],
)
def test_page_that_another_site_loads_is_refused(client: Client, site: str, status: int) -> None:
    """So what it would show or measure of ours is nothing."""
    answer = client.get("/site/fr/boats/", headers={"sec-fetch-site": site})
    assert answer.status_code == status


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_body_that_a_form_can_send_is_refused(
    client: Client, project: projects.Project, kind: str
) -> None:
    """Only JSON, for which a browser asks first."""
    before = project.read(CATALOG)
    answer = client.post("/api/save", json=SAVE, headers=POST | {"content-type": kind})
    assert answer.status_code == 400
    assert project.read(CATALOG) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    """No preflight is ever answered."""
    answer = client.request(method, "/api/save", headers=POST)
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


def test_route_is_asked_its_own_way(client: Client) -> None:
    """What writes is never reached by a link."""
    assert client.get("/api/save").status_code == 405
    assert client.post("/api/project", json={}, headers=POST).status_code == 405


@pytest.mark.parametrize(
    "path", ["/", "/static/main.js", "/api/project", "/api/version", "/nowhere"]
)
def test_window_has_its_policy(client: Client, path: str) -> None:
    """Nothing runs in it but its own files, and nobody frames it."""
    headers = client.get(path).headers
    assert headers["content-security-policy"] == guard.WINDOW
    assert "unsafe" not in guard.WINDOW
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/site/", "/site/fr/boats/", "/site/theme/site.css", "/site/no"])
def test_pages_have_theirs(client: Client, path: str) -> None:
    """No script at all."""
    policy = client.get(path).headers["content-security-policy"]
    assert policy == guard.PAGE
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")


def test_refusals_have_it_too(stranger: Client) -> None:
    """Also what a stranger gets."""
    headers = stranger.get("/").headers
    assert headers["content-security-policy"] == guard.WINDOW
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/site/../pipeline.toml", "/site/%2e%2e/pipeline.toml", "/site/%2e%2e%2fpipeline.toml", "/site/..%5cpipeline.toml", "/site/fr/%00", "/site//etc/passwd", "//etc/passwd", "/site/%252e%252e/pipeline.toml", "/site/C:%5c", "/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%2f..%2fapp.py", "/site/content/boats.md", "/site/.pipeline/lock", "/site/pipeline.toml", "/site/assets/../../pipeline.toml", "/site/file:///etc/passwd", "/site/" + "a/" * 3000, "/static/main.py", "/static/"])  # fmt: skip
def test_path_leads_nowhere_else(client: Client, path: str) -> None:
    """Only what the site has, and the window's own files."""
    answer = client.get(path)
    assert answer.status_code in (403, 404)
    assert "source =" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"1",
        b'"x"',
        b"\xff\xfe",
        b"{}",
        b'{"article": 1}',
        b'{"article": "boats", "locale": "fr", "entry": "x", "string": ""}',
        b"[" * 100_000,
        b'{"a":' * 20_000,
        b'{"article": "boats", "locale": "fr", "entry": 1e999, "string": ""}',
        b'{"article": "boats", "locale": "fr", "entry": ' + b"9" * 5000 + b', "string": ""}',
    ],
)
@pytest.mark.parametrize("route", ["/api/save", "/api/try"])
def test_malformed_body_is_one_line(client: Client, route: str, body: bytes) -> None:
    """Whatever it is, it is told, and nothing breaks."""
    answer = client.post(route, content=body, headers=POST)
    assert answer.status_code == 400
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize("string", ["\\ud800", "a\\u0000b", "\\udfff\\ud800", "\\u001b[2J"])
@pytest.mark.parametrize("route", ["/api/save", "/api/try"])
def test_text_that_no_file_keeps_is_refused(
    client: Client, project: projects.Project, route: str, string: str
) -> None:
    """Half characters and control characters come in as JSON has them."""
    before = project.read(CATALOG)
    body = (
        '{"article": "boats", "locale": "fr", "entry": 4, "key": [null, "Wear old clothes."], '
        f'"base": "", "string": "{string}"}}'
    )
    answer = client.post(route, content=body.encode(), headers=POST)
    assert answer.status_code == 400
    assert project.read(CATALOG) == before


def test_body_is_capped_by_what_it_says(client: Client) -> None:
    """Before any of it is read."""
    body = b'{"string": "' + b"x" * guard.LARGEST + b'"}'
    assert client.post("/api/try", content=body, headers=POST).status_code == 413


def test_body_is_capped_by_what_comes(client: Client) -> None:
    """Also where it does not say how much that is."""

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(guard.LARGEST // 1000 + 10):
            yield b" " * 1000

    assert client.post("/api/try", content=parts(), headers=POST).status_code == 413


def test_save_needs_the_key(client: Client, project: projects.Project) -> None:
    """By its number alone, a translation would land in another entry when the article has changed."""
    before = project.read(CATALOG)
    body = {name: value for name, value in SAVE.items() if name != "key"}
    assert client.post("/api/save", json=body, headers=POST).status_code == 400
    assert project.read(CATALOG) == before


def test_save_writes_and_gives_the_version(client: Client, project: projects.Project) -> None:
    """The way that all of this is for."""
    answer = client.post("/api/save", json=SAVE, headers=POST)
    assert answer.status_code == 200
    assert "Mettez un gilet." in [one["string"] for one in answer.json()["version"]["entries"]]
    assert 'msgstr "Mettez un gilet."' in project.read(CATALOG)


def test_conflict_is_a_409(client: Client, project: projects.Project) -> None:
    """With both texts, and the version as it is."""
    before = project.read(CATALOG)
    answer = client.post("/api/save", json=SAVE | {"base": "something else"}, headers=POST)
    assert answer.status_code == 409
    conflict = answer.json()["conflict"]
    assert (conflict["yours"], conflict["theirs"]) == (SAVE["string"], SAVE["base"])
    assert answer.json()["version"]["entries"]
    assert project.read(CATALOG) == before


def test_try_writes_nothing(client: Client, project: projects.Project) -> None:
    """And gives the page."""
    before = project.read(CATALOG)
    answer = client.post("/api/try", json=TRY, headers=POST)
    assert "Mettez un gilet." in answer.json()["page"]
    assert project.read(CATALOG) == before


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/version", 404),
        ("/api/version?article=boats", 404),
        ("/api/version?article=../boats&locale=fr", 404),
        ("/api/version?article=boats&locale=../../fr", 404),
        ("/api/version?article=boats&locale=de", 404),
        ("/api/aid?article=boats&locale=fr", 400),
        ("/api/aid?article=boats&locale=fr&entry=-1", 400),
        ("/api/aid?article=boats&locale=fr&entry=" + "9" * 400, 400),
        ("/api/aid?article=boats&locale=fr&entry=999", 404),
        ("/api/aid?article=boats&locale=fr&entry=²", 400),
    ],
)
def test_question_that_has_no_answer_is_one_line(client: Client, path: str, status: int) -> None:
    """Its status says whose fault it is."""
    answer = client.get(path)
    assert answer.status_code == status
    assert re.fullmatch(r"[^\n]+", answer.json()["error"])


def test_bug_tells_nothing_of_the_machine() -> None:
    """What breaks here is told on the terminal, and not to a browser."""

    def broken(*_arguments: object) -> None:
        raise RuntimeError("/home/somebody/secret")

    said: list[str] = []
    made = app.make(Asking(broken), News(), token=TOKEN, port=PORT, tell=said.append)
    answer = Client(made, cookie=COOKIE).get("/api/project")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret" in said[0]
    assert answer.headers["content-security-policy"] == guard.WINDOW
