"""
How often is the first suggestion the right one: our ranking against Hunspell's own order.

The misspellings are synthetic: one random slip in a word that its language uses often and that Hunspell
accepts. Slips that give another word are left out, for no speller can see them. Both rank the same forms
in the same run; times are processor time for one form, dictionaries loaded.

    python benchmarks/spelling_first_suggestion.py [FORMS]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from pipeline import dictionaries
from pipeline.spelling import Lexicon, distance, suggest

LISTS = {"en": "en_US", "es": "es_ES", "fr": "fr", "de": "de_DE"}
SEED = 20_261_123


def slips(lexicon: Lexicon, count: int) -> Iterator[tuple[str, str]]:
    """Give pairs of a misspelling and the word that was meant."""
    chance = random.Random(SEED)
    words = [
        written
        for form in list(lexicon.frequencies.common)[:20_000]
        if len(form) > 3 and form.isalpha()
        for written in (form, form.capitalize())
        if lexicon.knows(written)
    ]
    while count:
        word = chance.choice(words)
        typed = slip(word, lexicon.alphabet, chance)
        if typed != word and not lexicon.knows(typed):
            count -= 1
            yield typed, word


def slip(word: str, alphabet: str, chance: random.Random) -> str:
    """Leave out, add, change or swap a letter, or forget the accents."""
    at = chance.randrange(len(word))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    other = chance.choice(alphabet)
    return chance.choice(
        (
            head + tail,
            head + letter + letter + tail,
            head + letter + other + tail,
            head + (other.upper() if letter.isupper() else other) + tail,
            head + tail[:1] + letter + tail[1:],
            distance.bare(word),
        )
    )


def measure(
    propose: Callable[[str], Sequence[str]], pairs: Sequence[tuple[str, str]]
) -> tuple[float, float, float]:
    """Give the share of right first suggestions, of right ones among five, and milliseconds a form."""
    first = among = 0
    start = time.process_time()
    for typed, word in pairs:
        given = propose(typed)[:5]
        first += given[:1] == (word,)
        among += word in given
    spent = time.process_time() - start
    count = len(pairs)
    return 100 * first / count, 100 * among / count, 1000 * spent / count


def main(count: int) -> None:
    """Print one line for each language and order."""
    print(f"{count} synthetic misspellings a language, seed {SEED}")
    print(f"{'':4}{'order':10}{'right 1st':>10}{'among 5':>10}{'ms a form':>11}")
    for language, stem in LISTS.items():
        lexicon = dictionaries.load(language)
        if lexicon is None:
            print(f"{language:4}{dictionaries.reason(language)}")
            continue
        engine = dictionaries.engine(stem)
        pairs = list(slips(lexicon, count))
        suggest("quetion", lexicon)  # the look-up tables are made at the first question
        orders: dict[str, Callable[[str], Sequence[str]]] = {
            "ours": lambda form, lexicon=lexicon: suggest(form, lexicon),  # type: ignore[misc]
            "hunspell": lambda form, engine=engine: tuple(engine.suggest(form)),  # type: ignore[misc]
        }
        for name, propose in orders.items():
            first, among, spent = measure(propose, pairs)
            print(f"{language:4}{name:10}{first:9.1f}%{among:9.1f}%{spent:11.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
