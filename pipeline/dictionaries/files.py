"""The two files of a Hunspell dictionary: what can be told from their bytes before they are loaded."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.dictionaries import engines

WHOLE = 0.97
"""The share of the words it announces that a list must have: some makers count comments too."""

_SET = re.compile(rb"^(?:\xef\xbb\xbf)?SET[ \t]+(\S+)", re.MULTILINE)
_COUNT = re.compile(rb"(?:\xef\xbb\xbf)?[ \t]*(\d{1,9})(?![^\s#])")
_GROUP = re.compile(r"(?:\ufeff)?(PFX|SFX)[ \t]+(\S+)[ \t]+[YN][ \t]+(\d+)")


def wrong(aff: bytes, dic: bytes) -> str:
    """
    Say what is wrong with a dictionary's affix file and word list, or nothing.

    Hunspell itself loads what it can and says nothing of a download that ended early.

    >>> wrong(b"SET UTF-8\\n", b"2\\nboat\\nharbour\\n")
    ''
    >>> wrong(b"SET UTF-8\\n", b"900\\nboat\\nharbour\\n")
    'its .dic is cut: it has 2 of 900 words'
    >>> wrong(b"SET UTF-8\\nSFX S Y 2\\nSFX S 0 s .\\n", b"1\\nboat/S\\n")
    'its .aff is cut: group SFX S has 1 of 2 rules'
    """
    named = _SET.search(aff)
    encoding = engines.encoding(named[1].decode("ascii", "replace") if named else "ISO8859-1")
    if not encoding:
        shown = named[1].decode("ascii", "replace") if named else ""
        return f"its .aff names an unknown encoding, {shown}"
    try:
        rules = aff.decode(encoding)
    except UnicodeDecodeError:
        # Comments are often older than the encoding, and no engine reads them.
        rules = aff.decode(encoding, "replace")
    return _cut_words(dic) or _garbled(dic, encoding) or _cut_rules(rules)


def _cut_words(dic: bytes) -> str:
    count = _COUNT.match(dic)
    if not dic.strip():
        return "its .dic is empty"
    if not count:
        # Hunspell reads such a list as well, less its first word.
        return ""
    announced = int(count[1])
    found = sum(1 for line in islice(dic.splitlines(), 1, None) if line.strip())
    if found < WHOLE * announced:
        return f"its .dic is cut: it has {found:,} of {announced:,} words"
    return ""


def _garbled(dic: bytes, encoding: str) -> str:
    try:
        dic.decode(encoding)
    except UnicodeDecodeError as error:
        line = dic.count(b"\n", 0, error.start) + 1
        return f"line {line} of its .dic is not {encoding.upper()}, which its .aff names"
    return ""


def _cut_rules(rules: str) -> str:
    lines = iter(rules.splitlines())
    for line in lines:
        group = _GROUP.match(line)
        if not group:
            continue
        kind, flag, announced = group[1], group[2], int(group[3])
        found = 0
        while found < announced:
            rule = next(lines, None)
            if rule is None:
                break
            if rule.split("#")[0].strip():
                if rule.split()[:2] != [kind, flag]:
                    break
                found += 1
        if found < announced:
            return f"its .aff is cut: group {kind} {flag} has {found} of {announced} rules"
    return ""
