"""prose/written-accent"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.typography import slips
from pipeline.prose.typography.slips import Slip

# Left out: "sé stesso" and "dò", which are both in use, and the acute of Einaudi's "piú" and "cosí".
_TABLE: Mapping[str, Sequence[Slip]] = {
    "it": (
        Slip(
            r"(perch|poich|affinch|bench|finch|giacch|cosicch|anzich|purch|nonch|sicch|macch|n)è",
            r"\1é",
        ),
        Slip(r"(ventitr|trentatr|quarantatr|cinquantatr)è", r"\1é"),
        Slip(r"c'é", "c’è"),
        # A letter that is only named ("come é") is none.
        Slip(r"(?<!come )(?<!lettera )(?<!accentata )é(?= [a-z])", "è"),
        Slip(r"(cio|caff|t)é", r"\1è"),
        Slip(r"qual'(è|era)", r"qual \1"),
        Slip(r"un (?:pò|pó)", "un po’"),
        Slip(r"un po(?= (?:di|più|meno|troppo|alla|come|tutti|d'))", "un po’"),
        Slip(r"(f|st|v)à", r"\1a"),
        Slip(r"(s|n)ò", r"\1o"),
        Slip(r"daccordo", "d’accordo"),
        Slip(r"(qu)à", r"\1a"),
        Slip(r"(qu)ì", r"\1i"),
        Slip(r"(perch)e'(?!\w)", r"\1é"),
        Slip(r"(pu)o'(?!\w)", r"\1ò"),
        Slip(r"(gi|citt|sar|qualit|attivit|possibilit)a'(?!\w)", r"\1à"),
        Slip(r"(cos)i'(?!\w)", r"\1ì"),
        Slip(r"(pi)u'(?!\w)", r"\1ù"),
        Slip(
            r"e'(?= (?:un|una|il|la|lo|stato|stata|possibile|necessario|vero|importante|molto|anche|sempre)\b)",
            "è",
        ),
    ),
    "es": (
        Slip(r"(f)ué", r"\1ue"),
        Slip(r"(d|v)ió", r"\1io"),
        Slip(r"(f)uí", r"\1ui"),
        Slip(r"tí", "ti"),
    ),
}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    An accent is the one that the word has: «perché», «è», «un po’», "fue", "ti".

    Why: another accent is another vowel, and an accent for an apostrophe is another word.
    Fix: take the suggestion.
    """
    for passage in prose:
        for hit in slips.find(passage, _TABLE):
            yield slips.found(passage, hit)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("it", "Ecco perchè dorme."),
        ("it", "Qual'è la dose?"),
        ("it", "Ne prenda un pò."),
        ("it", "Il letto é libero, e la porta non c'é."),
        ("it", "Il medico fà così."),
        ("it", "E' possibile dormire, perche' non fa male."),
        ("es", "Fué al médico y no vió nada para tí."),
    ),
    good=(
        ("it", "È vero perché il Po è un fiume, e un po’ di tè non fa male. Qual è?"),
        ("it", "Sta qui, fa caffè, né più né meno. Lo dice l’amico, e l’'io' tace."),
        ("es", "Fue al médico y no vio nada para ti."),
    ),
    languages=frozenset(_TABLE),
    source="Accademia della Crusca; RAE, «Ortografía de la lengua española»",
)
