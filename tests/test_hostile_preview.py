"""Hostile requests to the preview, as bytes on its socket; and hostile texts, as it shows them."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

from hostile import articles, catalogs, names, requests
from hostile_scene import PROVOKE, SECRET, WATCH, Scene

from pipeline import browser, po
from pipeline.browser import chromium
from pipeline.preview import serving

SAVE = {"article": "boats", "locale": "fr", "base": "", "fuzzy": False}


@dataclass
class Window:
    """The preview of one scene, and how it is asked."""

    scene: Scene
    served: serving.Preview

    def ask(
        self, method: str, path: str, fields: Mapping[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, str]:
        """Send a request as bytes; give the status, and all that came back."""
        port, token = str(self.served.port), self.served.token
        name = f"pipeline-preview-{port}"
        known = {
            "Host": f"127.0.0.1:{port}",
            "Cookie": f"{name}={token}",
            "Connection": "close",
        }
        if method == "POST":
            known |= {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json"}
            known["Content-Length"] = str(len(body))
        for key, value in (fields or {}).items():
            known[key] = (
                value.replace("{port}", port)
                .replace("{name}", name)
                .replace("{token_cut}", token[:-1])
                .replace("{token}", token)
            )
        head = "".join(f"{key}: {value}\r\n" for key, value in known.items() if value)
        with socket.create_connection(("127.0.0.1", self.served.port), timeout=60) as sent:
            sent.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode())
            answer = b""
            # A body that nobody reads to its end is cut off, behind the answer or before it.
            with contextlib.suppress(ConnectionError):
                sent.sendall(body)
                while part := sent.recv(65536):
                    answer += part
        text = answer.decode("utf-8", "replace")
        assert SECRET not in text
        assert "root:x:0:0" not in text
        return int(text.split(" ", 2)[1]) if text else 413, text


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    scene = Scene(tmp_path_factory.mktemp("preview"))
    sources = [catalogs.PLAIN, catalogs.LINK, catalogs.PICTURE, catalogs.TAGGED, catalogs.CODE]
    scene.write("content/boats.md", "\n\n".join((*sources, catalogs.NOTE, "")))
    bad = "\n\n".join(
        articles.HARMFUL[name] for name in list(articles.HARMFUL)[::3] if "deep" not in name
    )
    scene.write("content/bad.md", f"{bad}\n")
    content = scene.root / "content"
    (content / "link-to-file.txt").symlink_to(scene.folder / "outside" / "secret.txt")
    (content / "link-to-hidden.txt").symlink_to(scene.root / ".env")
    scene.write("content/images/script.svg", names.PICTURES["script.svg"])
    scene.write("content/page.xhtml", names.PICTURES["page.xhtml"])
    shown = ("link-to-file.txt", "link-to-hidden.txt", "images/script.svg", "page.xhtml", "../.env")
    scene.write("content/places.md", "\n\n".join(f"![A]({one}) [b]({one})" for one in shown) + "\n")
    scene.run("update")
    before = scene.outside()
    served = serving.Preview(scene.root / "pipeline.toml", 0)
    served.start()
    try:
        yield Window(scene, served)
    finally:
        served.stop()
    assert scene.outside() == before
    assert [*scene.root.glob("pwned*")] == []


def test_its_own_window_is_answered(window: Window) -> None:
    """Without this all that follows would say nothing."""
    assert window.ask("GET", "/")[0] == 200
    assert window.ask("GET", "/site/en/boats/")[0] == 200
    body = {**SAVE, "key": [None, catalogs.PLAIN], "string": "Un bateau."}
    assert window.ask("POST", "/api/try", body=json.dumps(body).encode())[0] == 200


@pytest.mark.parametrize("name", requests.STRANGERS)
def test_stranger_is_refused(window: Window, name: str) -> None:
    """Whatever is asked for; the answer is one line, and keeps the token."""
    for path in ("/", "/api/project", "/site/en/boats/", "/static/main.js", "/api/events"):
        status, text = window.ask("GET", path, requests.STRANGERS[name])
        assert status in (400, 403), text
        assert window.served.token not in text
    assert window.ask("POST", "/api/save", requests.STRANGERS[name], b"{}")[0] in (400, 403)


@pytest.mark.parametrize("name", requests.STRANGE_POSTS)
def test_post_from_elsewhere_is_refused(window: Window, name: str) -> None:
    """A form on another page, or its script, saves nothing."""
    path = window.scene.root / "locale/fr/LC_MESSAGES/boats.po"
    before = path.read_bytes()
    body = {**SAVE, "key": [None, catalogs.PLAIN], "string": "Autre."}
    for route in ("/api/save", "/api/try"):
        status, _ = window.ask(
            "POST", route, requests.STRANGE_POSTS[name], json.dumps(body).encode()
        )
        assert status in (400, 403)
    assert path.read_bytes() == before


@pytest.mark.parametrize("method", requests.METHODS)
def test_other_methods_are_refused(window: Window, method: str) -> None:
    """Only GET reads, only POST to two routes writes."""
    for path in ("/", "/api/project", "/site/en/boats/", "/nothing"):
        assert window.ask(method, path)[0] in (400, 404, 405)
    if method != "POST":
        assert window.ask(method, "/api/save")[0] in (400, 405)


@pytest.mark.parametrize("path", requests.PATHS)
def test_nothing_but_the_site_is_served(window: Window, path: str) -> None:
    """No file of the disk, whatever the path says, and no header of theirs."""
    window.ask("GET", "/site/en/places/")
    status, text = window.ask("GET", path)
    assert 400 <= status < 500, text
    assert "set-cookie" not in text.lower()


@pytest.mark.parametrize("name", requests.BODIES)
def test_body_that_makes_no_sense_is_refused(window: Window, name: str) -> None:
    """It changes nothing, and the next request is answered."""
    path = window.scene.root / "locale/fr/LC_MESSAGES/boats.po"
    before = path.read_bytes()
    for route in ("/api/try", "/api/save"):
        status, text = window.ask("POST", route, body=requests.BODIES[name])
        assert status < 500, text
        assert "pwned" not in text or status >= 400
    po.load(path.read_bytes(), "fr.po")
    if name not in ("control", "brackets"):
        assert path.read_bytes() == before
    assert window.ask("GET", "/api/project")[0] == 200


def test_body_too_large_is_not_waited_for(window: Window) -> None:
    """The answer comes before any of it has come."""
    status, text = window.ask("POST", "/api/try", {"Content-Length": "99999999"})
    assert (status, "larger than" in text) == (413, True)


def test_typed_translation_is_refused_as_a_saved_one_is(window: Window) -> None:
    """The page that answers has nothing of what the source has not; what is saved does not run either."""
    for name, (source, string) in catalogs.REFUSED.items():
        key = source.partition("\n\n")[0]
        if name in catalogs.UNREADABLE:
            continue
        data = catalogs.HEAD + catalogs.entry(key, string)
        text = po.load(data.encode(), "fr.po").messages[0].string
        body = {**SAVE, "key": [None, key], "string": text}
        status, answer = window.ask("POST", "/api/try", body=json.dumps(body).encode())
        assert status in (200, 400), (name, answer)
        if status == 200:
            said = json.loads(answer.partition("\r\n\r\n")[2])
            assert said["entry"]["state"] == "refused", name
            for harm in ("onclick", "onerror", "javascript:", "elsewhere.invalid", "alert(1)"):
                assert harm not in said["page"], name


@pytest.mark.skipif(chromium.executable() is None, reason="no Chromium is found")
def test_nothing_runs_in_the_preview(window: Window) -> None:
    """Neither in the window nor on the site's pages in it, whatever articles say."""
    wrong: list[str] = []
    origin = f"http://127.0.0.1:{window.served.port}"
    with browser.opened() as opened:
        context = opened.browser.new_context(service_workers="block")
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on(
            "request", lambda one: wrong.append(one.url) if not one.url.startswith(origin) else None
        )
        page.on("dialog", lambda one: wrong.append(one.message))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.goto(window.served.address)
        assert "token" not in page.url
        for name in ("bad", "boats", "places"):
            page.goto(f"{origin}/site/en/{name}/")
            assert page.evaluate(PROVOKE) == []
            assert page.evaluate("document.cookie") == ""
        context.close()
    assert wrong == []
