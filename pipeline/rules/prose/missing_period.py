"""prose/missing-period"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose import position, siblings
from pipeline.prose.citations import is_citation
from pipeline.prose.words import language

_MARKS = frozenset(".!?…‽。！？｡．؟۔।॥։።។")
_CLOSING = "\"'”’“‘»›)）]」』】*"
_NAME = re.compile(r"[/_<>=@$]|\w[.:]\w")
"""What stands in names of files and in formulas, behind which a stop would be taken for a part of them."""
_QUOTES = "\"'”’“‘»›」』"
_BETWEEN = re.compile(r"(?<=[^\W\d_]{2})[.!?…؟۔।][\"”’»)]* +\W?[^\W\d_]|[。！？]")
# "TIP How to sleep", "2.3. How it works", "Figure 2. Sleep": a title, whatever it looks like.
_LABEL = re.compile(r"\W*(?:[A-Z]{3,}[ :]|\d[\d.]*[.) ]|\w+\s\d[\d.\u2013-]*[.:])")
# What ends with a noun is a label in Japanese.
_ENDS_IN_VERB = re.compile(r"[\u3041-\u309f][」』）)]*\s*\Z")
_BLOCKS = (":", "///", "!!!", "???", "{")
"""What begins the blocks of other kinds of Markdown, which are read as paragraphs."""
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*\Z")
# No English sentence ends with one of these, but what leads to code or to a table does.
_LEADING = frozenset(
    "a an the and or but if then than with by to of in on at for from into via like as so just only i.e "
    "e.g is are was were be that which when where because while see run runs running use uses using do "
    "does doing type typing say says write enter execute invoke call calling command commands following "
    "namely example instance simple our your their its my his her signature ensure".split()
)
_UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my"})
_OFTEN_IN_CODE = 5
"""In a technical article so many must have a mark for each that has none."""
_LABEL_WORDS = 2
"""An item of so many words is a label, whatever stands beside it."""
_LONG = 10
"""Words of a sentence that stands alone in its paragraph, so that it is no label or byline."""


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A paragraph or an item of a list ends with a mark where those beside it do.

    Why: without the stop, a reader wonders whether something is cut off, and a screen reader does not pause.
    Fix: put the stop. Lists whose items have none are let be, and so is what introduces a list, a table
    or code. In a text full of code, what paragraphs lead to is often not seen: there it is a note.
    """
    # What stands in another language within a paragraph is a part of its sentence.
    own = prose[0].locale if prose else ""
    prose = [passage for passage in prose if passage.locale == own]
    line = siblings.in_line(prose)
    following = {id(one): other for one, other in pairwise(line)}
    for items in siblings.lists(prose):
        yield from _among(items, following)
    paragraphs = tuple(one for one in line if one.kind == "paragraph")
    yield from _among(paragraphs, following)


def _leads_on(passage: Passage) -> bool:
    """Say whether its last word leads to what follows: "then run", "to a release with"."""
    last = _LAST_WORD.search(passage.text, max(len(passage.text) - 40, 0))
    english = language(passage.locale) == "en"
    return last is not None and english and last[1].lower() in _LEADING


def _among(group: Sequence[Passage], following: Mapping[int, Passage]) -> Iterator[Found]:
    """Give what has no mark, if two or more others have one, and twice as many as have none."""
    ends = {id(one): _end(one) for one in group if _words(one) > _LABEL_WORDS}
    marks = [one for one in group if ends.get(id(one)) == "mark"]
    bare = [
        one
        for one in group
        if ends.get(id(one)) == "bare"
        and (_words(one) > _LABEL_WORDS + 1 or (len(marks) > 2 and "," not in one.text))
        and _complete(one, following.get(id(one)))
        and not is_citation(one.text)
    ]
    if bare and len(marks) > 1:
        marks = [one for one in marks if not is_citation(one.text)]
    if not bare:
        return
    technical = position.is_technical(group)
    if technical:
        bare = [one for one in bare if _sentence_beside_code(one)]
    if not bare or len(marks) < max(2, (_OFTEN_IN_CODE if technical else 2) * len(bare)):
        return
    for passage in bare:
        # Beside code a paragraph may lead to what is not read: an example, a form, a picture.
        level: Level | None = "note" if technical and passage.kind == "paragraph" else None
        yield replace(_found(passage, marks[0]), level=level)


def _sentence_beside_code(passage: Passage) -> bool:
    """Say whether it is no label: in technical lists many items are, and a page does not tell of its code."""
    text = passage.text
    if passage.kind == "paragraph" and siblings.from_page(passage):
        return False
    return text[:1] != NOT_PROSE and text[-1:].isalpha() and _words(passage) >= _LONG


def _end(passage: Passage) -> str:
    text = passage.text.rstrip()
    if text.endswith(NOT_PROSE):
        return "mark" if text.rstrip(NOT_PROSE)[-1:] in _MARKS else ""
    if text.endswith(")"):
        # "Take one. (Or two)": the sentence has its mark.
        before = text[: text.rfind("(")].rstrip()
        if before[-1:] in _MARKS:
            return "mark"
    if text[-1:] in _QUOTES + ")" and passage.kind == "list item":
        return ""
    last = text.rstrip(_CLOSING)[-1:]
    if last in _MARKS:
        return "mark"
    word = text[text.rfind(" ") + 1 :]
    return "bare" if last.isalpha() and not _NAME.search(word) else ""


def _words(passage: Passage) -> int:
    """Give the number of words, or what stands for it where none are written: two characters a word."""
    if language(passage.locale) in _UNSPACED:
        return len(passage.text) // 2
    return passage.text.count(" ") + 1


def _complete(passage: Passage, following: Passage | None) -> bool:
    """Say whether *passage* is a sentence to its end: nothing that it leads to follows, and no label."""
    text = passage.text
    if (
        "\n" in text
        or text[:1].islower()
        or text.startswith(_BLOCKS)
        or _LABEL.match(text)
        or _leads(passage, following)
        or _leads_on(passage)
    ):
        return False
    if language(passage.locale) == "ja" and not _ENDS_IN_VERB.search(text):
        return False
    if passage.kind == "list item":
        return True
    if following and following.kind != "paragraph" and not position.is_heading(following):
        return False
    # Nothing tells a long label from a sentence where no spaces are written, but the verb of Japanese.
    spaced = language(passage.locale) not in _UNSPACED - {"ja"}
    return bool(_BETWEEN.search(text)) or (spaced and _words(passage) >= _LONG and _small(text))


def _leads(passage: Passage, following: Passage | None) -> bool:
    """Say whether code, an image or a nested list stands right below *passage*."""
    if following is None or siblings.from_catalog(passage):
        return False
    last = passage.origin.at(len(passage.text) - 1).line
    nested = following.kind == "list item" == passage.kind and (
        following.origin.place.column > passage.origin.place.column
    )
    return nested or following.origin.place.line > last + 2


def _small(text: str) -> bool:
    """Say whether most words have a small letter: a line of names and dates is no sentence."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 2 <= len(words)


def _found(passage: Passage, sibling: Passage) -> Found:
    text = passage.text.rstrip()
    spaced = language(passage.locale) not in _UNSPACED
    start = text.rfind(" ") + 1 if spaced else len(text) - 1
    mark = sibling.text.rstrip().rstrip(_CLOSING + NOT_PROSE)[-1:]
    mark = mark if mark in "。।॥۔։።។．｡" else "." if spaced else "。"
    fix: Fix = "safe" if text[-1].isalpha() else "unsafe"
    message = f'no "{mark}" at the end, as those beside it have'
    return Found.of(passage, start, len(text), message, text[start:] + mark, fix=fix)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "- Drink a glass of water.\n- Rest in the dark room.\n- Call the nurse if it gets worse",
        (
            "Call us. We are here.\n\nWrite to us. We will find a time\n\nThe bus is free. It stops here.\n\n"
            "The tram is free. It is slow."
        ),
        ("ja", "- 水をたくさん飲みます。\n- 暗い部屋で休みます。\n- 悪くなったら電話をします"),
    ),
    good=(
        "- Drink a glass of water\n- Rest in the dark room\n- Call the nurse if it gets worse.",
        "- Drink a glass of water.\n- Rest in the dark room.\n- Water\n- See `code`",
        (
            "Call us. We are here.\n\nWrite to us. We need\n\n- your name\n- your age\n\nThe bus is free. It "
            "stops here.\n\nThe tram is free. It is slow."
        ),
    ),
)
