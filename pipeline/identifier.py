"""Which language a text is in, by py3langid's model: loaded by a worker when the first text is asked about."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from functools import cache, lru_cache
from typing import Any

from pipeline import locales

_LANGUAGES = """
    ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms
    nb nl pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur vi zh
"""
"""Those that are told apart: fewer than the model knows, so that a short text is not put down to a rare one."""

_TOLD_APART = tuple(sorted(_LANGUAGES.split()))
_OFTEN = frozenset(_TOLD_APART)
_MODEL = {"nb": "no", "nn": "no", "no": "no"}
"""What the model calls a language, where that is not its subtag."""
_SUBTAG = {name: tag for tag, name in _MODEL.items() if tag in _TOLD_APART}


class Identifier:
    """Tells languages apart. Making one costs nothing; its first answer loads 120 MB."""

    def likeliest(self, text: str, among: Collection[str] = ()) -> tuple[str, float]:
        """
        Give the likeliest language of *text*, a subtag, and its probability from 0 to 1.

        With *among*, locales, only those are weighed against each other; else all that are known. A text
        without letters, and languages that the model lacks, give an empty string and 0.

        >>> Identifier().likeliest("Prenez un comprimé chaque matin.")[0]
        'fr'
        """
        return likeliest(text, tuple(among))


# Templates say the same on every page of a site: what was asked once is known.
@lru_cache(maxsize=8192)
def likeliest(text: str, among: tuple[str, ...]) -> tuple[str, float]:
    """Give what `Identifier.likeliest` gives."""
    asked = sorted({locales.language(tag) for tag in among})
    if not any(letter.isalpha() for letter in text) or not _known().issuperset(asked):
        return "", 0.0
    if not asked:
        # A third of the time that weighing them all by their names takes.
        best, odds = _smaller().classify(text)
        return _SUBTAG.get(best, best), odds
    if len(asked) == 1:
        return asked[0], 1.0
    ranked = _ranked(text, every=not _OFTEN.issuperset(asked))
    scores = {tag: ranked.get(_MODEL.get(tag, tag), 0.0) for tag in asked}
    best = max(scores, key=scores.__getitem__)
    return best, scores[best] / (sum(scores.values()) or 1.0)


@lru_cache(maxsize=2)
def _ranked(text: str, *, every: bool) -> dict[str, float]:
    """Give the score of each language: one text is asked about twice or three times in a row."""
    return dict((_model() if every else _smaller()).rank(text))


@cache
def _known() -> frozenset[str]:
    labels = _model().labels
    return frozenset({*labels, *(tag for tag, name in _MODEL.items() if name in labels)})


@cache
def _smaller() -> Any:
    """Give the model of those that are told apart alone: with 140 languages it takes twice the time."""
    model = copy(_model())
    model.set_languages({_MODEL.get(tag, tag) for tag in _TOLD_APART})
    # A feature's row in one piece: else each of its numbers is fetched from somewhere else in memory. And in
    # the numbers that are reckoned with: else they are made of the model's short ones for each text (11 MB more).
    model.nb_ptc = model.nb_ptc.astype("float32", order="C")
    return model


@cache
def _model() -> Any:
    # Here and not above: numpy and the model cost a second, and most commands ask nothing.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
