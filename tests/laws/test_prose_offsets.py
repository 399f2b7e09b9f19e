"""Every character of a passage stands where its origin says; every word and sentence where its offsets say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import NOT_PROSE, Origin, Run, Segment
from pipeline.prose import inline, reading
from pipeline.prose.passages import passages
from pipeline.prose.sentences import sentences
from pipeline.prose.words import words

PIECES = st.sampled_from(
    [
        *("a word", "Dr. Lee", "l’été", "e\u0301", "痛み。", "ألم؟", "3.5 mg", "…", "!", "? ", ".", ", ", " "),
        *("`code`", "`", "``", "*", "**", "_", "\\", "\\*", "\\[", "[", "]", "(", ")", "![", "](u)", "][r]"),
        *("](u 'a title')", "![alt &amp; *x*](u)", "[^1]", "https://a.org/b", "<https://a.org>", "me@a.org"),
        *("&eacute;", "&shy;", "&nosuch;", "so\u00adft", "<br>", "<b>", "</b>", '<i lang="fr">', "</i>"),
        *("<code>", "</code>", '<img alt="a cat" src="c">', "<!-- x -->", "{: lang=fr}", "{name}", "  \n"),
    ]
)  # fmt: skip
MARKDOWN = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)
LOCALES = st.sampled_from(["en", "fr", "de", "ja", "ar", "el", "tlh"])


@given(MARKDOWN)
def test_tokens_are_the_text(text: str) -> None:
    """Tokens follow one another without gap or overlap."""
    position = 0
    for token in inline.tokens(text):
        assert token.start == position
        assert token.end > position
        position = token.end
    assert position == len(text)


@given(st.lists(MARKDOWN.filter(lambda text: "\n" not in text), min_size=1, max_size=4))
def test_prose_offsets(lines: list[str]) -> None:
    """A character that is neither `NOT_PROSE` nor decoded is the character at its place in the file."""
    text, indent = " ".join(lines), 2
    pieces, offset = [], 0
    for number, line in enumerate(lines, start=5):
        pieces.append((offset, number, indent + 1))
        offset += len(line) + 1
    origin = Origin("a.md", tuple(pieces))
    for passage in passages(Run(Segment(text, "paragraph", origin), text, "en", "source", origin)):
        for index, character in enumerate(passage.text):
            place = passage.origin.at(index)
            written = f"{'':{indent}}{lines[place.line - 5]} "[place.column - 1 :]
            if character != NOT_PROSE and not written.startswith(("&", "<br>")):
                assert written.startswith(character)


@given(MARKDOWN, LOCALES)
def test_words_and_sentences_are_spans(text: str, locale: str) -> None:
    """Words and sentences follow one another, are the text between their offsets, and lose no letter."""
    position = 0
    for word in words(text, locale):
        assert position <= word.start < word.end
        assert text[word.start : word.end] == word.text
        position = word.end
    position = 0
    for start, end in sentences(text, locale):
        assert not any(character.isalnum() for character in text[position:start])
        assert start < end
        assert text[start:end].strip() == text[start:end]
        position = end
    assert not any(character.isalnum() for character in text[position:])


@given(MARKDOWN, LOCALES)
def test_every_word_is_in_a_sentence(text: str, locale: str) -> None:
    """Reading a passage meets each of its words once."""
    origin = Origin("a.md")
    for passage in passages(
        Run(Segment(text, "paragraph", origin), text, locale, "source", origin)
    ):
        read = [word for sentence in reading.read(passage) for word in sentence.words]
        assert read == list(words(passage.text, passage.locale))
