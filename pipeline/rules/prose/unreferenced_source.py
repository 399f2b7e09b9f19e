"""prose/unreferenced-source"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage, Word
from pipeline.prose import position
from pipeline.prose.citations import is_citation

_CAPITAL = r"[A-Z][\w’'-]{0,30}"
_NAME = rf"{_CAPITAL}(?: (?:(?:of|for|on|and|in|&)(?: the)? )?{_CAPITAL}){{0,7}}+"
_BODY = (
    "Organi[sz]ation|Institutes?|Agency|Association|Society|Academy|College|University|Cent(?:ers?|res?)|Council"
    "|Commission|Foundation|Department|Ministry|Administration|Office|Bureau|Collaboration|Committee|Service|Federation"
)
_FAMOUS = "Lancet|Nature|Science|JAMA|BMJ|NEJM|PNAS|Cell|PLOS|PLoS|Cochrane"
_CITED = re.compile(
    r"\b(?:(?:[Pp]ublished|appeared|printed|reported|appearing) (?:\w+ )?(?:in|by)"
    r"|[Aa]ccording to|(?:[Ss]tudy|[Rr]eport|[Ss]urvey|[Rr]eview|[Tt]rial|[Gg]uidelines?|[Dd]ata|[Rr]esearch"
    rf"|[Aa]rticle|[Pp]aper|[Aa]nalysis|[Ff]igures|[Ss]tatistics) (?:by|from|in|of)) (?:the )?({_NAME})"
)
_JOURNAL = re.compile(
    rf"\b(?:(?!Journal\b){_CAPITAL} ){{0,5}}+Journal(?: (?:of|for|on)(?: the)? {_NAME})?"
)
_KNOWN = re.compile(
    rf"\b(?:{_BODY}|{_FAMOUS})\b|Journal|Archives|Annals|Review|Bulletin|Proceedings"
)
# To ask for these first is ten times faster: most passages name none.
_WORDS = frozenset(
    "Journal Organization Organisation Institute Institutes Agency Association Society Academy College "
    "University Center Centers Centre Centres Council Commission Foundation Department Ministry "
    "Administration Office Bureau Collaboration Committee Service Federation Archives Annals Review "
    "Bulletin Proceedings Lancet Nature Science JAMA BMJ NEJM PNAS Cell PLOS PLoS Cochrane".split()
)
# The initials before the year are no shortened "Journal": "Tan, J. (2019). Sleep well."
_AUTHORS = re.compile(r"\A[^()]{1,400}\((?:1[89]|20)\d\d")
_ARTICLE = re.compile("(?:The|A|In|One) ")
_LETTERS = re.compile(r"[a-z]+")
_SMALL = frozenset("of for the and on in a an".split())


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A journal or a body that the text calls on is in the list of references, where there is one.

    Why: a reader who wants to read the study looks for it there.
    Fix: add the reference, or name the source that is meant. A reference may shorten the journal's name
    ("Am J Psychiatry"). Nothing is asked of an article without references.
    """
    named = [
        passage
        for passage in prose
        if position.is_running(passage) and not _WORDS.isdisjoint(position.forms(passage.text))
    ]
    if not any(_sources(passage.text) for passage in named):
        return
    references = {passage.text for passage in prose if is_citation(passage.text)}
    if not references:
        return
    listed = [_LETTERS.findall(_AUTHORS.sub("", text, count=1).lower()) for text in references]
    told: set[str] = set()
    for passage in named:
        for source in _sources(passage.text):
            if passage.text in references:
                break
            if source.text not in told and not any(_has(words, source.text) for words in listed):
                told.add(source.text)
                message = f'"{source.text}" is in no reference'
                yield Found.of(passage, source.start, source.end, message)


def _sources(text: str) -> list[Word]:
    """Give the journals and bodies that *text* names, each once."""
    end = 0
    found = []
    spans = [match.span(1) for match in _CITED.finditer(text) if _KNOWN.search(match[1])]
    if "Journal" in text:
        spans += [match.span() for match in _JOURNAL.finditer(text) if " " in match[0]]
    for start, stop in sorted(spans):
        if start >= end:
            article = _ARTICLE.match(text, start)
            begin = article.end() if article else start
            found.append(Word(text[begin:stop], begin, stop))
            end = stop
    return found


def _has(words: Sequence[str], name: str) -> bool:
    """Say whether a reference's *words* have the name: its words in a row, whole or shortened."""
    asked = [word for word in _LETTERS.findall(name.lower()) if word not in _SMALL]
    words = [word for word in words if word not in _SMALL]
    initials = "".join(word[0] for word in asked)
    if len(initials) > 2 and initials in words:
        return True
    size = len(asked)
    return any(
        all(
            whole == short or (whole.startswith(short) and (len(short) > 1 or whole == "journal"))
            for whole, short in zip(asked, words[at : at + size], strict=False)
        )
        for at in range(len(words) - size + 1)
    )


_REFERENCES = "## References\n\n- Tan, J. (2019). Sleep well. Journal of Rest, 12(3), 4–9."

RULE = Rule(
    level="note",
    check=check,
    bad=(
        f"A study in the American Journal of Sleep found it.\n\n{_REFERENCES}",
        f"According to the World Health Organization, sleep helps.\n\n{_REFERENCES}",
        f"A trial published in The Lancet was small.\n\n{_REFERENCES}",
    ),
    good=(
        f"A study in the Journal of Rest found it.\n\n{_REFERENCES}",
        "A study in the American Journal of Sleep found it.",
        "It was published in the American Journal of Sleep.\n\n- Tan, J. (2019). Rest. Am J Sleep, 12(3), 4–9.",
    ),
    languages=frozenset({"en"}),
)
