"""translation/date-changed"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run], *, source: str) -> Iterator[Found]:
    """
    A translation has the dates of its source: days, months and years, and days of the week.

    Why: somebody who comes on another day has come for nothing. The names are those of CLDR; a month may
    also be a number.
    Fix: write the date of the msgid as the language does.
    """
    for run in beside.translated(runs):
        for difference in beside.differences(run, source or "en"):
            if difference.about == "date":
                yield difference.found(run)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("On March 5, 2021, it opened.", "Il a ouvert le 6 mars 2021."),
        ("On March 5, 2021, it opened.", "Il a ouvert le 5 mai 2021."),
        ("On March 5, 2021, it opened.", "Am 5. März 2012 öffnete es.", "de"),
        ("On March 5, 2021, it opened.", "2021年3月6日に開きました。", "ja"),
        ("Closed on Mondays and every Sunday.", "Fermé tous les samedi."),
        ("By 2021-03-05.", "До 05.04.2021.", "ru"),
    ),
    good=(
        ("On March 5, 2021, it opened.", "Il a ouvert le 5 mars 2021."),
        ("On March 5, 2021, it opened.", "Am 5.3.2021 öffnete es.", "de"),
        ("On March 5, 2021, it opened.", "افتتح في ٥ مارس ٢٠٢١.", "ar"),
        ("On March 5, 2021, it opened.", "2021年3月5日に開きました。", "ja"),
        ("By 2021-03-05.", "До 05.03.2021.", "ru"),
        ("You may march in May.", "Vous pouvez défiler en mai."),
    ),
)
