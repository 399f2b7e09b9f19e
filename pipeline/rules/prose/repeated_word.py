"""prose/repeated-word"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import Passage, Word
from pipeline.prose import position
from pipeline.prose.words import KANJI, KATAKANA, PROLONGED, language, words

# Words that may stand twice, by language: pronouns and articles that meet ("die die", "nous nous"),
# particles of separable verbs ("log in in Berlin"), and words doubled for force ("very very"). In a
# language that is not named nothing is found: many double words by their grammar (Indonesian, Turkish,
# Hindi) or are written without spaces.
_TWICE: Mapping[str, frozenset[str]] = {
    language: frozenset(may.split())
    for language, may in {
        "en": "that had her do is in on so no very really bye ha blah hear there now many long well up "
        "out far knock win etc much what who you it can will if go boo chop pom tut aye yes please",
        "fr": "nous vous faire en très tout bien si non oui la là petit vite trop jamais plus moins ha "
        "bla y",
        "de": "die der das dem den denen sie ihr ihnen es ihm uns euch sich was wer in an auf aus bei "
        "mit nach von vor zu zum für um über unter durch sehr ganz viel immer nein ja so ha bla hin "
        "doch weiter wieder nur",
        "es": "que muy casi no sí ya así luego más tan poco bien si nada nunca bla ja con tal",
        "it": "che piano così via quasi molto poco no sì già ora man mano tanto subito ben proprio si "
        "appena sotto bla ah",
        "pt": "que muito já logo quase bem não sim se nos mais pouco tão só bla",
        "nl": "die dat het je ze zij we wij u hen hun er is was in op aan om voor van uit te heel "
        "nee ja zo bla erg veel",
        "sv": "det den de är var på till om av för in så där som att mycket väldigt ja nej bla upp ut",
        "da": "det den de der at som er var på til om for så meget har vil ja nej bla op ud af i",
        "nb": "det den de der at som er var på til om for så veldig har vil ja nei bla opp ut av i",
        "pl": "bardzo już tak nie no to bla po co ha",
        "cs": "velmi moc se ano ne že to bla no tak už",
        "ru": "очень да нет ну вот так что чуть еле едва много долго давно никогда то бла",
    }.items()
}
# Where doubling gives force to almost any word, these alone are never doubled.
_ONCE: Mapping[str, frozenset[str]] = {
    "ar": frozenset({"في", "على", "إلى", "عن", "مع", "أن", "التي", "الذي", "هذه", "هذا", "أو"})
}


# Those that are doubled by rule, and where they are not: *before* and *behind* are what stands there then.
_TAKEN = r"(?:log|logs|logged|logging|sign|signed|check|checked|come|comes|came|go|goes|went|get|gets|got|give|gave|turn|turned|put|take|taken|fill|filled|plug|plugged|hand|handed|bring|let|is|are|was|were|be|been|it|them|him|her|me|us|you|carry|carries|carried|move|moved|hold|hang|keep|pass|passed|live|lived|click|clicked|switched|switch)"
_NOUN = r"(?:the|a|an|this|that|any|his|her|their|my|your|our|its|last|living|free|good|ill|iron|strong|political|of)"
_ELSEWHERE: Mapping[str, re.Pattern[str]] = {
    "will": re.compile(rf"(?<!\w)(?!{_NOUN} )\w+ (?P<twice>will\s++will)(?!\w)", re.IGNORECASE),
    "can": re.compile(
        r"(?<!\w)(?:that|which|who|they|you|we|it|he|she|this|drug|patients|people) (?P<twice>can\s++can) (?!be\b)[a-z]",
        re.IGNORECASE,
    ),
    # "What it is is a riddle", "as it is is enough": these have a clause in front, whose verb the first is.
    "is": re.compile(
        r"(?:\A|[.!?;:,] )(?!(?:what|all|where|who|how|whatever|as|when|why)\b)(?:(?!(?:what|that|which|where|who|how|it|there|as|than|he|she|this|whatever)\b)[\w'’-]+ ){0,9}?(?:it |this |that |there |he |she )?(?P<twice>(?<=\w )is\s++is)(?! (?:and|or)\b)(?!\w)",
        re.IGNORECASE,
    ),
    # "He said that that pill": the second points at a thing. At two articles it cannot.
    "that": re.compile(
        r"(?P<twice>that\s++that) (?:the|a|an|these|those|this|they|we|you|it|he|she|there|their|your|our|his|its|my|all|some|many|most|if|when)(?!\w)",
        re.IGNORECASE,
    ),
    "in": re.compile(
        rf"(?<!\w)(?!{_TAKEN} )\w+ (?P<twice>in\s++in) (?:the|a|an|this|these|your|our|their|his|her|its)(?!\w)",
        re.IGNORECASE,
    ),
    "on": re.compile(
        rf"(?<!\w)(?!{_TAKEN} )\w+ (?P<twice>on\s++on) (?:the|a|an|this|these|your|our|their|his|her|its)(?!\w)",
        re.IGNORECASE,
    ),
    "you": re.compile(
        r"(?<!\w)(?:if|when|that|and|but|or|as|because|where|how) (?P<twice>you\s++you) (?:are|have|can|may|should|will|need|want|must|do)(?!\w)",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"(?:\A|[.!?;] |(?<!\w)(?:that|and|but|because) )(?P<twice>it\s++it) (?:is|was|has|can|may|will)(?!\w)",
        re.IGNORECASE,
    ),
}
# A German or Dutch article doubles its pronoun only behind a comma or a preposition: ", die die".
_PRONOUN_FIRST = {
    "de": (
        frozenset("die der das dem den denen".split()),
        re.compile(
            r"(?:[^\w\s]|\b(?:und|oder|als|wie|dass|ob|wenn|weil|da|an|auf|aus|bei|mit|nach|von|vor|zu|in|für|um|über|unter|durch|ohne|gegen|seit|neben|zwischen|hinter|die|der|das|sind|ist|waren|war|nur|auch))\s*\Z",
            re.IGNORECASE,
        ),
    ),
    "nl": (
        frozenset("die dat het de".split()),
        re.compile(
            r"(?:[^\w\s]|\b(?:en|of|als|dan|dat|die|of|omdat|is|zijn|was|waren|niet|ook|aan|op|in|van|voor|met|om|uit|over|zegt|weet|denkt|wat))\s*\Z",
            re.IGNORECASE,
        ),
    ),
}
# Particles between two words of kanji or katakana; "はは" and the like are words among kana.
_PARTICLES = re.compile(
    rf"(?<=[{KANJI}{KATAKANA}{PROLONGED}])([をがにはのでへ])\1(?=[{KANJI}{KATAKANA}])|をを"
)

# Letters and digits are words; all else parts them.
_LETTERS = bytes(byte if chr(byte).isalnum() or byte == 95 else 32 for byte in range(256))
# Words that no code is named by: in a technical article another one may be a name ("the address address").
_NEVER_NAMES = frozenset(
    "the a an and or of to for with from by at as be are was were been has have if but not this these those "
    "its their your our his which when where than then we they he she may must should would could".split()
)
# A quick look: without such a place there is no double word, whatever the language.
_TWINS = re.compile(r"(?<!\w)(\w++)\s++\1", re.IGNORECASE)
# One of the two may have been meant as another word ("is is" as "it is"), but not of these.
_ONE_READING = frozenset("the a an of and with from for at your their our my its this".split())


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    No word stands twice in a row.

    Why: "the the" is a slip that a spelling checker cannot see, since each word is right.
    Fix: take one away. Words that may stand twice ("had had", « nous nous », „die die“), names, and
    words at the edge of a link or of emphasis are let be; languages that double words are not checked.
    Where much code is, nouns may be names, and are warnings.
    """
    technical: bool | None = None
    for passage in prose:
        if language(passage.locale) == "ja":
            yield from _particles(passage)
            continue
        if not _may_repeat(passage.text) or not _TWINS.search(passage.text):
            continue
        for first, second in pairwise(words(passage.text, passage.locale)):
            if _repeated(first, second, passage):
                message = f'"{second.text}" stands twice'
                if technical is None:
                    technical = position.is_technical(prose)
                english = language(passage.locale) == "en"
                name = technical and english and second.text not in _NEVER_NAMES
                level: Level | None = "warning" if name else None
                fix = _fix(second, passage)
                yield Found.of(
                    passage, first.start, second.end, message, first.text, fix=fix, level=level
                )


def _particles(passage: Passage) -> Iterator[Found]:
    for match in _PARTICLES.finditer(passage.text):
        text = match[0]
        yield Found.of(passage, *match.span(), f"「{text[0]}」 stands twice", text[0], fix="unsafe")


def _may_repeat(text: str) -> bool:
    """Say, twice as fast as a pattern, whether two words next to each other may be the same."""
    if not text.isascii():
        return True
    found = text.lower().encode().translate(_LETTERS).split()
    return any(map(operator.eq, found, found[1:]))


def _fix(second: Word, passage: Passage) -> Fix:
    certain = language(passage.locale) == "en" and second.text in _ONE_READING
    return "safe" if certain else "unsafe"


def _repeated(first: Word, second: Word, passage: Passage) -> bool:
    gap = passage.text[first.end : second.start]
    # A capital is a name ("Mau Mau"); a line break inside a passage is deliberate.
    if first.text.lower() != second.text or not gap.isspace() or "\n" in gap:
        return False
    # "AND and OR": the name of an operator; "offset offset_src": two names.
    if (len(first.text) > 1 and first.text.isupper()) or _joined(first, second, passage.text):
        return False
    name = language(passage.locale)
    if name in _ONCE:
        slip = second.text in _ONCE[name]
    else:
        slip = name in _TWICE and _is_word(second.text, name)
        if slip and second.text in _TWICE[name]:
            slip = _where_not(first, second, passage.text, name)
    return slip and _side_by_side(first, second, passage)


def _joined(first: Word, second: Word, text: str) -> bool:
    return text[second.end : second.end + 1] == "_" or text[max(first.start - 1, 0)] == "_"


def _where_not(first: Word, second: Word, text: str, name: str) -> bool:
    """Say whether a word that may stand twice does so where it may not."""
    if name == "en":
        pattern = _ELSEWHERE.get(second.text)
        found = pattern.finditer(text) if pattern else ()
        return any(match.start("twice") == first.start for match in found)
    words, unless = _PRONOUN_FIRST.get(name, (frozenset(), None))
    before = text[max(first.start - 20, 0) : first.start]
    return bool(unless and second.text in words and before.strip() and not unless.search(before))


# Words of one letter that are no names of things there.
_LETTER = {"en": "a", "es": "ya", "fr": "aà", "it": "ea", "pt": "ea"}


def _is_word(text: str, name: str) -> bool:
    return text in _LETTER.get(name, "a") if len(text) == 1 else text.isalpha()


def _side_by_side(first: Word, second: Word, passage: Passage) -> bool:
    """Say whether nothing but space is written between the two: no markup, that is no edge of a link."""
    before, after = passage.origin.at(first.start), passage.origin.at(second.start)
    return after.line != before.line or after.column - before.column == second.start - first.start


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Take the the tablet with water.",
        "The the dose is small.",
        "You can stop at at any time.",
        "Shake it for a\na minute.",
        ("fr", "Prenez le le comprimé avec de l’eau."),
        ("es", "Tome la la pastilla con agua."),
        ("de", "Nehmen Sie eine eine Tablette und und Wasser."),
        ("ar", "خذ الدواء في في الصباح."),
    ),
    good=(
        "He said that that pill had had no effect.",
        "The Mau Mau came to New York, New York.",
        "Read the [the](a.md) page, or the `the` command.",
        "You you’re never sure. Is it so? So it is.",
        ("fr", "Nous nous lavons les mains, et vous vous reposez."),
        ("de", "Die Frau, die die Tablette nimmt, weiß, dass sie sie braucht."),
        ("es", "Es muy muy bueno que que venga."),
        ("id", "Anak anak makan pelan pelan."),
        ("ar", "هذا مهم جدا جدا."),
        ("ja", "いろいろ いろいろ あります。"),
    ),
)
