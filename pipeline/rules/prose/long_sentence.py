"""prose/long-sentence"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose import reading


def check(prose: Sequence[Passage], *, limit: int = 25) -> Iterator[Found]:
    """
    A sentence is short enough to be read once.

    Why: a reader holds a sentence in mind until it ends; long ones are read twice or not at all.
    Fix: end the sentence where a new thought begins, or make a list of it. `limit` counts English
    words; other languages have the length that says as much (German 23, French 28, Russian 20), and
    Japanese and Chinese count characters (70 and 60).
    """
    for passage in prose:
        most = reading.equivalent(limit, passage.locale)
        if reading.at_most(passage) <= most:
            continue
        unit = reading.unit(passage.locale)
        for first, start, end, length in reading.longer(passage, most):
            if not reading.running(passage):
                break
            message = f"sentence of {length} {unit}, more than {most}"
            yield Found(passage.origin.at(first), message, text=passage.text[start:end])


_LONG = (
    "We ask you to come half an hour early, because the nurse has to weigh you, take your blood and "
    "talk about the drugs that you take at home every day."
)
_SAME_IN_GERMAN = (
    "Bitte kommen Sie eine halbe Stunde früher, weil die Pflegekraft Sie wiegen, Ihnen Blut abnehmen "
    "und mit Ihnen über die Mittel sprechen muss, die Sie zu Hause einnehmen."
)
_SAME_IN_JAPANESE = (
    "看護師が体重を測り、血液を採り、家で毎日飲んでいる薬について話を聞く必要がありますので、"
    "予約の時間よりも三十分ほど早めに病院の受付まで来ていただくようにお願いしています。"
)
_REFERENCE = (
    "- Tan, J., Okafor, M., Ruiz, A., Weiß, K., Park, S., Diallo, F., Rossi, B., Silva, C. and Nowak, D. "
    "(2019). Sleep and how to get more of it when you need it most. *Journal of Rest*, 12(3), 4–9."
)

RULE = Rule(
    level="note",
    check=check,
    bad=(_LONG, ("de", _SAME_IN_GERMAN), ("ja", _SAME_IN_JAPANESE)),
    good=(
        "We ask you to come half an hour early. The nurse has to weigh you and take your blood.",
        f"# {_LONG}",
        (
            "fr",
            "Venez une demi-heure plus tôt. L’infirmière doit vous peser et vous faire une prise.",
        ),
        ("ja", "三十分ほど早めに来てください。看護師が体重を測り、血液を採ります。"),
        _REFERENCE,
    ),
)
