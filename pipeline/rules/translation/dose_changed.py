"""translation/dose-changed"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run], *, source: str) -> Iterator[Found]:
    """
    A translation has the doses and shares of its source, in their units, and as often.

    Why: ten times the dose can kill, and a point that became none, a milligram that became a gram or twice
    that became three times reads as well as the truth. A project of health content makes this an error.
    Fix: copy number and unit from the msgid. The decimal sign and the name of the unit are the language's.
    """
    for run in beside.translated(runs):
        for difference in beside.differences(run, source or "en"):
            if difference.about == "dose":
                yield difference.found(run)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("Take 5 mg at night.", "Prenez 5 g le soir."),
        ("Take 2.5 mg at night.", "Prenez 25 mg le soir."),
        ("Take 0.5 ml.", "Nehmen Sie 5 ml.", "de"),
        ("Take it twice a day.", "Prenez-le trois fois par jour."),
        ("Take it three times a day.", "1日2回服用します。", "ja"),
        ("50% of people", "15 % des gens"),
        ("Inject 100 IU.", "Inyecte 100 mg.", "es"),
        ("Take 20 mg.", "تناول ٢٠٠ ملغ.", "ar"),
        ("Take 20 mg.", "服用20克。", "zh"),
    ),
    good=(
        ("Take 2.5 mg at night.", "Prenez 2,5 mg le soir."),
        ("Take 100 mcg.", "Prenez 100 µg."),
        ("Take 100 mcg.", "Принимайте 100 мкг.", "ru"),
        ("Take 5 to 10 mg.", "Nehmen Sie 5 mg bis 10 mg.", "de"),
        ("Take 20 mg twice a day.", "每天两次，每次20毫克。", "zh"),
        ("50% of people", "٥٠٪ من الناس", "ar"),
        ("Half a tablet", "½ comprimé"),
    ),
)
