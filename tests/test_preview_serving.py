"""The preview as a server: its news, its end, and what it says when it cannot begin."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

import projects
from pipeline import store
from pipeline.cli import cli
from pipeline.preview import serving, watch
from pipeline.preview.news import News, event
from pipeline.settings import Config

CATALOG = "locale/fr/LC_MESSAGES/boats.po"


@pytest.fixture
def project(tmp_path: Path) -> projects.Project:
    return projects.new(tmp_path)


@pytest.fixture
def served(project: projects.Project) -> Iterator[serving.Preview]:
    made = serving.Preview(project.root / "pipeline.toml", 0, tell=print)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def client(served: serving.Preview) -> Iterator[httpx.Client]:
    base = f"http://127.0.0.1:{served.port}"
    with httpx.Client(base_url=base, trust_env=False, timeout=60) as made:
        assert made.get(served.address.removeprefix(base)).status_code == 303
        yield made


def told(lines: Iterator[str], name: str) -> dict[str, Any]:
    """Wait for the next event called *name*."""
    for line in lines:
        if line == f"event: {name}":
            found: dict[str, Any] = json.loads(next(lines).removeprefix("data: "))
            if found.get("articles") != []:
                return found
            if name != "changed" or found["all"]:
                return found
    raise AssertionError("the news ended")


def test_saved_article_is_told_and_its_page_is_new(
    client: httpx.Client, project: projects.Project
) -> None:
    """From an editor's save to the window, and through what is broken in between."""
    assert "blue" not in client.get("/site/en/boats/").text
    good = project.read("content/boats.md")
    with client.stream("GET", "/api/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert next(lines).startswith(":")
        project.write("content/boats.md", good.replace("red boat", "blue boat"))
        assert told(lines, "changed")["articles"] == ["boats"]
        assert "blue boat" in client.get("/site/en/boats/").text
        project.write("content/boats.md", "---\n: [\n---\n")
        assert "content/boats.md" in told(lines, "broken")["message"]
        assert "blue boat" in client.get("/site/en/boats/").text
        assert client.get("/api/project").json()["problems"]
        project.write("content/boats.md", good.replace("red boat", "green boat"))
        told(lines, "changed")
        assert "green boat" in client.get("/site/en/boats/").text
        project.write(CATALOG, project.read(CATALOG).replace("Bateaux rouges", "Bateaux bleus"))
        assert told(lines, "changed") == {"articles": ["boats"], "locales": ["fr"], "all": False}
        project.write("content/oars.md", "---\ntitle: Oars\n---\n\nHold it.\n")
        assert told(lines, "changed")["articles"] == ["oars"]
        assert "Hold it." in client.get("/site/en/oars/").text
        project.write("theme/page.html", "{% nothing %}")
        assert "theme/page.html" in told(lines, "broken")["message"]
        assert "Hold it." in client.get("/site/en/oars/").text


def test_save_is_locked_out_and_says_so(
    client: httpx.Client, served: serving.Preview, project: projects.Project
) -> None:
    """Another run that holds the lock is waited for, and then told."""
    version = client.get("/api/version", params={"article": "boats", "locale": "fr"}).json()
    entry = version["entries"][4]
    body = {
        "article": "boats",
        "locale": "fr",
        "key": entry["key"],
        "base": entry["string"],
        "string": "Mettez un gilet.",
    }
    headers = {"origin": f"http://127.0.0.1:{served.port}"}
    with store.lock(project.root):
        answer = client.post("/api/save", json=body, headers=headers)
    assert answer.status_code == 423
    assert "another run" in answer.json()["error"]
    assert client.post("/api/save", json=body, headers=headers).status_code == 200
    assert "Mettez un gilet." in project.read(CATALOG)


def test_it_stops_while_windows_listen_and_begins_again(served: serving.Preview) -> None:
    """The end waits for nobody, and the same port and token serve again."""
    base = f"http://127.0.0.1:{served.port}"
    with httpx.Client(base_url=base, trust_env=False, timeout=60) as client:
        client.get(served.address.removeprefix(base))
        with client.stream("GET", "/api/events") as answer:
            lines = answer.iter_lines()
            next(lines)
            served.stop()
            assert list(lines) in ([], [""])
        again = serving.Preview(served.path, served.port, served.token)
        again.start()
        try:
            assert client.get("/api/project").status_code == 200
        finally:
            again.stop()


def test_what_is_no_http_is_left_alone(served: serving.Preview) -> None:
    """Neither noise nor a head without end keeps the server from the others."""
    for noise in (
        b"\x16\x03\x01\x00\xff" * 10,
        b"GET / HTTP/1.1\r\nX: " + b"a" * 40_000,
        b"\r\n" * 50,
    ):
        with socket.create_connection(("127.0.0.1", served.port), timeout=20) as raw:
            raw.sendall(noise)
    slow = socket.create_connection(("127.0.0.1", served.port), timeout=20)
    slow.sendall(b"GET / HTTP/1.1\r\nHost:")
    answer = httpx.get(f"http://127.0.0.1:{served.port}/", trust_env=False)
    assert answer.status_code == 403
    slow.close()


def test_client_that_says_nothing_is_hung_up_on(
    project: projects.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who holds a connection open without a request does not hold it for ever."""
    monkeypatch.setattr(serving, "_PATIENCE", 0.2)
    made = serving.Preview(project.root / "pipeline.toml", 0)
    made.start()
    try:
        with socket.create_connection(("127.0.0.1", made.port), timeout=20) as raw:
            raw.sendall(b"GET / HTTP/1.1\r\nHost:")
            assert raw.recv(1) == b""
    finally:
        made.stop()


def test_only_this_machine_is_answered(served: serving.Preview) -> None:
    """It listens on the loopback address and on no other."""
    assert served._socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("listening", [False, True])
def test_ctrl_c_ends_it_quietly(project: projects.Project, listening: bool) -> None:
    """At once, with exit code 0, and nothing said; also while a window listens."""
    command = [sys.executable, "-m", "pipeline", "preview", "--port", "0", "--quiet"]
    process = subprocess.Popen(
        command,
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    seen = threading.Event()

    def listen() -> None:
        base = address.partition("/?")[0]
        with httpx.Client(base_url=base, trust_env=False, timeout=60) as client:
            client.get(address.removeprefix(base))
            with client.stream("GET", "/api/events") as answer:
                for _ in answer.iter_lines():
                    seen.set()

    if listening:
        threading.Thread(target=listen, daemon=True).start()
        assert seen.wait(60)
    # As a terminal does it: to all processes of the group.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")


def test_port_that_is_taken_is_one_line(project: projects.Project) -> None:
    """And exit code 2."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = project.run("preview", "--port", port)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"port {port} cannot be used: ")
    assert result.stderr.count("\n") == 1


def test_without_its_extra_it_says_how_to_get_it(
    project: projects.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, exit code 2."""
    for name in [name for name in sys.modules if name.startswith("pipeline.preview")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("pipeline.preview", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = project.run("preview")
    assert result.exit_code == 2
    assert "install article-pipeline[preview]" in result.stderr


def test_without_a_project_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As every command does."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["preview", "--port", "0"])
    assert result.exit_code == 2
    assert "pipeline init" in result.stderr


def test_broken_settings_are_told_before_it_begins(project: projects.Project) -> None:
    """With file and line."""
    project.write("pipeline.toml", "locales = 3\n")
    result = project.run("preview", "--port", "0")
    assert result.exit_code == 2
    assert "pipeline.toml:1" in result.stderr


def test_event_cannot_be_broken_by_what_it_says() -> None:
    """A line end in a message begins no other event."""
    text = event("broken", {"message": "a\n\nevent: changed\ndata: {}\r\n"})
    assert text.count("\n") == 3
    assert "\r" not in text


def test_window_that_falls_behind_is_told_once() -> None:
    """Its queue does not grow: it learns that all has changed."""

    async def listen() -> list[str]:
        news = News()
        window = news.listen()
        await anext(window)
        waiting = asyncio.ensure_future(anext(window))
        await asyncio.sleep(0)
        for _ in range(1000):
            news.broken("x")
        got = [await waiting]
        news.close()
        return got + [text async for text in window]

    told = asyncio.run(listen())
    assert len(told) < 100
    assert any('"all": true' in text for text in told) or len(told) <= 2


def test_folders_outside_are_not_watched(tmp_path: Path) -> None:
    """A folder of the project that is a link elsewhere is not looked into."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "content").symlink_to(outside)
    (root / "locale").mkdir()
    assert watch._folders(Config(root=root), root) == (root / "locale",)
