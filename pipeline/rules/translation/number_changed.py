"""translation/number-changed"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run], *, source: str) -> Iterator[Found]:
    """
    A translation has the numbers of its source, and their units, and no others.

    Why: a reader acts on a number, and a slip in one reads as well as the right one. Digits of any script,
    grouping and decimals of any locale, hours of either clock and number words are read as what they say.
    Fix: copy the number from the msgid, written as the language writes it. What was converted on purpose,
    as miles to kilometres, may stay: say so in an ignore.
    """
    for run in beside.translated(runs):
        for difference in beside.differences(run, source or "en"):
            if difference.about == "number":
                yield difference.found(run)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("Walk for 15 to 25 minutes.", "Marchez 15 à 20 minutes."),
        ("Walk for 30 minutes.", "Gehen Sie 30 Stunden.", "de"),
        ("It is 10 miles away.", "C’est à 10 km."),
        ("Come at 9:00 am.", "Kommen Sie um 8 Uhr.", "de"),
        ("Since 2019 it is free.", "Il est gratuit depuis 2018."),
        ("Call 1-800-555-0199.", "Appelez le 1-800-555-0198."),
        ("Wait two weeks.", "Attendez trois semaines."),
        ("Wait 5 days.", "请等待6天。", "zh"),
        ("Version 3.12 and later.", "Version 3.11 et suivantes."),
    ),
    good=(
        ("Take two tablets.", "Prenez 2 comprimés."),
        ("The year has 86,399 seconds.", "Das Jahr hat 86399 Sekunden.", "de"),
        ("1,234.56 euros", "1.234,56 Euro", "de"),
        ("1,234.56 euros", "1 234,56 euros"),
        ("1,234.56 francs", "1’234.56 Franken", "de-CH"),
        ("Come at 9:00 am.", "Kommen Sie um 9 Uhr.", "de"),
        ("Come at 9:30 pm.", "Venez à 21 h 30."),
        ("Wait 12 days.", "انتظر ١٢ يومًا.", "ar"),
        ("Wait 2 days.", "انتظر يومين.", "ar"),
        ("About 10,000 steps.", "約1万歩。", "ja"),
        ("In the 19th century.", "Au XIXe siècle."),
        ("Call 1-800-555-0199.", "Appelez le 1 800 555 01 99."),
        ("A dozen eggs, half an hour.", "12 œufs, 30 minutes."),
    ),
)
