"""
Unknown forms that are likelier words nobody has listed than slips.

Whether a form was mistyped shows in what it is near to: of 4,200 planted slips three in a hundred have no
candidate of a score above -3, of the words that lists lack more than half. A form that people write, or
that is built as its language builds words, needs a better candidate than any other to be a slip.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from pipeline.spelling import building, certainty, distance, foreign, ranking
from pipeline.spelling.lexicon import Lexicon, threes
from pipeline.spelling.ranking import Candidate

ALIKE = 0.1
"""The chance up to which a form is like no known word: of planted slips six in a thousand are."""

_STRANGE = 3
"""How many runs of three letters that hardly a common word has one joint of a loan word makes at most."""

_SEEN = 1.3

_SHORT = 6
_NO_BETTER = 0.3
"""
A short form that people write is a slip of a common word or none: "urate" scores 0.1 with "rate".

Of the 4,200 planted slips nine are as short, counted, and have no better candidate; of the words that
English lists lack one in three is so.
"""

_FAR = 0.0
"""The score below which the nearest word is hardly what was meant by a form that is built of words."""

_BRIEF = 10
"""How long a compound is that two rare words make: "shieldbug", not "intensivedialogue"."""

_ADVERBS = frozenset("away back down off out over up".split())
"""What makes a noun of an English verb: "lineout", if people write it so."""

_RARE, _GRAMMAR, _ALONE, _FAMILY = 4.6, 5.3, 5.8, 4
"""
The zipf below which two words seldom meet, those above which many words are grammar's, and nearly all; how
many compounds show that a half makes more.
"""

_NAMED = 2.5
"""What it costs more to have meant a name where small letters were typed: two slips, not one."""

_UNLIKE, _FARTHER, _PART, _SHORT_FORM = -1.0, -3.0, 0.23, 6
"""
A form has no score above the first unless by a slip that changes more of it than a quarter, and a longer one none above the second.

Of 3,000 planted slips 3 are so, of 1,184 that people made 9; of loan words that English lists lack,
and that have a candidate at all, half.
"""

_COUNTED, _ABOVE = 2.0, 1.5
"""And one that is counted is no slip of what scores so much less than it is common."""

_HINT = 1.2
"""How much more alike a form may be for each sign in the text that it is a foreign word."""

_HARDLY = 0.5
_LONG = 8
"""In languages that put endings together a long form is a slip only where that is likelier than not."""

_BEFORE = {
    "de": "ab an auf aus be bei durch ein ent er fort her hin mit nach ober quer rück um un unter ver vor "
    "weg wider zer zu zurück zusammen zwischen",
    "en": "after back co counter cross de dis down fore home inter mid mis non off out over post pre pro re self semi side sub super "
    "trans un under up",
    "es": "contra des entre ex in pos pre re semi sobre",
    "fr": "contre dé entre in mi non pré re ré semi sous sur",
    "it": "auto contro dis in pre re ri s semi sopra sotto stra",
    "nl": "aan af be door door her in mee na niet om on onder ont op over tegen toe uit ver voor weg wan",
    "pl": "anty bez do na nad nie nie od po pod poza prze przed przy roz współ wy za",
    "pt": "contra des entre in pré re semi sobre sub",
    "ru": "без внутри до за меж наи не недо о от пере по под полу пред при раз рас сверх со у",
    "sv": "an av be för in miss o om på samman till under ut vid å över åter",
    "uk": "без від до за між най не недо пере перед під по при роз спів над",
}
"""What a language puts before whole words."""

_COMBINING = (
    "aero afro agro aqua bi demo dis eco euro filo foto geo hemi hetero homo hydro hidro idro iso maxi mega "
    "mini mono moto nano neo omni ortho paleo pan para peri photo quasi retro stereo techno tecno trans tri "
    "uni авиа агро вело гео гидро евро макро мини моно мото нано нео напів міні радіо термо фото эко еко"
).split()
"""What every language puts before them."""

_BEHIND = {
    "de": "bar frei haft los lich mäßig voll weise",
    "en": "able er ers free ful hood ish less like ly ness proof ship some ward wards weed wise work wort y",
    "es": "mente ito ita itos itas ísimo ísima",
    "fr": "ment ette ettes",
    "it": "mente ino ina ini ine issimo issima",
    "nl": "achtig baar je jes loos pje pjes tje tjes vrij",
    "pt": "mente inho inha inhos inhas íssimo íssima",
    "sv": "aktig bar fri lös mässig",
}
"""And behind them."""


def plausible(
    form: str,
    lexicon: Lexicon,
    own: Collection[str],
    *,
    there: Sequence[Lexicon],
    hints: int = 0,
) -> bool:
    """
    Is an unknown form likelier a word than a slip of one, as far as its letters tell.

    *own* are the words of the text itself; *there* are the languages that have the form, which then may
    have been left over, unless it is a term that languages share and people write it here, too. *hints*
    is the number of signs in the text that it is a foreign word.
    """
    low = lexicon.fold(form)
    chance = certainty.chances(form, lexicon, own).slip
    if chance <= ALIKE:
        return _pronounced(low, lexicon)
    ranked = ranking.rank(form, lexicon, own)
    best = ranked[0]
    if best.form in own:
        return False
    if " " in best.form:
        return _compounded(best.form, lexicon)
    if there:
        shared = any(foreign.shared(low, other) for other in there)
        return shared and best.score < _FAR and lexicon.zipf(form) > 0
    if chance <= _HARDLY and len(low) >= _LONG and building.agglutinated(low, lexicon):
        return True
    built = _derived(low, lexicon) or (lexicon.zipf(form) > 0 and building.built(low, lexicon))
    return (
        _unlike(form, ranked, lexicon, hints)
        or _rather_met(form, best, lexicon)
        or (best.score < _FAR and built)
    )


def _rather_met(form: str, best: Candidate, lexicon: Lexicon) -> bool:
    """Is a short form one that people write, and no spelling of a common word by its sound."""
    low = lexicon.fold(form)
    short = min(map(len, building.rests((lexicon, low)))) <= _SHORT
    if not short or lexicon.zipf(form) <= 0 or best.score >= _NO_BETTER:
        return False
    return not ranking.dense(lexicon) or ranking.far(low, best.form, lexicon)


def _unlike(form: str, ranked: Sequence[Candidate], lexicon: Lexicon, hints: int) -> bool:
    """Is a form farther from every word than a slip of the hand goes: "knafeh", "spätzle"."""
    if lexicon.language != "en" or not form[1:].islower():
        # Where words have many forms that no list has, their slips are as far from all that are listed.
        return False
    low = lexicon.fold(form)
    if any(_cut(low, lexicon.fold(found.form)) for found in ranked[: ranking.MOST]):
        return False
    score, nearest = max(
        (found.score - _raised(form, found.form, lexicon), found.form) for found in ranked
    )
    if not low.isascii() and nearest.isascii():
        # Who mistypes an English word does not come upon an accent: "forró".
        return not lexicon.knows(distance.bare(low))
    score -= _HINT * hints
    zipf = lexicon.zipf(low)
    if zipf > (_SEEN if hints else _COUNTED) and zipf - score > _ABOVE:
        return len(low) > _SHORT - 3 or hints > 2
    if score >= _UNLIKE:
        return False
    far = distance.weigh(low, lexicon.fold(nearest), language=lexicon.language)
    length = _SHORT_FORM if score > _FARTHER else _SHORT_FORM + 1 + hints
    return len(low) <= length or far > _PART * len(low)


def _cut(form: str, word: str) -> bool:
    """Is a form a word but for its first letter or its last."""
    return len(word) == len(form) + 1 and (word.startswith(form) or word.endswith(form))


def _raised(form: str, candidate: str, lexicon: Lexicon) -> float:
    """Give what it costs that a *candidate* is a name and *form* is not written as one."""
    name = form.islower() and candidate[:1].isupper()
    return _NAMED if name and lexicon.fold(candidate) != form else 0.0


def _compounded(halves: str, lexicon: Lexicon) -> bool:
    """
    Are two words that stand together an English compound, by others with the same half: "blanketweed".

    A word of grammar is no half of one. What people write is one by itself: "timelapse".
    """
    head, tail = halves.split()
    if head in _COMBINING:
        return True
    if lexicon.language != "en":
        return False
    if _one_word(head, tail, lexicon):
        return True
    if lexicon.zipf(tail) > _GRAMMAR:
        return False
    if lexicon.zipf(head) > _GRAMMAR and head not in _BEFORE["en"].split():
        return False
    return max(_heads(head, lexicon), _tails(tail, lexicon)) >= _FAMILY


def _one_word(head: str, tail: str, lexicon: Lexicon) -> bool:
    """Is what two words make together an English word, by how common they are and it is."""
    counted = lexicon.zipf(head + tail)
    if tail in _ADVERBS:
        return len(head) > _SHORT - 3 and counted > _SEEN
    commonest = max(lexicon.zipf(head), lexicon.zipf(tail))
    if min(len(head), len(tail)) <= _SHORT - 3 or commonest >= _ALONE:
        return False
    rare = commonest < _RARE and len(head + tail) <= _BRIEF
    return counted > 0 or rare or tail in _BEHIND["en"].split()


@lru_cache(maxsize=512)
def _heads(head: str, lexicon: Lexicon) -> int:
    """Count the common compounds that begin with a word."""
    return sum(
        form.startswith(head)
        and len(form) > len(head) + 3
        and building.used(form[len(head) :], lexicon)
        for form in lexicon.frequencies.common
    )


@lru_cache(maxsize=512)
def _tails(tail: str, lexicon: Lexicon) -> int:
    """Count those that end with a word, be there one of it or several."""
    one = tail.removesuffix("s")
    return sum(
        len(form) > len(one) + 2 and building.used(form[: -len(one)], lexicon)
        for form in lexicon.frequencies.common
        if form.endswith(one)
    )


def _pronounced(form: str, lexicon: Lexicon) -> bool:
    """Has a form hardly more strange runs of letters than a joint makes: not "vbqrstine"."""
    if not lexicon.trigrams or building.likely(form, lexicon):
        return True
    strange = sum(lexicon.trigrams.get(run, 0.0) <= _SEEN for run in threes(form))
    return strange <= _STRANGE and not building.together(form, lexicon)


def _derived(form: str, lexicon: Lexicon) -> bool:
    """Is a form a word in use with a prefix or a suffix of its language: "sporeless"."""
    return any(
        building.used(rest, lexicon)
        for rest in _rests(form, lexicon.language)
        if len(rest) > _SHORT - 3
    )


def _rests(form: str, language: str) -> list[str]:
    before, behind = (table.get(language, "").split() for table in (_BEFORE, _BEHIND))
    before += _COMBINING
    return [
        *(form[len(head) :] for head in before if form.startswith(head)),
        *(re.sub("(?<=.{3})i$", "y", form[: -len(tail)]) for tail in behind if form.endswith(tail)),
    ]
