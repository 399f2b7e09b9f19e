"""prose/wrong-script"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import Passage
from pipeline.prose.words import language, words

_LATIN = "AaBCcEeHIiJjKMOoPpSsTXxyY"
_CYRILLIC = "АаВСсЕеНІіЈјКМОоРрЅѕТХхуҮ"
_GREEK = {"A": "Α", "B": "Β", "E": "Ε", "Z": "Ζ", "H": "Η", "I": "Ι", "K": "Κ", "M": "Μ", "N": "Ν"}
_GREEK |= {"O": "Ο", "o": "ο", "P": "Ρ", "T": "Τ", "Y": "Υ", "X": "Χ", "v": "ν", "i": "ι", "u": "υ"}
_TWINS = {
    ("CYRILLIC", "LATIN"): dict(zip(_CYRILLIC, _LATIN, strict=True)),
    ("LATIN", "CYRILLIC"): dict(zip(_LATIN, _CYRILLIC, strict=True)),
    ("GREEK", "LATIN"): {greek: latin for latin, greek in _GREEK.items()},
    ("LATIN", "GREEK"): _GREEK,
    ("CYRILLIC", "GREEK"): dict(zip("АВЕНІКМОоРТХ", "ΑΒΕΗΙΚΜΟοΡΤΧ", strict=True)),
    ("GREEK", "CYRILLIC"): dict(zip("ΑΒΕΗΙΚΜΟοΡΤΧ", "АВЕНІКМОоРТХ", strict=True)),
}
"""Letters of one script and how another writes what looks the same."""
_NEARLY = dict(zip("akpnutwxy", "ακρηυτωχγ", strict=True)) | _GREEK
"""Latin letters that somebody who writes Greek may have hit: they look alike enough to be overlooked."""

_WORDS = {"be": "аоуі", "bg": "ас", "mk": "ао", "ru": "асоу", "sr": "ао", "uk": "асоуі"}
"""Letters that are words, by language, of those that a Latin one looks like."""

_WIDE = r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
_WIDTHS = re.compile(rf"(?:{_WIDE}+[A-Za-z0-9]|[A-Za-z0-9]+{_WIDE})[A-Za-z0-9\uff10-\uff5a]*")
_NARROW_KANA = re.compile(r"[\uff66-\uff9f]+")
_ALPHABETS = [re.compile(letters) for letters in ("[A-Za-z]", "[\u0370-\u03ff]", "[\u0400-\u052f]")]
_WIDE_OR_NARROW = re.compile("[\uff10-\uff9f]")
_PIECES = re.compile(r"[-‐‑'’ʼ·/\d]+")


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A word is written in the letters of one script, and of one width.

    Why: a Cyrillic "а" looks like a Latin "a" and is another letter. A screen reader stumbles over it,
    and no search finds the word. Full-width letters and half-width kana are read the same way only by
    some.
    Fix: type the word again on one keyboard. Letters joined with a hyphen may differ ("IT-отдел").
    """
    for passage in prose:
        if not _suspect(passage.text):
            continue
        usual = _usual(passage.text)
        for word in words(passage.text, passage.locale):
            pieces = list(filter(None, _PIECES.split(word.text)))
            for piece in pieces:
                at = word.start + word.text.index(piece)
                if found := _mixed(piece, usual):
                    message, meant = found
                    # A single Latin letter may be the name of a key, or of a variable.
                    named = len(piece) == 1 and usual == "CYRILLIC"
                    if named and meant not in _WORDS.get(language(passage.locale), ""):
                        continue
                    level: Level | None = "review" if named else None
                    # What looks the same is read the same: nobody has to look.
                    fix: Fix = "unsafe" if named else "safe"
                    yield Found.of(
                        passage, at, at + len(piece), message, meant, fix=fix, level=level
                    )
        for pattern, what in (
            (_WIDTHS, "letters of two widths"),
            (_NARROW_KANA, "half-width kana"),
        ):
            for match in pattern.finditer(passage.text):
                meant = unicodedata.normalize("NFKC", match[0])
                message = f'"{match[0]}" has {what}'
                yield Found.of(passage, *match.span(), message, meant, fix="safe")


def _suspect(text: str) -> bool:
    """Are there letters of two alphabets that look alike, or of another width: nine texts in ten have none."""
    if text.isascii():
        return False
    alphabets = sum(letters.search(text) is not None for letters in _ALPHABETS)
    return alphabets > 1 or _WIDE_OR_NARROW.search(text) is not None


def _mixed(piece: str, usual: str) -> tuple[str, str] | None:
    """Say what is wrong with the letters of a word, and how it is written in one script."""
    count = Counter(filter(None, map(_script, piece)))
    if len(count) > 1:
        (most, times), (other, fewer) = count.most_common(2)
        if times == fewer and usual in count:
            most, other = usual, next(script for script in count if script != usual)
        strays = [letter for letter in piece if _script(letter) == other]
        greek = (other, most, usual) == ("LATIN", "GREEK", "GREEK")
        twins = _NEARLY if greek else _TWINS[other, most]
        # Letters that look like no other are there on purpose: "μSv", "Δt".
        if not all(letter in twins for letter in strays):
            return None
        meant = "".join(twins.get(letter, letter) for letter in piece)
        return f'"{piece}" has {other.title()} "{strays[0]}" among {most.title()} letters', meant
    (script,) = count or ("",)
    twins = _TWINS.get((script, usual), {})
    if script in ("LATIN", "CYRILLIC") and len(piece) == 1 and piece.islower() and piece in twins:
        return f'"{piece}" is a {script.title()} letter', twins[piece]
    return None


def _usual(text: str) -> str:
    """Give the script that nearly all letters of a text are in, or nothing."""
    count = Counter(filter(None, map(_script, text)))
    most = count.most_common(1)
    return most[0][0] if most and most[0][1] > max(10, 0.95 * count.total()) else ""


def _script(letter: str) -> str:
    if not letter.isalpha() or letter == "µ":
        return ""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return script if script in ("LATIN", "CYRILLIC", "GREEK") else ""


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The pаtient slept well.",
        ("ru", "Пaциент спал хорошо."),
        ("el", "Ο ασθενής κοιμήθηκε κaλά και πήγε σπίτι, όταν ο γιατρός τoν είδε."),
        ("el", "Χτυπάμε τa κλαδιά απαλά με το ραβδί, από μέσα προς τα έξω."),
        "Take two tablets а day with water.",
        ("ja", "ＰＴSDの治療に使われます。"),
        ("ja", "この薬はｱﾚﾙｷﾞｰに効きます。"),
    ),
    good=(
        "A dose of 5 μSv, 10 µg of TGF-β and the Δt of it.",
        ("ru", "IT-отдел купил МРТ-сканер и USB-кабель, а потом SMS."),
        ("ru", "Чтобы выйти, нажмите i, а затем клавишу e или p на клавиатуре."),
        ("ja", "PTSD（心的外傷後ストレス障害）の治療に使われます。"),
        ("ar", "يستخدم الـPTSD هنا."),
    ),
)
