"""
Does a test fail when a control is switched off? Each control of docs/threat-model.md, one by one: `make controls`.

`python tests/controls.py` switches each off in a copy, `.mutants/controls`, runs the tests that are
named for it there, and says which of them did not notice. With words only controls whose threat or
module has one of them. A test that does not end is one that notices.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import mutation

LONGEST = 120
"""Seconds."""


@dataclass(frozen=True)
class Control:
    """A line of the code that stands against a threat, and the same line without what it does."""

    threat: str
    """How its row in the threat model begins."""
    module: str
    """Below `pipeline/`."""
    on: str
    off: str
    test: str
    """A file below `tests/`, and of what is in it only what has these words: `FILE -k WORDS`."""


_SCRIPT = "script, handlers"
_UNSEEN = "the same, unseen"
_MISSED = "a page whose sanitiser"
_BEYOND = "a translation that adds"
_PLACES = "control characters"
_HEADS = "titles, tags, dates"
_FRONT = "front matter that builds"
_NAMES = "names, slugs"
_FILES = "a picture or a link"
_DRAWING = "a drawing with a script"
_FOLDER = "a folder of the site"
_COSTLY = "text that makes a parser"
_OURS = "patterns of ours"
_THEIRS = "patterns of a style"
_YAML = "a word list or a style"
_CATALOG = "a catalog that lies"
_XML = "XML with entities"
_SAVED = "a saved page"
_ESCAPES = "escape sequences"
_ELSEWHERE = "a page elsewhere"
_DISK = "a request for a file"
_REVIEWER = "a translation that attacks"
_BODY = "a body that is huge"

_RUNS = "test_hostile.py -k test_nothing_in_articles_runs"
_TRANSLATED = "test_hostile.py -k test_translation_beyond_its_source"
_MATTER = "test_hostile.py -k test_front_matter_that_is_none"
_STRANGERS = "test_hostile_preview.py -k test_stranger_is_refused"
_POSTS = "test_hostile_preview.py -k test_post_from_elsewhere"
_OWN = "test_hostile.py -k test_articles_publish_nothing_but_their_own"

CONTROLS = (
    Control(_SCRIPT, "sanitise.py", "return _CLEANER.clean(html)", "return html", _RUNS),
    Control(
        _UNSEEN,
        "removed.py",
        "return () if as_cleaned(written) == clean else compared(written, clean)",
        "return ()",
        "test_hostile.py -k test_what_is_taken_out",
    ),
    Control(
        _MISSED,
        "page/document.py",
        "\"default-src 'none'\",",
        "\"default-src * 'unsafe-inline'\",",
        "test_hostile.py -k test_every_page_has_its_policy",
    ),
    Control(
        _BEYOND,
        "faithful/__init__.py",
        "return any(fault.breaking for fault in found)",
        "return False",
        _TRANSLATED,
    ),
    Control(
        _PLACES,
        "limits.py",
        "(control := _CONTROL.search(translation))",
        "(control := None)",
        _TRANSLATED,
    ),
    Control(_PLACES, "limits.py", "if not _isolated(translation):", "if False:", _TRANSLATED),
    Control(
        _PLACES,
        "front_matter.py",
        "if found := _UNSHOWN.search(token.value):",
        "if found := None:",
        _MATTER,
    ),
    Control(
        _HEADS,
        "page/theme.py",
        "autoescape=True",
        "autoescape=False",
        "test_hostile.py -k test_nothing_in_front_matter_runs",
    ),
    Control(
        _HEADS,
        "page/told.py",
        "return Markup(text.translate(_ESCAPES))",
        "return Markup(text)",
        "test_hostile.py -k test_nothing_in_front_matter_runs",
    ),
    Control(
        _HEADS,
        "site/feed.py",
        "from html import escape",
        "escape = str",
        "test_hostile.py -k test_nothing_in_front_matter_runs",
    ),
    Control(
        _FRONT,
        "front_matter.py",
        "case yaml.AliasToken():",
        "case yaml.AliasToken() if 0:",
        _MATTER,
    ),
    Control(
        _FRONT,
        "front_matter.py",
        "loader = yaml.SafeLoader(text)",
        "loader = yaml.UnsafeLoader(text)",
        _MATTER,
    ),
    Control(_FRONT, "front_matter.py", "if depth > limits.DEPTH:", "if False:", _MATTER),
    Control(
        _NAMES,
        "addresses.py",
        "if not _SLUG.fullmatch(letters) or",
        "if",
        _MATTER,
    ),
    Control(
        _NAMES,
        "addresses.py",
        "if folded[0] in _FIRST or",
        "if False and",
        "test_site_addresses.py -k test_folder_that_is_taken",
    ),
    Control(
        _NAMES,
        "project.py",
        "by_slug.setdefault(one.name.casefold(), [])",
        "by_slug.setdefault(one.name, [])",
        "test_bad_input.py",
    ),
    Control(
        _FILES,
        "project.py",
        'return "to a hidden file" if hidden - {*path.parts} else ""',
        'return ""',
        _OWN,
    ),
    Control(
        _FILES,
        "project.py",
        "if inside and (way := _astray(path, root)):",
        'if way := "":',
        _OWN,
    ),
    Control(
        _FILES,
        "project.py",
        "if path.resolve() != root / name and not",
        "if False and not",
        _OWN,
    ),
    Control(_FILES, "project.py", "if not stat.S_ISREG(status.st_mode) and not", "if 0 and", _OWN),
    Control(
        _FILES,
        "links.py",
        'or any(part.startswith(".") for part in inside.split("/"))',
        "",
        _OWN,
    ),
    Control(
        _DRAWING,
        "project.py",
        "if reason := attachments.refusal(name, found.data):",
        'if reason := "":',
        "test_hostile.py -k test_files_that_could_run",
    ),
    Control(
        _FOLDER,
        "store.py",
        "if not path.parent.resolve().is_relative_to(root.resolve()):",
        "if False:",
        "test_hostile.py -k test_output_folder_that_is_a_link",
    ),
    Control(
        _COSTLY,
        "limits.py",
        "if reason := _excess(paragraph):",
        'if reason := "":',
        "test_hostile.py -k test_flood_is_refused",
    ),
    Control(
        _COSTLY,
        "deadline.py",
        "signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)",
        "pass",
        "test_limits.py",
    ),
    Control(
        _OURS,
        "links.py",
        r"""r'(<[a-z](?:[^<>"]++|"[^"]*")*+>)'""",
        r"""r'(<[a-z](?:[^<>"]+|"[^"]*")*>)'""",
        "test_hostile_patterns.py -k test_no_pattern_explodes",
    ),
    Control(
        _THEIRS,
        "housestyle/vale/patterns.py",
        "list(compiled(pattern).finditer(text, timeout=_allowed(text)))",
        "list(compiled(pattern).finditer(text))",
        "test_hostile.py -k test_hostile_style_is_stopped",
    ),
    Control(
        _THEIRS,
        "housestyle/matching.py",
        "finditer(plain, timeout=SECONDS)",
        "finditer(plain)",
        "test_hostile.py -k test_hostile_terms_are_stopped",
    ),
    Control(
        _YAML,
        "wordlists/foreign.py",
        "_refuse_growth(yaml.parse(listed, loader), source)",
        "pass",
        "test_wordlists.py",
    ),
    Control(
        _YAML,
        "housestyle/vale/document.py",
        "if line := _deep(text):",
        "if line := 0:",
        "test_vale.py",
    ),
    Control(
        _CATALOG,
        "po/reader.py",
        "if self._draft.size > MESSAGE_LIMIT:",
        "if False:",
        "test_po.py",
    ),
    Control(
        _CATALOG,
        "po/reader.py",
        "if len(self.entries) > MESSAGES_LIMIT:",
        "if False:",
        "test_po.py",
    ),
    Control(_CATALOG, "po/codec.py", "if len(data) > FILE_LIMIT:", "if False:", "test_po.py"),
    Control(
        _XML,
        "exchange/tree.py",
        "if entity is not None:",
        "if False:",
        "test_hostile.py -k test_hostile_exchange",
    ),
    Control(
        _XML,
        "exchange/tree.py",
        'if data.count(b"<") > TAGS or data.count(b"=") > ATTRIBUTES:',
        "if False:",
        "test_exchange_xliff.py",
    ),
    Control(
        _SAVED,
        "importer/inline.py",
        "return urljoin(base, address) if scheme in _SCHEMES else None",
        "return urljoin(base, address)",
        "test_importer_html.py",
    ),
    Control(
        _ESCAPES,
        "reports/plain.py",
        'return "".join(_shown(each) for each in text)',
        "return text",
        "test_hostile.py -k test_names_lead_nowhere",
    ),
    Control(
        _ELSEWHERE,
        "preview/guard.py",
        "if len(hosts) != 1 or hosts[0].lower() not in self.hosts:",
        "if False:",
        _STRANGERS,
    ),
    Control(
        _ELSEWHERE,
        "preview/guard.py",
        'if site not in ((("same-origin",),) if posts else (("same-origin",), ("none",))):',
        "if False:",
        _STRANGERS,
    ),
    Control(
        _ELSEWHERE,
        "preview/guard.py",
        'if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):',
        "if False:",
        _STRANGERS,
    ),
    Control(
        _ELSEWHERE,
        "preview/guard.py",
        'if len(origin) != 1 or origin[0].lower() != f"http://{host}":',
        "if False:",
        _POSTS,
    ),
    Control(_ELSEWHERE, "preview/guard.py", 'if kind != "application/json":', "if False:", _POSTS),
    Control(
        _DISK,
        "preview/desk.py",
        'raise AbsentError("no such page")',
        "from pathlib import Path as P; return File((P(self.shelf.settings.root) / path).read_bytes(), 'a/b')",
        "test_hostile_preview.py -k test_nothing_but_the_site_is_served",
    ),
    Control(
        _REVIEWER,
        "faithful/__init__.py",
        "return any(fault.breaking for fault in found)",
        "return False",
        "test_hostile_preview.py -k test_typed_translation",
    ),
    Control(
        _REVIEWER,
        "preview/guard.py",
        "\"default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'self'; \"",
        "\"default-src * 'unsafe-inline'; frame-ancestors 'self'; \"",
        "test_preview_guard.py -k test_pages_have_theirs",
    ),
    Control(
        _REVIEWER,
        "preview/static/index.html",
        'sandbox="allow-same-origin" ',
        "",
        "test_preview_browser.py -k test_nothing_of_a_page_can_run",
    ),
    Control(
        _BODY,
        "preview/guard.py",
        "or int(length[:20]) > LARGEST:",
        "or False:",
        "test_hostile_preview.py -k test_body_too_large",
    ),
    Control(
        _BODY,
        "preview/app.py",
        "if len(data) > LARGEST:",
        "if False:",
        "test_preview_guard.py -k test_body_is_capped",
    ),
)
"""
All but one row of the threat model: that no text is a template, a format or an include is a control
that cannot be switched off, for there is nothing that would make one of it.
"""


def notices(folder: Path, control: Control) -> bool:
    """Switch *control* off in *folder*, run its tests there, and say whether they fail."""
    path = folder / "pipeline" / control.module
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(control.on, control.off), encoding="utf-8")
    name, *chosen = control.test.split(" ", 2)
    asked = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*asked, f"tests/{name}", *chosen],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(before, encoding="utf-8")
    if done.returncode not in (0, 1) and done.returncode > 0:
        sys.exit(f"{control.module}: the tests did not run:\n{done.stdout[-2000:]}")
    return done.returncode != 0


def main(words: Sequence[str]) -> int:
    """Switch off what *words* say, or all; give how many of them nobody noticed."""
    chosen = [
        one
        for one in CONTROLS
        if not words or any(word in one.threat or word in one.module for word in words)
    ]
    folder = mutation.copied("controls")
    missed = 0
    for one in chosen:
        noticed = notices(folder, one)
        missed += not noticed
        sys.stdout.write(
            f"{'noticed' if noticed else 'MISSED '}  {one.threat}: {one.module}: {one.on}\n"
        )
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - missed} of {len(chosen)} noticed\n")
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
