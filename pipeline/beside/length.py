"""How long a translation is beside its English source: what is usual in each language."""

from __future__ import annotations

from collections.abc import Mapping

# Medians of the translated messages of 80 characters or more in the documentation of apt, aptitude, debconf
# and dpkg, Rust by Example, Electron and Wagtail (30,000 messages); the spread is about an eighth to each side.
FACTORS: Mapping[str, float] = {
    "ar": 0.94,
    "ca": 1.07,
    "cs": 0.95,
    "de": 1.14,
    "es": 1.09,
    "fa": 0.92,
    "fi": 0.97,
    "fr": 1.14,
    "gl": 1.02,
    "hu": 1.06,
    "it": 1.1,
    "ja": 0.55,
    "ko": 0.6,
    "nb": 1.04,
    "nl": 1.15,
    "pl": 1.06,
    "pt": 1.08,
    "ro": 1.06,
    "ru": 1.04,
    "sl": 1.01,
    "sv": 1.02,
    "tr": 1.01,
    "uk": 1.04,
    "zh": 0.4,
}
DENSE = frozenset({"ja", "ko", "zh"})
"""Where names and code that stay as they are weigh more than the words do: the spread is wide."""


def share(source: str, translation: str, language: str) -> float:
    """
    Give the length of *translation* as a share of what is usual for *source*, which is English or near.

    >>> round(share("x" * 100, "x" * 57, "fr"), 2)
    0.5
    """
    return len(translation) / max(len(source), 1) / FACTORS.get(language, 1.0)
