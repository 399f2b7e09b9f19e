"""What was translated elsewhere in the project, or in a file: moved, or offered."""

from __future__ import annotations

from pipeline.merging import memory, merge
from pipeline.model import Catalog, Message

DOSE = "Take one tablet with a glass of water."
PRENEZ = "Prenez un comprimé avec un verre d'eau."


def catalog(*messages: Message) -> Catalog:
    """Give a French catalog of *messages*."""
    return Catalog("fr", messages=messages)


def asked(*texts: str) -> Catalog:
    """Give a template that asks for *texts*."""
    return Catalog(messages=tuple(map(Message, texts)))


def states(template: Catalog, known: memory.Memory) -> list[tuple[str, bool, tuple[str, ...]]]:
    """Give string, doubt and comments of the messages of a new catalog."""
    merged = merge.merge(Catalog("fr"), template, known).catalog
    return [(one.string, one.fuzzy, one.comments) for one in merged.messages]


def test_split_article_keeps_its_translations() -> None:
    """What left one article for another is translated there, its short heading too."""
    old = catalog(Message("Dose", ("Posologie",)), Message(DOSE, (PRENEZ,)))
    known = memory.project({"pain": old}, {"pain": []})
    assert states(asked("Dose", DOSE), known) == [("Posologie", False, ()), (PRENEZ, False, ())]


def test_short_text_alone_has_not_moved() -> None:
    """A word that vanished there and came here may mean something else: it is offered."""
    known = memory.project({"pain": catalog(Message("Right", ("Droite",)))}, {"pain": []})
    assert states(asked("Right"), known) == [("Droite", True, ("Offered from pain",))]


def test_text_of_a_living_article_is_offered() -> None:
    """What still stands in its article is offered to another, with the article's name."""
    message = Message(DOSE, (PRENEZ,))
    known = memory.project({"pain": catalog(message)}, {"pain": [message.key]})
    assert states(asked(DOSE), known) == [(PRENEZ, True, ("Offered from pain",))]


def test_moved_comes_before_offered() -> None:
    """Of two translations, the one that lost its place is taken."""
    message = Message(DOSE, ("Avalez",))
    known = memory.project(
        {"a": catalog(message), "b": catalog(Message(DOSE, (PRENEZ,)))}, {"a": [message.key]}
    )
    assert states(asked(DOSE), known) == [(PRENEZ, False, ())]


def test_moved_fuzzy_message_stays_fuzzy() -> None:
    """A guess that moved is a guess, with its previous id."""
    guess = Message(DOSE, (PRENEZ,), fuzzy=True, previous_id="Take one.")
    known = memory.project({"pain": catalog(guess)}, {})
    message = merge.merge(Catalog("fr"), asked(DOSE), known).catalog.messages[0]
    assert (message.fuzzy, message.previous_id) == (True, "Take one.")


def test_fuzzy_text_of_a_living_article_is_not_offered() -> None:
    """What nobody stands by there helps nobody here."""
    message = Message(DOSE, (PRENEZ,), fuzzy=True)
    known = memory.project({"pain": catalog(message)}, {"pain": [message.key]})
    assert states(asked(DOSE), known) == [("", False, ())]


def test_first_memory_is_first() -> None:
    """Where two disagree, the first by rank is offered."""
    first = memory.offer(catalog(Message("sea", ("mer",))), "a.po")
    second = memory.offer(catalog(Message("sea", ("océan",))), "b.po")
    known = memory.narrow(memory.join(first, second), asked("sea"))
    assert states(asked("sea", "sky"), known)[0] == ("mer", True, ("Offered from a.po",))


def test_memory_without_context_serves_any_context() -> None:
    """A file of other tools knows no contexts: its translation is offered."""
    known = memory.offer(catalog(Message("May", ("mai",))), "a.tmx")
    template = Catalog(messages=(Message("May", context="month"),))
    assert states(template, known) == [("mai", True, ("Offered from a.tmx",))]


def test_offer_with_other_forms_does_not_fit() -> None:
    """A translation without plural forms is none of a message that has them."""
    known = memory.offer(catalog(Message("tide", ("marée",))), "a.tmx")
    template = Catalog(messages=(Message("tide", plural="tides"),))
    assert states(template, known) == [("", False, ())]


def test_renamed_article_is_found() -> None:
    """A catalog whose article is gone, and whose texts mostly stand in another, was that one's."""
    old = catalog(*(Message(text, ("x",)) for text in ("one", "two", "three")))
    catalogs = {"old": old, "other": catalog(Message("four", ("x",)))}
    assert memory.renamed(asked("one", "two", "four"), catalogs) == "old"
    assert memory.renamed(asked("one", "two", "four"), {}) is None
    assert memory.renamed(asked("one", "five"), {"old": old}) is None
    five = catalog(*map(Message, ("one", "two", "three", "four", "five")))
    assert memory.renamed(asked("one", "two"), {"five": five}) is None
    assert memory.renamed(asked("one", "two", "three"), {"five": five}) == "five"
