"""prose/acronym-unexpanded"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Rule
from pipeline.model import Passage, Word
from pipeline.prose import acronyms, position
from pipeline.prose.citations import is_citation

# What stands in these is not read before the text, or cannot hold an explanation.
_BESIDE = ("table", "link title", "image alternative", "code")
# Acronyms in articles on health that have the letters of a word likely to stand beside them.
_AND_WORDS = frozenset({"ACT", "ALS", "MAT", "MS", "PIP", "SAD", "WHO"})

_Use = tuple[Passage, Word]


def check(prose: Sequence[Passage], *, dom: Dom | None, known: str = "") -> Iterator[Found]:
    """
    The first time an acronym is used, the text says what it stands for (WCAG 3.1.4, level AAA).

    Why: whoever does not know it stops there; a screen reader may say it as a word.
    Fix: write it out where it comes first, and the acronym in brackets behind it: "magnetic resonance
    imaging (MRI)". What all your readers know goes into the option `known`,
    with spaces between; what everybody knows (TV,
    DNA, PDF, HTML) is let be.
    """
    first: dict[str, _Use] = {}
    expanded: dict[str, _Use] = {}
    words: set[str] = set()
    let_be = acronyms.EVERYBODY_KNOWS.union(known.split())
    for passage in prose:
        if passage.kind.startswith(_BESIDE) or passage.text.isupper():
            continue
        words.update(position.forms(passage.text))
        for name, word in _mentions(passage, let_be):
            use = passage, word
            if name in expanded:
                continue
            if acronyms.expands(passage.text, word.start, word.end):
                expanded.setdefault(name, use)
            elif name not in first or (_in_heading(first[name][0]) and not _in_heading(passage)):
                # A heading has no room for an explanation: the text below it is where one is missed.
                first[name] = use
    titled = _titled(dom)
    for name, (passage, word) in first.items():
        # "SSRIS" for "SSRIs" is the slip of another rule; a word in capitals is said loudly.
        if name in titled or name[:-1] in first or name[:-1] in expanded or _is_word(name, words):
            continue
        if message := _message(name, passage, word, expanded.get(name)):
            yield Found.of(passage, word.start, word.end, message)


def _titled(dom: Dom | None) -> set[str]:
    """Give the acronyms that are told in a title: `<abbr title="…">`."""
    return {one.text for one in dom.named("abbr") if one.get("title")} if dom else set()


def _message(name: str, passage: Passage, word: Word, expanded: _Use | None) -> str:
    if expanded:
        place = expanded[0].origin.at(expanded[1].start)
        late = not _in_heading(passage) and place > passage.origin.at(word.start)
        return f'"{name}" is used before line {place.line} says what it stands for' if late else ""
    return "" if acronyms.ROMAN.match(name) else f'"{name}" is never written out'


def _mentions(passage: Passage, ignored: frozenset[str]) -> Iterator[tuple[str, Word]]:
    """Give the acronyms of *passage* that are asked after, without the "s" of the plural."""
    found = [
        (name, word)
        for word in acronyms.mentions(passage.text)
        if (name := word.text.rstrip("s")) not in ignored and not _shouted(passage.text, word)
    ]
    return iter(() if found and is_citation(passage.text) else found)


def _is_word(name: str, words: set[str]) -> bool:
    return name.lower() in words and name not in _AND_WORDS


def _in_heading(passage: Passage) -> bool:
    return position.is_heading(passage)


def _shouted(text: str, word: Word) -> bool:
    """Say whether a word next to it is in capitals too: "DO NOT EAT", "GNU GPL"."""
    before = text[max(word.start - 30, 0) : word.start].rstrip(" ,").rpartition(" ")[2]
    after = text[word.end : word.end + 30].lstrip(" ,").partition(" ")[0].rstrip(".,;:!?")
    return any(len(one) > 1 and one.isalpha() and one.isupper() for one in (before, after))


RULE = Rule(
    level="note",
    check=check,
    bad=(
        "Many people with PTSD sleep badly.",
        "An IV line is set. The intravenous (IV) line hurts little.",
        ("fr", "Les patients avec un TSPT dorment mal."),
    ),
    good=(
        "Magnetic resonance imaging (MRI) takes an hour. An MRI is safe.",
        "The WHO (World Health Organization) was asked. The WHO agreed.",
        "Chapter IV is on TV and in a PDF. STOP NOW, PLEASE.",
        "Use `HKEY` and OPENSSL_DIR.",
    ),
    languages=frozenset(
        "ca cs da de en es fi fr hr hu it nb nl nn no pl pt ro sk sl sv tr".split()
    ),
    source="WCAG 2.2, success criterion 3.1.4 Abbreviations",
)
