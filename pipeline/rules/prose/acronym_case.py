"""prose/acronym-case"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose import position
from pipeline.prose.citations import is_citation

# A capital, perhaps behind one small letter ("mRNA"). Names with dots, slashes, underscores, digits or
# hyphens are code or files more often than acronyms.
_CAPITAL = re.compile(
    r"[A-Z](?:(?<![\w.@/\\#$%&:=<-].)|(?<=[\s(“][a-z].))[A-Za-z]{1,11}(?!\w|[@(=\\/_<>&]|[.:][\w/:]|-[A-Za-z*])"
)


@dataclass(frozen=True, slots=True)
class _Use:
    passage: Passage
    start: int
    form: str


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    An acronym has the same capital letters throughout.

    Why: "SSRIs" and "SSRIS" look like two things, and no search finds both.
    Fix: write it as it is mostly written. Names in CamelCase, in code and with underscores are let be.
    """
    words = {form for passage in prose for form in position.forms(passage.text)}
    asked = _asked(words)
    uses: dict[str, dict[str, list[_Use]]] = {}
    for passage in prose:
        text = passage.text
        if asked.isdisjoint(position.forms(text)) or text.isupper():
            continue
        for match in _CAPITAL.finditer(text):
            start = match.start()
            start -= text[start - 1 : start].islower()
            form = text[start : match.end()]
            if form in asked:
                use = _Use(passage, start, form)
                uses.setdefault(form.lower(), {}).setdefault(form, []).append(use)
    technical = position.is_technical(prose)
    for name, forms in uses.items():
        if len(forms) > 1 and (usual := _usual(forms)):
            often = len(forms[usual])
            # "Zip" and "Idle" beside "ZIP" and "IDLE" in a technical text: a class, a package.
            is_word = technical or name in words
            for form, found in forms.items():
                if form != usual and (
                    _slip(form, len(found), often, is_word=is_word)
                    or (form == usual.upper() and _plural(usual, len(found), often))
                ):
                    for use in found:
                        yield from _found(use, usual)


def _asked(words: set[str]) -> frozenset[str]:
    """Give the forms of what is written in two ways with capitals, one of them an acronym's."""
    by_name: dict[str, list[str]] = {}
    for form in words:
        if len(form) > 2 and not form.islower():
            by_name.setdefault(form.lower(), []).append(form)
    return frozenset(
        form
        for forms in by_name.values()
        if len(forms) > 1 and any(one.removesuffix("s")[-2:].isupper() for one in forms)
        for form in forms
    )


def _usual(forms: dict[str, list[_Use]]) -> str:
    """Give the form that an acronym mostly has, if it is one: as many capitals as it can have."""
    usual = max(forms, key=lambda form: (len(forms[form]), form.endswith("s"), _capitals(form)))
    rest = usual.removesuffix("s")
    return usual if rest[-2:].isupper() and _capitals(usual) >= max(2, len(rest) - 1) else ""


def _slip(form: str, times: int, usually: int, *, is_word: bool) -> bool:
    """
    Say whether *form* is the usual one, slipped: it is rare, and no word of its own.

    "Mri" is; "Who" is another word where the text has "who".
    """
    if times * 2 > usually:
        return False
    if _capitals(form) == 1 and form[0].isupper():
        return not is_word and usually >= 2 and len(form) >= 3
    return _capitals(form) >= 2


def _plural(usual: str, times: int, usually: int) -> bool:
    """Say whether *usual* is a plural that its own letters write in capitals once: "NSAIDs", "NSAIDS"."""
    return usual.endswith("s") and len(usual) > 3 and usual[:-1].isupper() and times == usually == 1


def _capitals(form: str) -> int:
    return sum(map(str.isupper, form))


def _found(use: _Use, usual: str) -> Iterator[Found]:
    text, end = use.passage.text, use.start + len(use.form)
    in_name = _capitals(use.form) == 1 and (
        position.beside_capital(text, use.start, end) or position.opens(text, use.start)
    )
    in_capitals = use.form.isupper() and _shouted(text, use.start, end)
    if not (in_name or in_capitals or position.quoted(text, use.start) or is_citation(text)):
        message = f'"{use.form}" is "{usual}" elsewhere in the text'
        yield Found.of(use.passage, use.start, end, message, usual, fix="unsafe")


def _shouted(text: str, start: int, end: int) -> bool:
    around = (*text[max(start - 40, 0) : start].split()[-1:], *text[end : end + 40].split()[:1])
    return any(len(word) > 3 and word.isupper() for word in around)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "SSRIs help. The first SSRIs came late. Some SSRIS cause nausea.",
        "An MRI is safe. The MRI takes an hour, and an MRI is loud. After the Mri you may go.",
        ("fr", "L’IRM dure. Une IRM est sûre. Après l’IRm, reposez-vous."),
    ),
    good=(
        "The WHO was asked who it was. Who knows? The WHO does. A WHO list.",
        "PhD and PHP, LaTeX, JavaScript and javascript, MY_SSRIS and `SSRIS`.",
        "The SSRIs and an SSRI. Two SSRIs.",
    ),
)
