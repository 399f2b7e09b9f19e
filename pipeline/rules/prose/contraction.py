"""prose/contraction"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.typography import slips
from pipeline.prose.typography.slips import Hit, Slip
from pipeline.prose.words import language

# What follows an article that is none: "de el" for "de él", "de le faire", "antes de o médico chegar".
_NO_NOUN: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "es": "y e o u ni que se no es era fue está estaba ha había en a con por para como cuando pero si "
        "también me te le lo la los las nos de mismo mismos solo ya después porque aunque sin sobre "
        "desde hasta tiene puede hace",
        "fr": "y en lui leur plus moins mieux mal pas bien faire dire voir savoir avoir être rendre ne "
        "même tout tous vite à de et ou",
        "it": "",
        "pt": "que quê qual se não até para a z e ou",
    }.items()
}
_INFINITIVE = {
    "fr": re.compile(r"\w*(?:er|ir|re)"),
    "pt": re.compile(r"\b\w+(?:[aeio]r|[aeio]rem|[aeio]rmos|[aeio]ndo|pôr)(?:-\w+)*\b"),
}
# A preposition stays apart from the subject of an infinitive; so far ahead is one looked for.
_AHEAD = 80

_SLIPS: Mapping[str, Sequence[Slip]] = {
    "es": (Slip(r"de el(?= [a-zñáéíóú])", "del"), Slip(r"a el(?= [a-zñáéíóú])", "al")),
    "fr": (
        Slip(r"de le(?= [bcdfgjklmnpqrstvwz])", "du"),
        Slip(r"de les(?= [a-zéèêàâîôûœ])", "des"),
        Slip(r"à le(?= [bcdfgjklmnpqrstvwz])", "au"),
        Slip(r"à les(?= [a-zéèêàâîôûœ])", "aux"),
    ),
    "pt": (
        Slip(r"de ([oa]s?)(?= [a-zàáâãéêíóôõúç])", r"d\1"),
        Slip(r"em ([oa]s?)(?= [a-zàáâãéêíóôõúç])", r"n\1"),
        Slip(r"de (est[ea]s?|ess[ea]s?|isto|isso|aquel[ea]s?|aquilo)", r"d\1"),
        # Most often the subject of an infinitive, which may be far off: "é hora de ele, e de nós, levar".
        Slip(r"de (el[ea]s?)(?!,)", r"d\1", "warning", "unsafe"),
        Slip(r"em (est[ea]s?|ess[ea]s?|isto|isso|aquel[ea]s?|aquilo|el[ea]s?)", r"n\1"),
        Slip(r"por ([oa]s?)(?= [a-zàáâãéêíóôõúç])", r"pel\1"),
        Slip(r"a (os?)(?= [a-zàáâãéêíóôõúç])", r"a\1"),
    ),
}
_ARTICLES = {
    "di": {"il": "del", "lo": "dello", "gli": "degli"},
    "a": {"il": "al", "gli": "agli"},
    "da": {"il": "dal", "lo": "dallo", "gli": "dagli"},
    "in": {"il": "nel", "lo": "nello", "gli": "negli"},
    "su": {"il": "sul", "lo": "sullo", "gli": "sugli"},
}
_ITALIAN = tuple(
    Slip(rf"{preposition} {article}(?= [a-zàèéìòù])", joined)
    for preposition, articles in _ARTICLES.items()
    for article, joined in articles.items()
)
_TABLE = {**_SLIPS, "it": _ITALIAN}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A preposition and an article that the language writes as one word are one word: "del", « du », «nel», "pelo".

    Why: written apart they are a slip of somebody who translates word by word.
    Fix: take the suggestion. Before a name that begins with an article (El Cairo, Le Mans), before a
    pronoun and before the subject of a Portuguese infinitive they stay apart, and are let be.
    """
    for passage in prose:
        for hit in slips.find(passage, _TABLE, _before_noun(language(passage.locale))):
            yield slips.found(passage, hit)


_NEXT = re.compile(r"\W*([\w-]+)")
_WORDS = re.compile(r"\w+")
_CLAUSE = re.compile(r"[^.,;:!?()\n]*")


def _before_noun(name: str) -> Callable[[Hit, str], bool]:
    return lambda hit, text: _noun(name, hit, text)


def _noun(name: str, hit: Hit, text: str) -> bool:
    written = text[hit.start : hit.end]
    ahead = _CLAUSE.match(text, hit.end, hit.end + _AHEAD)
    if name == "pt" and ahead and _INFINITIVE["pt"].search(ahead[0]):
        return False
    if name == "pt" and len(written.split()[-1]) > 2:
        return True
    following = _NEXT.match(text, hit.end)
    if not following or not following[1][0].islower() or not written.split()[-1].islower():
        return False
    if following[1] in _NO_NOUN[name]:
        return False
    if name == "fr":
        near = _WORDS.findall(text, hit.end, hit.end + _AHEAD)[:2]
        return not any(_INFINITIVE["fr"].fullmatch(word) for word in near)
    return True


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("es", "La puerta de el hospital da a el jardín."),
        ("fr", "Le prix de le pain et de les fruits va à le médecin."),
        ("it", "Il prezzo di il pane è scritto su il foglio."),
        ("pt", "O preço de o pão está escrito em a folha, e vem por o correio."),
    ),
    good=(
        (
            "es",
            "La libreta de él, el viaje a El Cairo, y el cuadro de El Greco. Depende de el que paga.",
        ),
        ("fr", "Il essaie de le faire, de les voir et de les bien comprendre, à le lire."),
        ("it", "Il prezzo del pane è scritto sul foglio de «Il Sole». Vai da Lo Russo."),
        ("pt", "Antes de o médico chegar, é hora de a criança dormir. Vai de A a Z."),
    ),
    languages=frozenset(_TABLE),
    source="RAE, «Ortografía de la lengua española»; Grevisse, « Le bon usage »; Acordo Ortográfico de 1990",
)
