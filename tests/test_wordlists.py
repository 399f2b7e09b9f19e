"""The words that people add: read, refused with their line, put in order, taken from other tools."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import article, wordlists
from pipeline.errors import PipelineError
from pipeline.model import Source
from pipeline.wordlists import Entry


def parse(text: str | bytes) -> wordlists.WordList:
    data = text.encode() if isinstance(text, str) else text
    return wordlists.parse(Source("locale/words/en.txt", data))


def read(name: str, text: str | bytes) -> wordlists.WordList:
    data = text.encode() if isinstance(text, str) else text
    return wordlists.read(Source(name, data))


# A project's own list.


def test_a_line_is_a_word() -> None:
    """Comments, empty lines and blanks around a word are not part of it."""
    assert parse("# drugs\n\n  ketamine \r\nKetalar # ours\n").words == {"ketamine", "Ketalar"}


def test_a_word_with_an_example_keeps_both() -> None:
    """Its endings are the example's."""
    assert parse("ketamine/wine\n").inflected == (Entry("ketamine", "wine", 1),)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing yet\n", b"\xef\xbb\xbf"])
def test_an_empty_list_has_no_words(data: bytes) -> None:
    """A list that is to be filled is no mistake."""
    assert parse(data).words == frozenset()


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("e\u0301tat", "état"),
        ("aujourd’hui", "aujourd'hui"),
        ("keta\u00admine", "ketamine"),
        ("\u200bketamine", "ketamine"),
        ("COVID-19", "COVID-19"),
        ("N'Djamena", "N'Djamena"),
        ("ışık", "ışık"),
        ("Straße", "Straße"),
    ],
)
def test_a_word_is_compared_as_it_is_checked(written: str, word: str) -> None:
    """Composed letters, a straight apostrophe, nothing unseen; capitals and letters as they are."""
    assert parse(f"{written}\n").words == {word}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("two words", "more than one word"),
        ("a\tb", "more than one word"),
        ("one,two", '"," is in no word; write one word a line'),
        ("wine#red", '"#" is in no word; put a space before "#"'),
        ("ketamine/", '"ketamine/" is not a word and its example; write "ketamine/wine"'),
        ("/wine", "is not a word and its example"),
        ("a/b/c", "is not a word and its example"),
        ("2026", '"2026" has no letter'),
        ("bell\x07", "the control character U+0007 is in no word"),
        ("x" * 10_000, '"xxxxxxxxxxxxxxxxxxxx…" is longer than 64 letters; leave it out'),
    ],
)
def test_a_line_that_is_no_word_is_refused_with_its_place(line: str, why: str) -> None:
    """One clear line: the file, the line, what is wrong and what to do."""
    with pytest.raises(PipelineError) as error:
        parse(f"harbour\n{line}\nboat\n")
    assert str(error.value).startswith("locale/words/en.txt:2: ")
    assert why in str(error.value)


@pytest.mark.parametrize(
    "data", ["harbour\ncafé\n".encode("latin-1"), "harbour\nboat\n".encode("utf-16")]
)
def test_another_encoding_is_refused(data: bytes) -> None:
    """A list is UTF-8, as all text of a project is."""
    with pytest.raises(PipelineError, match="not UTF-8; save the file as UTF-8"):
        parse(data)


def test_a_word_that_stands_twice_is_told_with_both_lines() -> None:
    """The same word with an example is an entry of its own."""
    found = parse("boat\nharbour\nboat\nboat/coat\n")
    assert found.duplicates == ((Entry("boat", "", 3), 1),)


def test_a_hundred_thousand_words() -> None:
    """A long list is a list."""
    words = [f"word{chr(97 + number % 26)}{number}" for number in range(100_000)]
    assert len(parse("\n".join(words)).words) == 100_000


# In order.


def test_a_comment_moves_with_its_word() -> None:
    """What stands above a word or beside it belongs to it."""
    text = "zeta\n# a drug\n# of the seventies\nketamine # also Ketalar\n"
    assert wordlists.tidy(text) == "# a drug\n# of the seventies\nketamine # also Ketalar\nzeta\n"


def test_sections_keep_their_place() -> None:
    """A comment with an empty line below is a heading."""
    text = "# Words of ours\n\nb\na\n\n# Drugs\n\nd\nc\n"
    assert wordlists.tidy(text) == "# Words of ours\n\na\nb\n\n# Drugs\n\nc\nd\n"


def test_what_stands_twice_stands_once() -> None:
    """The first place stays, and no comment is lost."""
    text = "boat # small\n\nb\n# large\nboat\n"
    assert wordlists.tidy(text) == "b\n# large\nboat # small\n"


def test_accents_and_capitals_do_not_part_words() -> None:
    """As a reader looks for them."""
    assert wordlists.tidy("zoo\nÉtat\nfoo\nétat\netat\n").split() == [
        "etat",
        "État",
        "état",
        "foo",
        "zoo",
    ]


def test_a_comment_at_the_end_stays_there() -> None:
    """There is no word below that it could belong to."""
    assert wordlists.tidy("b\na\n# to be continued\n") == "a\nb\n\n# to be continued\n"


_LINES = st.lists(
    st.one_of(
        st.sampled_from(["", "  ", "# heading", "# note", "boat", "Boat", "état", "boat/coat"]),
        st.text("abé'", min_size=1, max_size=4),
        st.builds(lambda word: f"{word} # beside", st.text("abc", min_size=1, max_size=3)),
    ),
    max_size=12,
)


@given(_LINES)
def test_tidy_twice_is_tidy_once(lines: list[str]) -> None:
    """A list in order stays as it is."""
    once = wordlists.tidy("\n".join(lines))
    assert wordlists.tidy(once) == once


@given(_LINES)
def test_tidy_loses_nothing(lines: list[str]) -> None:
    """Every word and every comment is still there."""
    text = "\n".join(line for line in lines if line.strip("'") or not line)
    before, after = parse_any(text), parse_any(wordlists.tidy(text))
    assert before == after


def parse_any(text: str) -> tuple[set[str], set[str]]:
    said = [line.strip().partition("#") for line in text.splitlines()]
    return {word.strip() for word, _, _ in said} - {""}, {comment for _, _, comment in said} - {""}


# One article's.


def test_an_article_has_words_of_its_own() -> None:
    """In its front matter, and in comments that no reader sees."""
    text = b"""---
title: Boats
words: [Ketalar, esketamine]
---

<!-- spelling: words zorb, quux -->

Text. <!-- cspell:ignore frob -->
"""
    one = article.parse(text, "boats.md", "en")
    assert wordlists.of_article(one) == {"Ketalar", "esketamine", "zorb", "quux", "frob"}


def test_words_of_an_article_may_be_one_line() -> None:
    """`words: ketamine wine` is a list too."""
    one = article.parse(b"---\nwords: ketamine, wine\n---\nText.\n", "a.md", "en")
    assert wordlists.of_article(one) == {"ketamine", "wine"}


@pytest.mark.parametrize("value", ["[[a]]", "[1, 2]", "{a: b}", "['two words']", "[a/b]"])
def test_a_front_matter_that_lists_no_words_is_refused(value: str) -> None:
    """With the line it stands in."""
    one = article.parse(f"---\ntitle: T\nwords: {value}\n---\nText.\n".encode(), "a.md", "en")
    with pytest.raises(PipelineError, match=r'a\.md:3: "words" is a list of single words'):
        wordlists.of_article(one)


# Other tools' lists.


def test_cspell_in_json_with_comments() -> None:
    """Its words, not what it forbids; its markers are no letters; comments and last commas pass."""
    text = """{
        // ours
        "version": "0.2", "language": "en",
        "words": ["ketamine", "New York", "*wine*", "!wich", "http://a//b",],
        "ignoreWords": ["zorb"], /* theirs */
        "flagWords": ["teh"],
        "dictionaryDefinitions": [
            {"name": "ours", "path": "./project-words.txt", "addWords": true},
            {"name": "unused", "path": "./other.txt"},
            {"name": "trie", "path": "./words.trie.gz"}
        ],
        "dictionaries": ["ours", "trie", "en_US"],
    }"""
    found = read("cspell.json", text)
    assert found.words == {"ketamine", "New", "York", "wine", "zorb", "http://a//b"}
    assert found.files == ("./project-words.txt",)


def test_cspell_in_yaml() -> None:
    """The other form of its settings."""
    found = read("cspell.config.yaml", "words:\n  - ketamine\n  - zorb # a toy\nignoreWords: []\n")
    assert found.words == {"ketamine", "zorb"}


def test_cspell_in_package_json() -> None:
    """Under a key of its own."""
    text = json.dumps({"words": ["no"], "cspell": {"words": ["ketamine"]}})
    assert read("package.json", text).words == {"ketamine"}


def test_cspell_s_list_of_words() -> None:
    """Plain lines, with comments and markers."""
    text = "# ours\nketamine # a drug\n!wich\nwine*\n~zorb\n"
    assert read("project-words.txt", text).words == {"ketamine", "wine", "zorb"}


@pytest.mark.parametrize("name", [".codespellrc", "setup.cfg"])
def test_codespell_s_settings(name: str) -> None:
    """Words in a row, and files of words."""
    text = "[codespell]\nskip = *.po\nignore-words-list = ist,\n  nd\nignore-words = a.txt, b.txt\n"
    found = read(name, text)
    assert found.words == {"ist", "nd"}
    assert found.files == ("a.txt", "b.txt")


def test_codespell_in_pyproject() -> None:
    """A list, or a text with commas."""
    text = '[tool.codespell]\nignore-words-list = "ist,nd"\nignore-words = ["a.txt"]\n'
    found = read("pyproject.toml", text)
    assert (found.words, found.files) == ({"ist", "nd"}, ("a.txt",))


@pytest.mark.parametrize("head", ["default", "type.md"])
def test_typos(head: str) -> None:
    """A word that is its own correction is right; any other is a correction."""
    text = f'[{head}.extend-words]\nketamin = "ketamine"\nzorb = "zorb"\n'
    assert read("_typos.toml", text).words == {"zorb"}


def test_hunspell_s_personal_dictionary() -> None:
    """With its count, flags and forbidden words."""
    assert read("mine.dic", "3\nketamine/MS\n*wich\nzorb\tpo:noun\n").words == {"ketamine", "zorb"}


def test_libreoffice_s_dictionary() -> None:
    """What its users add, below a heading."""
    text = "OOoUserDict1\nlang: en-US\ntype: positive\n---\nketamine\nzo=rb\n"
    assert read("standard.dic", text).words == {"ketamine", "zorb"}


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("cspell.json", '{\n"words": [}', "cspell.json:2: is not JSON: expecting value"),
        ("cspell.json", '{"words": "ketamine"}', 'cspell.json: "words" must be a list'),
        ("cspell.json", "[" * 100_000, "cspell.json: is not JSON: nested too deeply"),
        ("cspell.yaml", "words:\n  - a\n - b\n", "cspell.yaml:3: is not YAML"),
        ("cspell.yaml", "- a\n", "cspell.yaml: has no settings of cspell"),
        ("cspell.yaml", "a: &a {b: c}\nwords: {<<: [*a, *a]}", "cspell.yaml:2: uses a YAML alias"),
        ("cspell.yaml", "words: " + "[" * 200_000, "cspell.yaml:1: is nested too deeply"),
        ("cspell.yaml", "- " * 200_000, "cspell.yaml:1: is nested too deeply"),
        (".codespellrc", "ist\n", ".codespellrc:1: is not a file of settings"),
        ("_typos.toml", "[default\n", "_typos.toml:1: "),
        ("words.txt", b"caf\xe9\n", "words.txt:1: not UTF-8"),
        ("words.txt", b"a" * 4_000_001, "words.txt: larger than 4,000,000 bytes"),
    ],
)
def test_a_file_that_does_not_parse_is_told_of(name: str, text: str | bytes, why: str) -> None:
    """The file and the line, in one line."""
    with pytest.raises(PipelineError) as error:
        read(name, text)
    assert str(error.value).startswith(why)


def test_a_long_word_of_another_tool_is_passed_over() -> None:
    """It is right for them, and can be none for us."""
    assert read("words.txt", "x" * 10_000 + "\nketamine\n").words == {"ketamine"}
