"""prose/marks-of-the-script"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.words import HIRAGANA, KANJI, KATAKANA, PROLONGED, language

_ARABIC_LETTER = "\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff"
_ARABIC = re.compile(
    rf"(?<=[{_ARABIC_LETTER}])[,;?]+(?=[\s\"»”)\]{_ARABIC_LETTER}]|\Z)"
    # Behind a space, a bracket, a digit or a Latin letter, if the sentence goes on in Arabic.
    rf"|(?<=[{_ARABIC_LETTER}\d)»”\"A-Za-z] )[,;?](?=\s[{_ARABIC_LETTER}]|\Z)"
    rf"|(?<=[\d)»”\"A-Za-z])[,;](?=\s[{_ARABIC_LETTER}])|(?<=[{_ARABIC_LETTER}]\))\?(?=\s|\Z)|(?<=[A-Z]{{2}})\?(?=\Z|\s[{_ARABIC_LETTER}])"
)
_ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}
_EAST = f"{HIRAGANA}{KATAKANA}{PROLONGED}{KANJI}"
# A half-width mark behind a letter of the script, that no other mark follows ("…など...").
_WIDE = re.compile(
    rf"(?<=[{_EAST}])[,.!?;](?![,.!?;\w/]|\s*[A-Za-z])(?: (?=[{_EAST}]))?"
    # A point between two names joins them ("表.列"), but none ends in the kana of a verb.
    rf"|(?<=[{_EAST}」』）])[,!?;](?=[{_EAST}])|(?<=[A-Za-z]),(?=[{_EAST}])|[｡､]|(?<=[すただるい])\.(?=[{_EAST}])"
    rf"|(?<=せん)\.(?=[{_EAST}])|(?<=[{KANJI}]{{6}})\.(?=[{KANJI}]{{3}})"
)
# Narrow brackets and colons have friends among translators of software: a note.
_NARROW = re.compile(
    rf"(?<=[{_EAST}])\((?=[^()\n]{{0,80}}[{_EAST}])[^()\n]{{1,80}}\)|(?<=[{_EAST}]):(?=[{_EAST}])"
)
_WIDENED = str.maketrans("():", "（）：")
_JAPANESE_MARKS = {",": "、", ".": "。", "!": "！", "?": "？", "｡": "。", "､": "、"}
_CHINESE_MARKS = {",": "，", ".": "。", "!": "！", "?": "？", ";": "；"}
_GREEK = re.compile('(?<=[\u03ac-\u03ce\u1f00-\u1fff])\\?(?=[\\s»”")]|\\Z)')

_MARKS: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]] = {
    "ar": (_ARABIC, _ARABIC_MARKS),
    "fa": (_ARABIC, _ARABIC_MARKS),
    "ur": (_ARABIC, _ARABIC_MARKS),
    "ja": (_WIDE, _JAPANESE_MARKS),
    "zh": (_WIDE, _CHINESE_MARKS),
    "el": (_GREEK, {"?": ";"}),
}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Behind the letters of a script stand its own marks: ، ؛ ؟ in Arabic, 、。！？ in Japanese, ; in Greek.

    Why: a Latin comma leans to the wrong side in Arabic, and stands too narrow among kanji.
    Fix: take the suggestion. Marks behind Latin letters and digits are let be.
    """
    for passage in prose:
        if language(passage.locale) in ("ja", "zh"):
            yield from _narrow(passage)
        pattern, marks = _MARKS[language(passage.locale)]
        # An English title may end in a word of the script.
        if not pattern.search(passage.text) or not _in_script(passage.text):
            continue
        for match in pattern.finditer(passage.text):
            written = match[0]
            right = "".join(marks.get(mark, "") for mark in written.strip())
            if right:
                message = f'"{written.strip()}" is written "{right}" in this script'
                yield Found.of(passage, *match.span(), message, right, fix="safe")


def _in_script(text: str) -> bool:
    """Say whether more letters of *text* are of other scripts than Latin: else it is a quotation."""
    latin = sum(map(str.isalpha, filter(str.isascii, text)))
    return 2 * latin < sum(map(str.isalpha, text))


def _narrow(passage: Passage) -> Iterator[Found]:
    for match in _NARROW.finditer(passage.text):
        right = match[0].translate(_WIDENED)
        message = f'"{match[0]}" has narrow marks among wide letters'
        safe = NOT_PROSE not in right
        yield Found.of(
            passage,
            *match.span(),
            message,
            *([right] if safe else []),
            fix="safe" if safe else "",
            level="note",
        )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("ar", "هل تنام جيدا? نعم, أنام; وأنت؟"),
        ("fa", "آیا خوب می‌خوابید? بله, خوب."),
        ("ja", "薬を飲みます. 水も飲みますか?"),
        ("zh", "吃药,喝水.你好吗?"),
        ("el", "Πώς είστε?"),
    ),
    good=(
        ("ar", "هل تنام جيدا؟ نعم، أنام؛ 1,000 مرة (PTSD, OCD)."),
        ("fa", "آیا خوب می‌خوابید؟ بله، خوب."),
        ("ja", "薬を飲みます。水も飲みますか？ 1,000円、Node.jsなど... を使う。"),
        ("zh", "吃药，喝水。你好吗？ 价格 1,000 元。"),
        ("el", "Πώς είστε; Το βιβλίο «Who is it?» είναι εδώ."),
    ),
    languages=frozenset(_MARKS),
    source="Unicode Standard, 6.2 and 9.2; JIS X 4051; W3C, Requirements for Chinese Text Layout",
)
