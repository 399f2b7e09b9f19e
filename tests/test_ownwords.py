"""The words of a project, from its own lists and from the files that its settings name."""

from __future__ import annotations

from pathlib import Path

from pipeline import ownwords
from pipeline.dictionaries.places import Inflected
from pipeline.settings import Config


def write(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_a_language_has_its_own_words_and_the_common_ones(tmp_path: Path) -> None:
    """Without lists there are none."""
    write(tmp_path, "locale/words/common.txt", "Ketalar\n")
    write(tmp_path, "locale/words/fr.txt", "zorbeur\n")
    found = ownwords.read(Config(tmp_path), ["en", "fr"])
    assert found.words == {"en": {"Ketalar"}, "fr": {"Ketalar", "zorbeur"}}
    assert ownwords.read(Config(tmp_path / "other"), ["en"]).words == {"en": frozenset()}


def test_examples_know_their_language_and_place(tmp_path: Path) -> None:
    """So that one which is no word can be told of."""
    write(tmp_path, "locale/words/common.txt", "ketamine/wine\n")
    write(tmp_path, "locale/words/de.txt", "# ours\nZorbwein/Wein\n")
    assert ownwords.read(Config(tmp_path), ["de"]).inflected == (
        Inflected("ketamine", "wine", "", "locale/words/common.txt", 1),
        Inflected("Zorbwein", "Wein", "de", "locale/words/de.txt", 2),
    )


def test_other_tools_lists_are_for_every_language(tmp_path: Path) -> None:
    """With the lists that they name, relative to themselves; a circle ends."""
    text = "[codespell]\nignore-words-list = zorb\nignore-words = words.txt, .codespellrc\n"
    write(tmp_path, "tools/.codespellrc", text)
    write(tmp_path, "tools/words.txt", "quux\n")
    found = ownwords.read(Config(tmp_path), ["en"], ["tools/.codespellrc"])
    assert (found.words["en"], found.errors) == ({"zorb", "quux"}, ())


def test_a_broken_list_stops_no_other(tmp_path: Path) -> None:
    """What is wrong is told, and what is right is used."""
    write(tmp_path, "locale/words/common.txt", b"caf\xe9\n")
    write(tmp_path, "locale/words/en.txt", "zorb\n")
    found = ownwords.read(Config(tmp_path), ["en"], ["missing.json", "../outside.txt"])
    assert found.words["en"] == {"zorb"}
    assert [str(error).partition(";")[0] for error in found.errors] == [
        "locale/words/common.txt:1: not UTF-8",
        "missing.json: cannot be read: no such file or directory",
        "../outside.txt: a link out of the project",
    ]


def test_what_stands_twice_is_told_once_a_time(tmp_path: Path) -> None:
    """It is no error."""
    write(tmp_path, "locale/words/en.txt", "zorb\nboat\nzorb\n")
    found = ownwords.read(Config(tmp_path), ["en"])
    assert found.duplicates == ('locale/words/en.txt:3: "zorb" stands in line 1 already',)
    assert found.errors == ()
