"""How a text ends: in a stop, a colon, a question, or in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

End = Literal["stop", "colon", "question", "exclamation", "ellipsis", "semicolon", "code", "word"]

_MARKS: Mapping[str, End] = {
    **dict.fromkeys(".。।॥｡．۔։።။។᙮", "stop"),
    **dict.fromkeys(":：፥", "colon"),
    **dict.fromkeys("?？؟՞⸮", "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys(";；؛;", "semicolon"),
    "…": "ellipsis",
    "‥": "ellipsis",
}
# What may stand behind the last mark: quotation marks, brackets, emphasis, a footnote's mark, an end tag.
_BEHIND = re.compile(
    r"(?:<!--.{0,300}?-->|\[\^[^\]\s]{1,40}\]|</?[A-Za-z][^<>]{0,80}>|\{[:#.][^{}]{0,80}\}"
    r"|[\s\"'”’“‘»›«」』〉》）)\]】*_~\u200b\u200e\u200f\ufeff])\Z"
)
_BEHIND_ENDS = frozenset(">]}\"'”’“‘»›«」』〉》）)】*_~\u200b\u200e\u200f\ufeff")
"""The last characters of those: to ask for them first is ten times faster."""
_WINDOW = 320
STOPLESS = frozenset({"th", "lo", "km", "my", "bo", "dz"})
"""The languages whose sentences end in a space or a mark that also stands elsewhere."""

# Where a sentence cannot end: what comes next is missing. Nothing that may also end one.
_OPEN: Mapping[str, str] = {
    "ar": "في من على إلى عن و أو أن التي الذي مع",
    "de": "der die das den dem des ein eine einen einem einer und oder mit von für zur zum im am dass wenn weil bei sowie als",
    "es": "el la los las un una unos unas y o e de del al con en por para que su sus como se si pero",
    "fr": "le la les un une des du de et ou à au aux en dans pour par sur avec que qui sans sous ce cette ces son sa ses leur dont",
    "it": "il lo la gli le un uno una e o di del della dei delle a al alla da dal dalla in nel nella con su per che come se",
    "nl": "de het een en of van met voor bij door dat die als te",
    "pl": "i lub oraz w z na do od dla że który która które przez",
    "pt": "o os as um uma e ou de do da dos das em no na nos nas com por para que se ao à pelo pela como",
    "ru": "и или в во на с со к по для от из у о об что который которая которые при без не",
    "uk": "і й та або в у на з із до від для по про що який яка які при без не",
    "ja": "が を に の で",
    "ko": "및 또는 그리고",
    "zh": "的 和 与 與 或 在 对 對 为 為 把 被 从 從",
}
_LAST = re.compile(r"([^\W\d_]+)\Z")


def end(text: str) -> End:
    """
    Give what *text* ends in; "word", where no mark ends it.

    >>> end("Ready?)"), end("Take `it`"), end("終わり。"), end("and then…")
    ('question', 'code', 'stop', 'ellipsis')
    """
    text = bare(text)
    if text.endswith("..."):
        return "ellipsis"
    if text.endswith(("`", "\ufffc")):
        return "code"
    return _MARKS.get(text[-1:], "word")


def bare(text: str) -> str:
    """Give *text* without what may stand behind its last mark."""
    if text[-1:] not in _BEHIND_ENDS and not text[-1:].isspace():
        return text
    end = len(text)
    while match := _BEHIND.search(text[max(end - _WINDOW, 0) : end]):
        end -= len(match.group())
    return text[:end]


def is_open(text: str, language: str) -> bool:
    """
    Say whether *text* breaks off: at a comma, a bracket that stays open, a word that needs another.

    >>> is_open("sempre fará com que o", "pt"), is_open("O processo", "pt")
    (True, False)
    """
    if text.endswith((",", "，", "、", "،", "(", "（", "[", "«", "“", "„", "「")):
        return True
    words = _OPEN.get(language, "").split()
    if language in ("ja", "zh"):
        return text.endswith(tuple(words))
    last = _LAST.search(text[-40:])
    return last is not None and last[1].casefold() in words
