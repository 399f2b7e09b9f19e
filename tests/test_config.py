"""The project's settings: what a file may say, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import config, settings, walk
from pipeline.errors import ConfigError
from pipeline.results import Thresholds

FULL = """
[project]
name = "guides"

[tool.pipeline]
source = "en"
locales = ["en", "pt_br", "ja"]
content = "articles"
locale_dir = "catalogs/po"
build = "out/build"
public = "./out/public/"
name = "Guides"
url = "https://example.org/guides/"
extensions = ["nl2br"]

[tool.pipeline.thresholds]
grade = false
misspellings = 2
level = "warning"

[tool.pipeline.locale.ja.thresholds]
coverage = 0.8

[tool.pipeline.rules."prose/long-sentence"]
level = "note"
limit = 30
words = ["one", "two"]

[tool.pipeline.limits]
deadline = 5
"""


def parse(text: str, path: str = "pipeline.toml") -> config.Config:
    """Read settings as the tests write them."""
    return config.parse(text, path, Path("root"))


def complaint(text: str, path: str = "pipeline.toml") -> str:
    """Give what is said about settings that are wrong."""
    with pytest.raises(ConfigError) as caught:
        parse(text, path)
    return str(caught.value)


def test_nothing_said() -> None:
    """An empty file gives the defaults."""
    assert parse("") == config.Config(Path("root"), "pipeline.toml")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("root", Path("root")),
        ("path", "pyproject.toml"),
        ("source", "en"),
        ("locales", ("en", "pt-BR", "ja")),
        ("content", "articles"),
        ("locale_dir", "catalogs/po"),
        ("build", "out/build"),
        ("public", "out/public"),
        ("name", "Guides"),
        ("url", "https://example.org/guides"),
        ("extensions", ("nl2br",)),
        ("thresholds", Thresholds(grade=None, misspellings=2.0, level="warning")),
        ("limits", settings.Limits(deadline=5.0)),
    ],
)
def test_every_key(name: str, value: object) -> None:
    """Each key arrives under its own name, in one spelling."""
    assert getattr(parse(FULL, "pyproject.toml"), name) == value


def test_thresholds_of_a_locale() -> None:
    """A locale's own thresholds change what they name, and nothing else."""
    wanted = Thresholds(grade=None, misspellings=2.0, coverage=0.8, level="warning")
    assert parse(FULL, "pyproject.toml").thresholds_for("ja") == wanted


def test_thresholds_of_another_locale() -> None:
    """A locale without thresholds of its own has those for all."""
    read = parse(FULL, "pyproject.toml")
    assert read.thresholds_for("pt-BR") == read.thresholds


def test_locale_before_the_thresholds_for_all() -> None:
    """A locale builds on the thresholds for all, wherever they stand in the file."""
    read = parse("locale.en.thresholds.coverage = 0.5\nthresholds.grade = 7")
    assert read.thresholds_for("en") == Thresholds(grade=7.0, coverage=0.5)


def test_rule_setting() -> None:
    """A rule has a level and its options, lists frozen."""
    wanted = settings.Setting("note", {"limit": 30, "words": ("one", "two")})
    assert parse(FULL, "pyproject.toml").rules == {"prose/long-sentence": wanted}


@pytest.mark.parametrize(
    ("text", "locales"),
    [
        ('source = "fr"', ("fr",)),
        ('source = "fr"\nlocales = ["de", "fr"]', ("fr", "de")),
        ('locales = ["de", "fr"]', ("de", "fr")),
    ],
)
def test_source_comes_first(text: str, locales: tuple[str, ...]) -> None:
    """The source locale is the first of the locales, whether it is listed or not."""
    assert (parse(text).source, parse(text).locales) == (locales[0], locales)


def test_own_file_with_the_shared_heading() -> None:
    """`pipeline.toml` may also be written as in `pyproject.toml`."""
    assert parse('[tool.pipeline]\nname = "Guides"').name == "Guides"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nlocals = ["en"]', ':2: unknown key "locals"; did you mean "locales"?'),
        ("[thresholds]\nGrade = 9", ':2: unknown key "Grade"; did you mean "grade"?'),
        ("[limits]\ndead = 9", ':2: unknown key "dead"; did you mean "deadline"?'),
        ("[locale.en]\ngrade = 9", ':2: unknown key "grade"; there is "thresholds"'),
        ('locales = "en"', ':1: "locales" must be a list of locales, not "en"'),
        ('locales = [\n"en",\n1]', ':3: "locales" must be a text of one line, not 1'),
        ('locales = [\n"en",\n"fr-FRR"]', ':3: unknown locale "fr-FRR"; did you mean "fr-FR"?'),
        (
            'locales = ["pt-BR", "pt_br"]',
            ':1: locale "pt-BR" is listed twice; leave one of them out',
        ),
        (
            'source = "xx-!!"',
            ':1: unknown locale "xx-!!"; write a BCP 47 tag, such as "fr" or "pt-BR"',
        ),
        (
            'locales = ["en", "de"]\n[locale.fr]',
            ':2: "fr" is not one of the project\'s locales; there is "de", "en"',
        ),
        (
            'source = "pt-BR"\n[locale.pt_BR]\n[locale.pt-BR]\n',
            ':3: locale "pt-BR" has two tables; make one of them',
        ),
        ("thresholds = 3", ':1: "thresholds" must be a table, not 3'),
        ("thresholds.grade = true", ':1: "grade" must be a number, not true'),
        ("thresholds.grade = nan", ':1: "grade" must be a number from 0 to 30, not nan'),
        ("thresholds.coverage = 80", ':1: "coverage" must be a number from 0 to 1, not 80'),
        ("limits.deadline = 0", ':1: "deadline" must be a number from 0.01 to 3600, not 0'),
        ("limits.deadline = false", ':1: "deadline" must be a number, not false'),
        (
            'thresholds.level = "err"',
            ':1: "level" must be "error" or "warning" or "note", not "err"; did you mean "error"?',
        ),
        (
            '[rules."prose/spelling"]\nlevel = false',
            ':2: "level" must be "error" or "warning" or "note" or "review" or "off", not false',
        ),
        ('[rules]\n"prose/spelling" = "off"', ':2: "prose/spelling" must be a table, not "off"'),
        (
            "[rules.prose.spelling]\nlimit = 1",
            (
                ':1: "spelling" must be a single value, not a table; '
                'a rule\'s name is one: rules."prose/spelling"'
            ),
        ),
        ("rules.x.limit = inf", ':1: "limit" must be a finite number, not inf'),
        (
            "rules.x.day = 2026-11-23",
            ':1: "day" must be a text, a number, true, false, or a list of them, not a date or time',
        ),
        (
            'extensions = ["os.path"]',
            ':1: "extensions" must be "legacy_em" or "nl2br" or "smarty", not "os.path"',
        ),
        ("name = 3", ':1: "name" must be a text of one line, not 3'),
    ],
)
def test_wrong_setting(text: str, said: str) -> None:
    """A wrong setting is one line: where, what, and what to write instead."""
    assert complaint(text) == f"pipeline.toml{said}"


@pytest.mark.parametrize(
    "folder",
    ["", ".", "..", "a/../b", "/etc", "C:\\\\x", "C:x", "a//b", ".git", "a\\u0000b", "~/x/.."],
)
def test_folder_outside(folder: str) -> None:
    """A folder that is not inside the project is refused."""
    assert '"public" must be' in complaint(f'public = "{folder}"')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('build = "content"', 1),
        ('\npublic = "Build/site"', 2),
        ('content = "a/b"\nbuild = "a"', 1),
        ('content = "public"', 1),
    ],
)
def test_folders_overlap(text: str, line: int) -> None:
    """No folder lies in another, for what one stage writes another would take or remove."""
    said = complaint(text)
    assert said.startswith(f"pipeline.toml:{line}: the ")
    assert said.endswith("give each a folder of its own")


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://example.org/a b",
        "https://user@example.org",
        "https://example.org/?q",
        "https://example.org:99999",
    ],
)
def test_address_that_is_none(url: str) -> None:
    """The site's address is a plain http or https one."""
    said = complaint(f'url = "{url}"')
    assert said.endswith('write it as "https://example.org/guide"')


def test_shared_file_without_settings() -> None:
    """A `pyproject.toml` without the pipeline's table is not taken for the defaults."""
    said = complaint("[project]\n", "pyproject.toml")
    assert said.startswith("pyproject.toml: has no settings of the pipeline; ")


def test_settings_beside_the_shared_heading() -> None:
    """A key above `[tool.pipeline]` would be overlooked, so it is an error."""
    said = complaint('name = "Guides"\n[tool.pipeline]')
    assert said.startswith('pipeline.toml:1: "name" stands outside [tool.pipeline]')


@pytest.mark.parametrize("name", config.EXTENSIONS)
def test_allowed_extensions_exist(name: str) -> None:
    """Each extension that may be added is one the parser has."""
    assert walk.parser(extensions=[name]).convert("a") == "<p>a</p>"


KNOWN = {"prose/long-sentence": {"limit": 25, "share": 0.5, "words": (), "strict": False}}


def rules(text: str) -> config.Config:
    """Read settings of one rule, below a line of its name."""
    return parse(f'[rules."prose/long-sentence"]\n{text}')


@pytest.mark.parametrize(
    "text", ["limit = 30", "share = 1", 'words = ["a"]', "strict = true", 'level = "off"']
)
def test_rule_that_exists(text: str) -> None:
    """Options of a known rule pass; a whole number does where a fraction may stand."""
    config.check_rules(rules(text), KNOWN)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            parse('[rules."prose/long-sentense"]'),
            ':1: unknown rule "prose/long-sentense"; did you mean "prose/long-sentence"?',
        ),
        (parse("[rules.xyz]"), ':1: unknown rule "xyz"; `pipeline rules` lists them'),
        (
            rules("limits = 3"),
            ':2: unknown option "limits" of prose/long-sentence; did you mean "limit"?',
        ),
        (
            rules('levl = "off"'),
            ':2: unknown option "levl" of prose/long-sentence; did you mean "level"?',
        ),
        (rules('limit = "3"'), ':2: "limit" must be a whole number, not "3"'),
        (rules("limit = 2.5"), ':2: "limit" must be a whole number, not 2.5'),
        (rules('words = "a"'), ':2: "words" must be a list, not "a"'),
        (rules("strict = 1"), ':2: "strict" must be true or false, not 1'),
    ],
)
def test_rule_that_does_not_exist(asked: config.Config, said: str) -> None:
    """An unknown rule or option, and an option of the wrong kind, is named with its line."""
    with pytest.raises(ConfigError) as caught:
        config.check_rules(asked, KNOWN)
    assert str(caught.value) == f"pipeline.toml{said}"


def test_rules_known_by_option_names_only() -> None:
    """Where the defaults are not known, only the names are judged."""
    config.check_rules(rules('limit = "3"'), {"prose/long-sentence": frozenset({"limit"})})


def test_load_a_file(tmp_path: Path) -> None:
    """The file's folder is the root; a byte order mark does not matter."""
    path = tmp_path / "pipeline.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "Guides"\r\n')
    assert config.load(path) == config.Config(tmp_path, str(path), name="Guides")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'name = "a"\nurl = "\xff"', ":2: is not UTF-8; save the file as UTF-8"),
        (b"#" * 1_000_001, ": is longer than 1,000,000 bytes"),
    ],
)
def test_load_a_broken_file(tmp_path: Path, data: bytes, said: str) -> None:
    """A file that is no text is one line, too."""
    path = tmp_path / "pipeline.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value) == f"{path}{said}"


def test_load_nothing(tmp_path: Path) -> None:
    """A file that is not there, or a folder in its place, cannot be read."""
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match="cannot be read"):
            config.load(path)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"pipeline.toml": "", "pyproject.toml": "[tool.pipeline]"}, "pipeline.toml"),
        ({"pyproject.toml": "[tool.pipeline]"}, "pyproject.toml"),
        ({"pyproject.toml": "[tool.pipeline.limits]"}, "pyproject.toml"),
        ({"pyproject.toml": "tool = 1", "../pipeline.toml": ""}, "../pipeline.toml"),
        ({"pyproject.toml": "[project]", "../pipeline.toml": ""}, "../pipeline.toml"),
        ({"pyproject.toml": "[tool.pipeline]\nbroken"}, "pyproject.toml"),
        ({"pyproject.toml": "broken", "../pipeline.toml": ""}, "../pipeline.toml"),
        ({}, None),
    ],
)
def test_find(tmp_path: Path, files: dict[str, str], found: str | None) -> None:
    """The nearest folder with settings is the project; its own file comes first."""
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    assert config.find(folder / "content") == (found and (folder / found).resolve())
