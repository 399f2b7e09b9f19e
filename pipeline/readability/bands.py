"""What the values of a formula mean, as its author or its users put it: from a limit on, the highest first."""

from __future__ import annotations

import math

EASE = (
    (90, "very easy"),
    (80, "easy"),
    (70, "fairly easy"),
    (60, "standard"),
    (50, "fairly difficult"),
    (30, "difficult"),
    (-math.inf, "very difficult"),
)
ATESMAN = (
    (90, "very easy"),
    (70, "easy"),
    (50, "medium"),
    (30, "difficult"),
    (-math.inf, "very difficult"),
)
INFLESZ = (
    (80, "very easy"),
    (65, "fairly easy"),
    (55, "normal"),
    (40, "somewhat difficult"),
    (-math.inf, "very difficult"),
)
GULPEASE = (
    (80, "after primary school"),
    (60, "after lower secondary school"),
    (40, "after upper secondary school"),
    (-math.inf, "difficult after upper secondary school"),
)
LIX = (
    (60, "very difficult"),
    (50, "difficult"),
    (40, "standard"),
    (30, "easy"),
    (-math.inf, "very easy"),
)
DALE_CHALL = (
    (10, "college graduate"),
    (9, "college"),
    (8, "grades 11-12"),
    (7, "grades 9-10"),
    (6, "grades 7-8"),
    (5, "grades 5-6"),
    (-math.inf, "grade 4"),
)
FOG_PL = ((13, "difficult"), (10, "fairly difficult"), (-math.inf, "plain"))
JREADABILITY = (
    (5.5, "lower elementary"),
    (4.5, "upper elementary"),
    (3.5, "lower intermediate"),
    (2.5, "upper intermediate"),
    (1.5, "lower advanced"),
    (-math.inf, "upper advanced"),
)
