"""The documents say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import readme
from pipeline import check, config
from test_layers import LAYERS

ROOT = Path(__file__).parent.parent
# What is shown as code leads nowhere.
_CODE = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_readme_shows_every_command() -> None:
    """The help of each command stands in the README word for word; `make fix` puts it there."""
    text = readme.README.read_text(encoding="utf-8")
    assert readme.updated(text) == text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """A relative link or picture in a document exists."""
    text = _CODE.sub("", document.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (document.parent / target).exists(), target


def test_architecture_names_every_module() -> None:
    """A module that the architecture does not mention, or one that is gone, is a mistake."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for name in " ".join(LAYERS.values()).split():
        assert re.search(rf"\b{name}(\.py|/)", text) or name == "__main__", name
    for name in re.findall(r"\b(\w+)\.py\b", text):
        assert list((ROOT / "pipeline").rglob(f"{name}.py")) or name.startswith("test_"), name


def test_rules_are_not_promised_in_vain() -> None:
    """A rule that a document names exists."""
    known = set(check.rules())
    for document in DOCUMENTS:
        named = re.findall(
            r"\b(?:prose|translation|page)/[a-z]++(?:-[a-z]++)*+\b(?![/.])", document.read_text()
        )
        assert set(named) <= known, document


def test_readme_settings_are_understood() -> None:
    """What the README shows can be copied as it is."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert config.parse(block, "pipeline.toml", ROOT).locales == ("en", "fr", "ar")
