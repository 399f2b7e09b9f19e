"""Which words of a version an editor should look at, and which only look strange."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model import Misspelling, Passage, Place, Word
from pipeline.spelling import context, foreign, parts, ranking
from pipeline.spelling.context import Token
from pipeline.spelling.lexicon import Lexicon
