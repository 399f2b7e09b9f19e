"""A catalog brought up to its article, and the template that the article makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import po
from pipeline.merging import memory, merge
from pipeline.model import Catalog, Message, Origin, Segment
from pipeline.template import template

DOSE = "Take one tablet with a glass of water every morning."
EDITED = "Take two tablets with a glass of water every morning."
OTHER = "Call an ambulance if your lips or your face begin to swell."


def merged(old: Catalog, template: Catalog, known: memory.Memory = memory.EMPTY) -> Catalog:
    """Give the catalog that a merge leaves."""
    return merge.merge(old, template, known).catalog


def catalog(*messages: Message, locale: str = "fr") -> Catalog:
    """Give a catalog of *messages* that has been merged before."""
    return merged(Catalog(locale, messages=messages), asked(*messages))


def asked(*messages: Message | str) -> Catalog:
    """Give a template that asks for *messages*."""
    made = (Message(one) if isinstance(one, str) else one for one in messages)
    return Catalog(
        messages=tuple(
            Message(one.id, context=one.context, plural=one.plural, notes=one.notes)
            for one in made
            if not one.obsolete
        )
    )


def only(found: Catalog) -> Message:
    """Give the one message of *found*."""
    (message,) = found.messages
    return message


def test_edited_paragraph_stays_fuzzy() -> None:
    """An edited source paragraph keeps its translation, marked for review."""
    message = only(merged(catalog(Message(DOSE, ("Prenez",))), asked(EDITED)))
    assert (message.string, message.fuzzy, message.previous_id) == ("Prenez", True, DOSE)


def test_exact_match_keeps_what_the_translator_wrote() -> None:
    """An unchanged message keeps its state, its comments and its previous id."""
    former = Message("sea", ("mer",), fuzzy=True, previous_id="seas", comments=("salty",))
    template = Catalog(messages=(Message("sea", notes=("title",), flags=("md-text",)),))
    message = only(merged(Catalog("fr", messages=(former,)), template))
    assert message == Message(
        "sea",
        ("mer",),
        fuzzy=True,
        previous_id="seas",
        comments=("salty",),
        notes=("title",),
        flags=("md-text",),
    )


def test_deleted_message_becomes_obsolete() -> None:
    """A message that left the article keeps its translation, its notes and its comments."""
    former = Message("sea", ("mer",), notes=("title",), comments=("salty",), locations=("a.md",))
    message = only(merged(Catalog("fr", messages=(former,)), asked()))
    assert message == Message("sea", ("mer",), obsolete=True, notes=("title",), comments=("salty",))


def test_deleted_message_without_translation_is_dropped() -> None:
    """What nobody translated leaves nothing behind."""
    assert merged(catalog(Message("sea")), asked()).messages == ()


def test_obsolete_message_is_revived() -> None:
    """A text that returns to the article finds its translation, as good as it was."""
    old = Catalog("fr", messages=(Message("sea", ("mer",), obsolete=True),))
    assert only(merged(old, asked("sea"))) == Message("sea", ("mer",))


@pytest.mark.parametrize("edited", ["Yes!", "yes", "Yes."])
def test_change_of_punctuation_is_fuzzy(edited: str) -> None:
    """A text that reads otherwise is for a person to review, however little it changed."""
    message = only(merged(catalog(Message("Yes", ("Oui",))), asked(edited)))
    assert (message.string, message.fuzzy) == ("Oui", True)


def test_change_of_markup_is_carried_over() -> None:
    """What reads the same keeps its translation, with the markup of today, and nobody has to look."""
    old = catalog(Message("Read *this* [here](a.md).", ("Lisez *ceci* [ici](a.md).",)))
    new = merge.merge(old, asked("Read **this** [here](b.md)."))
    message = only(new.catalog)
    assert (message.string, message.fuzzy) == ("Lisez **ceci** [ici](b.md).", False)
    assert new.counts == {"kept": 0, "carried over": 1, "fuzzy": 0, "new": 0, "obsolete": 0}


def test_markup_that_has_no_place_is_fuzzy() -> None:
    """Where the translation does not show which words are meant, a person has to."""
    old = catalog(Message("Never take two at once.", ("Jamais deux.",)))
    message = only(merged(old, asked("*Never* take two at once.")))
    assert (message.string, message.fuzzy) == ("Jamais deux.", True)


@pytest.mark.parametrize("edited", ["Take 2 tablets a day.", "Do not take 1 tablet a day."])
def test_number_and_negation_are_never_carried_over(edited: str) -> None:
    """A dose that changed, or a word that turns the sense, is always for review."""
    old = catalog(Message("Take 1 tablet a day.", ("Prenez-en un.",)))
    assert only(merged(old, asked(edited))).fuzzy


def test_counts_tell_what_became_of_each_message() -> None:
    """Every message of the template has an outcome, and so has every one that was retired."""
    messages = (Message("kept", ("a",)), Message(DOSE, ("b",)), Message("*bold*", ("*c*",)))
    old = catalog(*messages, Message("gone for good", ("d",)))
    new = merge.merge(old, asked("kept", EDITED, "**bold**", OTHER))
    assert new.counts == {"kept": 1, "carried over": 1, "fuzzy": 1, "new": 1, "obsolete": 1}
    again = merge.merge(new.catalog, asked("kept", EDITED, "**bold**", OTHER))
    assert again.counts == {"kept": 3, "carried over": 0, "fuzzy": 0, "new": 1, "obsolete": 0}


def test_revived_message_is_carried_over() -> None:
    """An obsolete message that returns counts as carried over."""
    old = Catalog("fr", messages=(Message("sea", ("mer",), obsolete=True),))
    assert merge.merge(old, asked("sea")).counts["carried over"] == 1


@pytest.mark.parametrize(
    ("old", "asks"), [("Yes", "No"), ("Day 1", "Day 2"), ("One a day", "Two a day"), ("+", "-")]
)
def test_short_text_is_not_guessed(old: str, asks: str) -> None:
    """Where one word makes the message, another word elsewhere makes another message."""
    former = catalog(Message(old, ("x",)), Message("between", ("y",)))
    new = merged(former, asked("between", asks))
    assert [(one.id, one.string) for one in new.messages][1:] == [(asks, ""), (old, "x")]


def test_short_text_in_its_place_is_fuzzy() -> None:
    """Between the same neighbours, a short text that changed a little is known, for review."""
    message = only(merged(catalog(Message("Day 1", ("Jour 1",))), asked("Day 2")))
    assert (message.string, message.fuzzy, message.previous_id) == ("Jour 1", True, "Day 1")


def test_other_word_in_its_place_is_not_guessed() -> None:
    """Half of the letters in common make no edit where no word is."""
    new = merged(catalog(Message("red", ("rouge",))), asked("green"))
    assert [message.string for message in new.messages] == ["", "rouge"]


def test_new_paragraph_is_not_guessed() -> None:
    """A paragraph that takes the place of an unlike one starts without a translation."""
    new = merged(catalog(Message(DOSE, ("Prenez",))), asked(OTHER))
    assert [message.string for message in new.messages] == ["", "Prenez"]


def test_half_rewritten_paragraph_is_known_by_its_place() -> None:
    """Between the same neighbours, half of the words are enough; elsewhere they are not."""
    half = "Take one tablet with some warm milk every single evening."
    around = [Message(word, ("x",)) for word in ("before", "after")]
    old = catalog(around[0], Message(DOSE, ("Prenez",)), around[1])
    in_place = merged(old, asked("before", half, "after"))
    elsewhere = merged(old, asked("before", "after", half))
    assert in_place.index()[None, half].string == "Prenez"
    assert elsewhere.index()[None, half].string == ""


def test_appended_sentence_is_fuzzy() -> None:
    """A paragraph that grew by sentences is still the paragraph that it was."""
    old = catalog(Message(DOSE, ("Prenez",)), Message("stays", ("reste",)))
    new = merged(old, asked("stays", f"{DOSE} {OTHER} {OTHER.replace('lips', 'eyes')}"))
    assert new.messages[1].string == "Prenez"


def test_script_without_spaces_is_compared_letter_by_letter() -> None:
    """An edited Japanese paragraph is found too."""
    old = catalog(Message("この薬は毎朝食後に一錠飲んでください。", ("x",)))
    assert only(merged(old, asked("この薬は毎晩食後に二錠飲んでください。"))).fuzzy


def test_old_message_is_used_once() -> None:
    """Of two new messages that resemble an old one, only the more alike takes its translation."""
    new = merged(catalog(Message(DOSE, ("Prenez",))), asked(f"{EDITED} Always.", EDITED))
    assert [message.string for message in new.messages] == ["", "Prenez"]


def test_guess_from_a_fuzzy_message_remembers_what_was_translated() -> None:
    """After two edits, the previous id is the text that the translation was made for."""
    once = merged(catalog(Message(DOSE, ("Prenez",))), asked(EDITED))
    assert only(merged(once, asked(EDITED.replace("morning", "evening")))).previous_id == DOSE


def test_reverted_edit_stays_in_doubt() -> None:
    """A text that returns to what it was is still for a person to review."""
    once = merged(catalog(Message(DOSE, ("Prenez",))), asked(EDITED))
    message = only(merged(once, asked(DOSE)))
    assert (message.string, message.fuzzy, message.previous_id) == ("Prenez", True, None)


def test_emptied_guess_is_not_made_again() -> None:
    """Whoever deletes a guess does not find it again."""
    old = catalog(Message(EDITED), Message(DOSE, ("Prenez",), obsolete=True))
    assert merged(old, asked(EDITED)).messages[0].string == ""


def test_changed_context_is_fuzzy() -> None:
    """The same text in another context keeps its translation, for review."""
    old = catalog(Message("May", ("mai",), context="month"))
    message = only(merged(old, asked(Message("May", context="verb"))))
    assert (message.string, message.fuzzy, message.previous_context) == ("mai", True, "month")


def test_plural_forms_are_as_many_as_the_language_has() -> None:
    """A message that gains a plural keeps its translation as the first form, in doubt."""
    old = catalog(Message("tide", ("прилив",)), locale="ru")
    message = only(merged(old, asked(Message("tide", plural="tides"))))
    assert (message.strings, message.fuzzy) == (("прилив", "", ""), True)


def test_forms_that_have_no_place_are_kept_as_comments() -> None:
    """A message that loses its plural loses no translation."""
    old = catalog(Message("tide", ("Flut", "Fluten"), plural="tides"), locale="de")
    message = only(merged(old, asked("tide")))
    assert (message.strings, message.comments) == (
        ("Flut",),
        ('Earlier translation: "Fluten"',),
    )


@pytest.mark.parametrize(
    ("live", "string", "comments"),
    [("", "mer", ()), ("mer", "mer", ()), ("flots", "flots", ('Earlier translation: "mer"',))],
)
def test_obsolete_twin_is_joined(live: str, string: str, comments: tuple[str, ...]) -> None:
    """Of a live and an obsolete message with one key, one remains, and no translation is lost."""
    old = Catalog("fr", messages=(Message("sea", (live,)), Message("sea", ("mer",), obsolete=True)))
    message = only(merged(old, asked("sea")))
    assert (message.string, message.comments) == (string, comments)


def test_context_that_came_is_carried_over() -> None:
    """A text that was given a context keeps its translation, if it is asked in one only."""
    old = catalog(Message("May", ("mai",)))
    one = merged(old, asked(Message("May", context="month")))
    two = merged(old, asked(Message("May", context="month"), Message("May", context="verb")))
    assert [(message.string, message.fuzzy) for message in one.messages] == [("mai", False)]
    assert [(message.string, message.fuzzy) for message in two.messages] == [("mai", True)] * 2


def test_memory_fills_what_is_missing() -> None:
    """A certain translation is taken as it is, but never instead of one at hand."""
    messages = (
        Message("sea", ("flots",)),
        Message("sky", ("ciel",)),
        Message("sun", ("s",), fuzzy=True),
    )
    known = memory.offer(catalog(*messages), "", trust="certain")
    new = merged(catalog(Message("sea", ("mer",))), asked("sea", "sky", "sun"), known)
    assert [message.string for message in new.messages] == ["mer", "ciel", ""]
    assert not any(message.fuzzy for message in new.messages)


def test_offer_is_fuzzy_and_names_its_origin() -> None:
    """The same text elsewhere is for review, and a refusal is for good."""
    known = memory.offer(catalog(Message("sky", ("ciel",))), "harbour.tmx")
    message = only(merged(Catalog("fr"), asked("sky"), known))
    assert message == Message("sky", ("ciel",), fuzzy=True, comments=("Offered from harbour.tmx",))
    refused = replace(message, strings=("",), fuzzy=False)
    assert only(merged(Catalog("fr", messages=(refused,)), asked("sky"), known)) == refused


def test_offer_fills_a_message_that_was_empty_before() -> None:
    """A memory that comes later is used too."""
    known = memory.offer(catalog(Message("sky", ("ciel",))), "harbour.tmx")
    assert only(merged(catalog(Message("sky")), asked("sky"), known)).string == "ciel"


def test_first_catalog_of_a_locale_has_a_whole_header() -> None:
    """A catalog begins with the template's fields, its language in gettext's spelling, and its forms."""
    header = dict(merged(Catalog("pt-BR"), template((), project="harbour")).header)
    assert header["Project-Id-Version"] == "harbour"
    assert header["Language"] == "pt_BR"
    assert header["Language-Team"] == "Portuguese (Brazil)"
    assert header["Plural-Forms"].startswith("nplurals=3;")


def test_header_of_others_is_kept() -> None:
    """A header that is there is its translators': nothing is added, moved or corrected."""
    old = Catalog("fr", (("X-Generator", "Poedit 3"), ("plural-forms", "nplurals=2; plural=n>1;")))
    assert merged(old, template((), project="harbour")).header == old.header


def test_obsolete_messages_stay_where_they_stand() -> None:
    """Tools that leave them between the others get no moved lines."""
    old = Catalog(
        "fr",
        (("Language", "fr"),),
        messages=(
            Message("one", ("un",)),
            Message("two", ("deux",), obsolete=True),
            Message("three", ("trois",)),
            Message("four", ("quatre",), obsolete=True),
        ),
    )
    asked = Catalog(messages=(Message("one"), Message("new"), Message("three")))
    now = [message.id for message in merged(old, asked).messages]
    assert now == ["one", "two", "new", "three", "four"]


def segment(text: str, kind: str = "paragraph", *, path: str = "a.md", note: str = "") -> Segment:
    """Give a segment of the article at *path*."""
    return Segment(text, kind, Origin(path, ((0, 7, 1),)), notes=(note,) if note else ())


def test_template_joins_equal_segments() -> None:
    """A text that stands twice is asked once, with what is known of both places."""
    found = (
        segment("Yes", "table cell, column 2", note="of two"),
        segment("No"),
        segment("Yes", "list item", path="b.md", note="an answer"),
    )
    first, second = template(found, project="harbour").messages
    assert second.id == "No"
    assert first == Message(
        "Yes",
        flags=("md-text",),
        locations=("a.md", "b.md"),
        notes=("table cell, column 2", "list item", "of two", "an answer"),
    )


def test_template_flags_markdown_only() -> None:
    """Prose is flagged as Markdown, the front matter's plain text is not, and no text as a format."""
    messages = template((segment("50% d", "title"), segment("50% s")), project="x").messages
    assert [message.flags for message in messages] == [(), ("md-text",)]


def test_template_of_awkward_segments_is_read_again() -> None:
    """A note of many lines and an empty text make no broken file."""
    made = template((segment("a", note="one\ntwo\r\nthree"), segment("")), project="a\nb")
    assert po.load(po.dump(made), "a.pot") == made


def test_flags_that_people_set_stay() -> None:
    """Weblate's limits are a translator's; a guess that prose is a format string is nobody's."""
    old = Message("sea", ("mer",), flags=("max-length:10", "python-format", "md-text"))
    (now,) = merged(catalog(old), Catalog(messages=(Message("sea", flags=("md-text",)),))).messages
    assert now.flags == ("md-text", "max-length:10")


def test_first_obsolete_message_stays_first() -> None:
    """It stood behind no message that is still asked."""
    old = Catalog(
        "fr", messages=(Message("gone", ("parti",), obsolete=True), Message("was", ("",)))
    )
    assert [message.id for message in merged(old, asked("new")).messages] == ["gone", "new"]


def test_new_message_has_as_many_forms_as_its_language() -> None:
    """They are empty, and as many as the header says, or one."""
    plural = Message("{n} boat", plural="{n} boats")
    assert only(merged(Catalog("pl"), asked(plural))).strings == ("", "", "")
    unknown = Catalog("pl", (("Language", "pl"),))
    assert only(merged(unknown, asked(plural))).strings == ("",)


def test_forms_stay_where_the_header_does_not_count_them() -> None:
    """A plural whose source changed keeps all that was written, whatever the header lacks."""
    boats = Message("{n} red boat", ("un", "deux"), plural="{n} red boats")
    old = Catalog("fr", (("Language", "fr"),), messages=(boats,))
    message = only(merged(old, asked(Message("{n} red boat", plural="{n} red ships"))))
    assert (message.strings, message.fuzzy) == (("un", "deux"), True)
    assert (message.previous_id, message.previous_plural) == ("{n} red boat", "{n} red boats")


def test_previous_id_of_a_sure_translation_is_not_believed() -> None:
    """Some tools leave it behind: what was translated is the text as it stood."""
    old = catalog(Message(DOSE, ("Prenez",), previous_id="Take a tablet."))
    assert only(merged(old, asked(EDITED))).previous_id == DOSE


def test_doubt_moves_along_with_its_message() -> None:
    """A fuzzy plural that moved to another article still says what it was made of."""
    moved = Message(
        "Take {n} tablet every morning",
        ("un", "deux", "trois"),
        plural="Take {n} tablets every morning",
        fuzzy=True,
        previous_context="sea",
        previous_id="Take {n} pill",
        previous_plural="Take {n} pills",
    )
    known = memory.project({"boats": Catalog("fr", messages=(moved,))}, {})
    assert only(merged(Catalog("fr"), asked(moved), known)) == moved


def test_edit_is_found_among_many_that_share_its_words() -> None:
    """Words that most messages have tell nothing; a few rare ones do."""
    usual = [f"Wash your hands with warm water before the meal of day {n}." for n in range(90)]
    rare = "Wash your hands with warm water and carbolic soap before surgery."
    old = catalog(*(Message(text, (text.upper(),)) for text in [*usual, rare]))
    new = merged(old, asked(rare.replace("warm", "hot")))
    assert [(one.string, one.fuzzy) for one in new.messages if not one.obsolete] == [
        (rare.upper(), True)
    ]
