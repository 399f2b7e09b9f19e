"""prose/sentence-style"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage

# The ends of sentences in the polite and in the plain style, before the full stop.
_POLITE = re.compile(
    r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|下さい)(?:か|ね|よ)?[。！？]"
)
_PLAIN = re.compile(
    r"((?:の)?である|であった|であろう|だった|(?<=[一-鿿ァ-ヶ])だ|のだ|だろう|する|(?<![まで])した|ある|いる|なる|なった|"
    r"れる|れた|(?<=[一-鿿])[るくすむぶうつぐ]|(?<=[一-鿿][えけせてねべめれげ])る|ない|なかった|できる|できた|行う|思う|(?<![まし])った|んだ|(?<=て)いた)[。！？]"
)
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|（[^（）]*）|\([^()]*\)")
_MEANT = {
    "である": "です",
    "であった": "でした",
    "だった": "でした",
    "であろう": "でしょう",
    "だ": "です",
    "のだ": "のです",
    "のである": "のです",
}
_SURE = 1
"""How many sentences more than the other a style needs to be that of the text."""


def check(prose: Sequence[Passage], *, share: float = 0.34) -> Iterator[Found]:
    """
    A Japanese text ends all its sentences in です・ます, or all in である・だ.

    Why: a text that changes between the two sounds as if two people had written it.
    Fix: end the sentence as the others end. Paragraphs alone are looked at, no headings, lists or
    quotations, and only if at most `share` of the sentences are in the other style.
    """
    polite: list[tuple[Passage, re.Match[str]]] = []
    plain: list[tuple[Passage, re.Match[str]]] = []
    for passage in prose:
        if passage.kind == "paragraph":
            text = _QUOTED.sub(lambda match: "　" * len(match[0]), passage.text)
            polite.extend((passage, match) for match in _POLITE.finditer(text))
            plain.extend((passage, match) for match in _PLAIN.finditer(text))
    fewer, usual = (plain, polite) if len(plain) < len(polite) else (polite, plain)
    if not fewer or len(usual) < len(fewer) + _SURE or len(fewer) > share * len(usual + fewer):
        return
    style = "です・ます" if usual is polite else "である"
    for passage, match in fewer:
        written = match[0][:-1]
        meant = _MEANT.get(written)
        message = f'"{written}" among sentences that end in {style}'
        suggestions = (meant,) if meant and usual is polite else ()
        start = match.start()
        yield Found.of(
            passage,
            start,
            start + len(written),
            message,
            *suggestions,
            fix="unsafe" if suggestions else "",
        )


RULE = Rule(
    level="note",
    check=check,
    bad=(
        ("ja", "薬を飲みます。水も飲みます。毎日飲みましょう。これは大切である。"),
        ("ja", "薬は大切である。水も必要だ。これは事実である。毎日の習慣だ。よく眠れます。"),
    ),
    good=(
        (
            "ja",
            "薬を飲みます。水も飲みます。毎日飲みましょう。彼は「これは大切である。」と言いました。",
        ),
        ("ja", "薬は大切である。水も必要だ。これは事実である。毎日の習慣だ。"),
        ("ja", "薬を飲みます。水も飲みます。毎日飲みましょう。\n\n- 大切である。"),
    ),
    languages=frozenset({"ja"}),
    source="文化庁「公用文作成の考え方」(2022)",
)
