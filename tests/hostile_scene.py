"""The scene of the hostile inputs: a project beside a secret, the command run in it, and a browser that watches."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from click.testing import CliRunner

from pipeline.browser import Chromium
from pipeline.cli import cli

HOST = "https://boats.example"
SECRET = "canary-e8f1c0de"
SETTINGS = f'source = "en"\nlocales = ["en", "fr"]\nname = "Boats"\nurl = "{HOST}"\n'
GOOD = "---\ntitle: Good boats\ndate: 2026-01-01\n---\n\nA boat needs paint.\n"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}

WATCH = """
window.__pwned = 0;
window.__said = [];
for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) {
  window[name] = (...all) => { window.__said.push(`${name}(${all})`); };
}
"""

_BLANK = "__blank"
_FRAMES = """
(addresses) => Promise.all(addresses.map((address) => new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.onload = done;
  frame.src = address;
  document.body.append(frame);
})))
"""

PROVOKE = """
() => {
  const wrong = [];
  const ours = new Set(['http:', 'https:', 'mailto:', 'tel:']);
  const never = 'script,style,link,meta,base,iframe,frame,object,embed,applet,form,input,button,svg,math,template,portal';
  const main = document.querySelector('main');
  if (!main || main.id !== '_main' || document.querySelectorAll('main').length !== 1) wrong.push('no main');
  for (const one of (main || document).querySelectorAll(never)) {
    const own = one.closest('[role=search]') || (location.pathname === '/index.html' && one.localName === 'script');
    if (!own) wrong.push(`<${one.localName}>`);
  }
  if (document.querySelectorAll('base,iframe,object,embed').length) wrong.push('frame or base');
  if (document.querySelectorAll('head *').length !== document.head.children.length) wrong.push('head');
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc') wrong.push(`${one.localName} ${name}`);
      if (/^(href|src|action|formaction|cite|data|poster|xlink:href|background|ping)$/i.test(name)) {
        const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\\t\\n\\r]/g, '').replace(/^[\\0- ]+/, ''));
        if (scheme && !ours.has(scheme[0].toLowerCase())) wrong.push(`${name}="${value}"`);
      }
    }
    const style = getComputedStyle(one);
    if (main && main.contains(one) && /fixed|sticky/.test(style.position)) wrong.push(`${one.localName} covers`);
    for (const kind of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load', 'scroll', 'transitionend', 'begin']) {
      one.dispatchEvent(new Event(kind));
    }
  }
  for (const one of (main || document.body || document).querySelectorAll('a, area, p, b, i, xyz, span, td')) {
    const leads = one.protocol && ours.has(one.protocol);
    one.addEventListener('click', (event) => { if (leads) event.preventDefault(); });
    one.click && one.click();
  }
  return new Promise((done) => setTimeout(() => done(wrong.concat(window.__said, window.__pwned ? ['pwned'] : [])), 0));
}
"""


@dataclass
class Scene:
    """A folder with a project in it, and what may not be touched beside it."""

    folder: Path
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.folder / "project"
        self.write("pipeline.toml", SETTINGS)
        self.write("content/good.md", GOOD)
        self.write(".env", SECRET)
        self.write("content/.hidden/secret.txt", SECRET)
        outside = self.folder / "outside"
        outside.mkdir()
        for name in ("secret.txt", "secret.md", "secret.png"):
            (outside / name).write_text(f"{SECRET}\n", encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, *arguments: str, codes: tuple[int, ...] = (0, 1, 2)) -> str:
        """Run a command; it ends as it should, tells no secret, drives no terminal, writes nothing outside."""
        before = self.outside()
        config = ("--config", str(self.root / "pipeline.toml"), "--jobs", "1", "--color", "never")
        done = CliRunner().invoke(cli, [*config, *arguments], catch_exceptions=False)
        said = done.stdout + done.stderr
        assert done.exit_code in codes, said[-2000:]
        assert SECRET not in said
        assert "\x1b" not in said, [line for line in said.splitlines() if "\x1b" in line]
        assert self.outside() == before
        made = [*self.folder.glob("pwned*"), *self.root.glob("pwned*"), *Path().glob("pwned*")]
        assert made == []
        return said

    def outside(self) -> dict[str, bytes]:
        """Give every file beside the project."""
        return {
            path.name: path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.is_relative_to(self.root)
        }

    def site(self, name: str = "build") -> dict[str, bytes]:
        """Give the site that was built; no secret is in it, and nothing that only the system has."""
        folder = self.root / name
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        for path, data in files.items():
            assert SECRET.encode() not in data, path
            assert b"root:x:0:0" not in data, path
            assert not (folder / path).is_symlink()
        return files


@dataclass
class Watched:
    """A tab that is to stay on one site, and what it did besides."""

    page: Any
    origin: str
    wrong: list[str]

    def visit(self, *names: str) -> dict[str, list[str]]:
        """Open pages side by side, do to each what a reader may do, and give what should not have happened."""
        self.wrong.clear()
        addresses = [f"{self.origin}/{quote(name, safe='/?=')}" for name in names]
        self.page.goto(f"{self.origin}/{_BLANK}")
        self.page.evaluate(_FRAMES, addresses)
        found = {}
        frames = self.page.frames[1:]
        for name, frame in zip(names, frames, strict=True):
            wrong = frame.evaluate(PROVOKE)
            if unquote(urlsplit(frame.url).path) != f"/{name.partition('?')[0]}":
                wrong.append(f"went to {frame.url}")
            if wrong:
                found[name] = wrong
        wrong = [*self.wrong, *self.page.evaluate("window.__pwned ? ['pwned'] : window.__said")]
        if wrong or not self.page.url.endswith(_BLANK):
            found[f"one of {names}"] = [*wrong, self.page.url]
        return found


@contextlib.contextmanager
def watched(
    chromium: Chromium, files: Mapping[str, bytes], *, policy: bool = True
) -> Iterator[Watched]:
    """Open a tab on *files*; without *policy* the pages come without theirs."""
    with served(files, policy=policy) as origin:
        context = chromium.browser.new_context(service_workers="block", accept_downloads=False)
        wrong: list[str] = []

        def asked(request: Any) -> None:
            if not request.url.startswith(f"{origin}/"):
                wrong.append(f"asked for {request.url}")

        try:
            context.add_init_script(WATCH)
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on("request", asked)
            for event in ("dialog", "download", "popup", "worker", "websocket", "filechooser"):
                page.on(event, lambda _one, event=event: wrong.append(event))
            page.on("pageerror", lambda error: wrong.append(f"error {error}"))
            yield Watched(page, origin, wrong)
        finally:
            context.close()


@contextlib.contextmanager
def served(files: Mapping[str, bytes], *, policy: bool) -> Iterator[str]:
    """Serve *files* on the loopback, as any server of plain files would; give the origin."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path.lstrip("/"))
            data = files.get(f"{name}index.html" if name.endswith("/") or not name else name)
            data = b"<!doctype html><body>" if name == _BLANK else data
            ending = "." + name.rpartition(".")[2].lower()
            if data and ending == ".html" and not policy:
                data = _POLICY.sub("", data.decode()).encode()
            self.send_response(404 if data is None else 200)
            kind = _TYPES[".html"] if name == _BLANK else _TYPES.get(ending)
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
