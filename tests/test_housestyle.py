"""A project's own terms: read with their lines, found as they are meant, kept and used in translations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check, config, walk
from pipeline import styles as reader
from pipeline.check import Subjects
from pipeline.errors import PipelineError
from pipeline.findings import Found
from pipeline.housestyle import Style, inflection, matching, terms
from pipeline.housestyle.terms import Term, Terms
from pipeline.model import Article, Catalog, Message, Origin, Run, Segment, Source
from pipeline.prose import passages
from pipeline.session import Session


def parse(text: str) -> Terms:
    """Read a terms file of a project whose source is English."""
    return terms.parse(Source("terms.toml", text.encode()), "en")


def prose(text: str, markdown: str, locale: str = "en") -> list[Found]:
    """What the house style finds in an article."""
    one = Article("a", "a.md", locale, markdown)
    version = walk.render(one, locale, Catalog(locale))
    subjects = Subjects(prose=passages.prose(version), style=Style(parse(text)), locale=locale)
    return list(check.apply("prose/house-style", check.rules()["prose/house-style"], subjects, {}))


def places(text: str, markdown: str, locale: str = "en") -> list[str]:
    """The words that it finds there."""
    return [one.text for one in prose(text, markdown, locale)]


def fixes(text: str, markdown: str) -> list[tuple[str, str, str]]:
    """What it finds, what it proposes, and whether a program may write that."""
    return [(one.text, one.suggestions[0], one.fix) for one in prose(text, markdown)]


def translated(rule: str, text: str, source: str, string: str, locale: str) -> list[str]:
    """What a translation rule says of a message."""
    origin = Origin("fr.po", ((0, 1, 1),))
    run = Run(
        Segment(source, "paragraph", origin), string, locale, "translated", origin, Message(source)
    )
    subjects = Subjects(runs=(run,), style=Style(parse(text)), locale=locale, source="en")
    found = check.apply(rule, check.rules()[rule], subjects, {})
    return [one.message for one in found]


# The file


def test_the_file_is_small() -> None:
    """All that it can say."""
    read = parse(
        'keep = ["WHO"]\n[preferred]\n"e-mail" = "email"\n[forbidden]\n"crazy" = "it hurts."\n'
        '[glossary.pt-BR]\n"ward" = ["ala", "enfermaria"]\n[de.forbidden]\n"Patientengut" = "Patienten"\n'
    )
    assert read.keep == (Term("WHO", line=1),)
    assert read.words_of("en-GB").preferred == (Term("e-mail", ("email",), line=3),)
    assert read.words_of("en").forbidden == (Term("crazy", remark="it hurts.", line=5),)
    assert read.words_of("de-AT").forbidden == (Term("Patientengut", ("Patienten",), line=9),)
    assert read.glossary_of("pt-BR") == (Term("ward", ("ala", "enfermaria"), line=7),)
    assert read.glossary_of("pt") == ()


def test_a_locale_goes_before_its_language() -> None:
    """A glossary for all of a language, and one entry of a country's own."""
    read = parse('[glossary.pt]\nward = "enfermaria"\n[glossary.pt-BR]\nward = "ala"\n')
    assert read.glossary_of("pt-PT")[0].wanted == ("enfermaria",)
    assert read.glossary_of("pt-BR")[0].wanted == ("ala",)


def test_what_the_manual_shows_is_read() -> None:
    """Every block of the page about the house style can be copied."""
    manual = Path(__file__).parent.parent / "docs/house-style.md"
    settings, shown, _ = re.findall(r"```toml\n(.*?)```", manual.read_text("utf-8"), re.DOTALL)
    assert config.parse(settings, "pipeline.toml", Path()).style.terms == "locale/terms.toml"
    assert [term.written for term in parse(shown).keep] == ["Ketalar", "WHO"]


def test_forbidden_may_be_a_list() -> None:
    """Where there is nothing to say about a word."""
    assert places('forbidden = ["crazy"]', "It is crazy.") == ["crazy"]


def test_names_to_keep_have_another_name() -> None:
    """What translators call them is understood."""
    assert parse('"do not translate" = ["WHO"]').keep == (Term("WHO", line=1),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("prefered = {}", 'terms.toml:1: unknown key "prefered"; did you mean "preferred"?'),
        ("keep = [1]", 'terms.toml:1: "keep" must be a text, not 1'),
        ('keep = ["/a/"]', "terms.toml:1: a name that is kept cannot be a pattern"),
        ('[glossary]\nfr = "x"', 'terms.toml:2: "fr" must be a table, not "x"'),
        ('[glossary.xx]\na = "b"', 'terms.toml:1: unknown locale "xx"'),
        ('[preferred]\n"/(a/" = "b"', 'terms.toml:2: the pattern "/(a/" does not compile'),
        ("[preferred]\na = []", "terms.toml:2: the list is empty"),
        ('[preferred]\n"" = "a"', "terms.toml:2: a term must be a text"),
        (
            '[de]\nforbiden = ["x"]',
            'terms.toml:2: unknown key "forbiden"; did you mean "forbidden"?',
        ),
        ("[preferred", "terms.toml:1: not valid TOML"),
    ],
)
def test_complaint_names_the_line(text: str, complaint: str) -> None:
    """What is wrong with the file is one line."""
    with pytest.raises(PipelineError) as caught:
        parse(text)
    assert str(caught.value).startswith(complaint)


def test_file_is_named_in_the_settings(tmp_path: Path) -> None:
    """A file that is not there is the user's to mend; without one there is no style."""
    (tmp_path / "t.toml").write_text('keep = ["WHO"]', encoding="utf-8")
    session = Session(quiet=True)
    named = config.parse('[style]\nterms = "t.toml"', "pipeline.toml", tmp_path)
    missing = config.parse('[style]\nterms = "u.toml"', "pipeline.toml", tmp_path)
    loaded = reader.load(session, named)
    assert loaded is not None
    assert loaded.terms.keep[0].written == "WHO"
    assert reader.load(session, config.parse("", "pipeline.toml", tmp_path)) is None
    assert session.errors == []
    reader.load(session, missing)
    assert [error.path for error in session.errors] == ["u.toml"]


def test_terms_are_spelt_right() -> None:
    """A name and a wanted word need no other list."""
    style = Style(
        parse(
            'keep = ["Ketalar"]\n[preferred]\n"a" = "esketamine spray"\n'
            '[glossary.fr]\nward = ["/salles?/", "unité"]\n'
        )
    )
    words = reader.known({"en": frozenset({"own"}), "fr": frozenset()}, style)
    assert words == {"en": {"own", "Ketalar", "esketamine", "spray"}, "fr": {"Ketalar", "unité"}}


# Where a term stands

EMAIL = '[preferred]\n"e-mail" = "email"'


def test_levels_are_told_apart() -> None:
    """What is forbidden holds a version; what is preferred does not."""
    both = 'forbidden = ["crazy"]\n[preferred]\n"e-mail" = "email"'
    assert [one.level for one in prose(both, "A crazy e-mail.")] == [None, "warning"]
    assert check.rules()["prose/house-style"].level == "error"


def test_capitals_and_plural_are_kept() -> None:
    """What is proposed stands as what it replaces; a plural is looked at by somebody."""
    assert fixes(EMAIL, "E-mail us. Send e-mails. E-MAIL!") == [
        ("E-mail", "Email", "safe"),
        ("e-mails", "emails", "unsafe"),
        ("E-MAIL", "EMAIL", "safe"),
    ]


def test_article_before_it_may_change() -> None:
    """What would leave "an letter" behind is for somebody to look at."""
    letter = '[preferred]\n"e-mail" = "letter"'
    assert [fix for _, _, fix in fixes(letter, "An e-mail. The e-mail.")] == ["unsafe", "safe"]


def test_several_readings_are_not_safe() -> None:
    """Which of two was meant is for a person to say."""
    assert fixes('[preferred]\nkill = ["stop", "end"]', "Now kill it.") == [
        ("kill", "stop", "unsafe")
    ]


def test_entry_with_capitals_is_exact() -> None:
    """A name is not the word that is written like it."""
    assert places('[preferred]\n"US" = "USA"', "The US wants us, in the USA.") == ["US"]


def test_words_are_whole() -> None:
    """Neither inside a word nor beside a hyphen; behind an apostrophe only the genitive."""
    mail = '[preferred]\n"mail" = "post"'
    assert places(mail, "An e-mail, airmail, mailing, mail-order.") == []
    assert places(mail, "The mail’s late, the mail!") == ["mail", "mail"]


def test_other_words_are_no_plurals() -> None:
    """News is not the plural of new."""
    assert places('[preferred]\n"new" = "modern"', "The news is new.") == ["new"]
    assert places('[preferred]\n"bed" = "place"', "Two beds.") == ["beds"]


def test_spaces_and_hyphens_vary() -> None:
    """A line break or a hyphen that does not break is no other word."""
    assert places(EMAIL, "An e‑mail.") == ["e‑mail"]
    assert places('[preferred]\n"in order to" = "to"', "Stop in\norder to rest.") == ["in order to"]


def test_longer_term_goes_first() -> None:
    """A part of a term is not that term."""
    both = '[preferred]\n"bed" = "place"\n"bed side table" = "table"'
    assert places(both, "A bed side table, a bed.") == ["bed side table", "bed"]


def test_wanted_term_holds_the_other() -> None:
    """What is wanted already is let be."""
    assert places('[preferred]\n"email" = "email address"', "Your email address, your email.") == [
        "email"
    ]


def test_capital_of_its_place_is_let_be() -> None:
    """At the beginning of a sentence and in headings, a small word has a capital."""
    small = '[preferred]\n"Ketamine" = "ketamine"'
    text = "# Using Ketamine\n\nKetamine helps: “Ketamine does.” The Ketamine."
    assert len(places(small, text)) == 1


def test_small_letters_want_a_capital() -> None:
    """A name in small letters is found, one that shouts is not."""
    name = '[preferred]\n"github" = "GitHub"'
    assert places(name, "See github, Github, GitHub and GITHUB.") == ["github", "Github"]


def test_reference_lists_keep_their_words() -> None:
    """The title of a paper is not ours to change."""
    paper = (
        "- Tan, J. and Nowak, D. (2019). The e-mail and how to get more of it. "
        "*Journal of Rest*, 12(3), 4–9."
    )
    assert places(EMAIL, paper) == []


def test_terms_are_for_their_language() -> None:
    """The top of the file is for the source, a locale's table for that locale."""
    both = f'{EMAIL}\n[de.preferred]\n"E-Mail" = "Mail"'
    assert places(both, "Eine E-Mail, ein e-mail.", "de") == ["E-Mail"]
    assert places(both, "Un e-mail.", "fr") == []


def test_unspaced_scripts_are_searched() -> None:
    """Characters anywhere, katakana as a whole word."""
    listed = '[ja]\nforbidden = ["患者様", "メール"]'
    assert places(listed, "患者様はメールを、Eメールアドレスに。", "ja") == ["患者様", "メール"]


def test_pattern_of_the_project() -> None:
    """Between two slashes, in any case."""
    assert places(r'forbidden = ["/colou?red (?:people|person)/"]', "Coloured people.") == [
        "Coloured people"
    ]


def test_slow_pattern_is_told() -> None:
    """At its line in the terms file, and no hang."""
    (one,) = prose('\nforbidden = ["/(a|aa)+$/"]', f"{'a' * 60}!")
    assert (one.place.path, one.place.line, one.level) == ("terms.toml", 2, "warning")


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_places_hold_their_terms(text: str, written: list[str]) -> None:
    """What is found is the term, but for case, spaces, marks of one kind and a plural."""
    entries = tuple(Term(" ".join(one.split())) for one in written if one.split())
    known = matching.index(tuple(one for one in entries if not one.pattern), "en")
    end = 0
    for hit in matching.find(known, text):
        assert hit.start >= end
        end = hit.end
        assert end > hit.start


# Translations


@pytest.mark.parametrize(
    ("source", "string", "locale", "kept"),
    [
        ("Ketalar helps.", "Ketalar aide.", "fr", True),
        ("Ketalar helps.", "La kétamine aide.", "fr", False),
        ("Ketalar helps.", "Ketalarin vaikutus", "fi", True),
        ("Ketalar helps.", "Ketalar'ın etkisi", "tr", True),
        ("Ketalar helps.", "кеталар помогает", "ru", False),
        ("The WHO says.", "Die WHO-Zahlen", "de", True),
        ("The WHO says.", "Wer who sagt", "de", False),
        ("The WHO says.", "世界保健機関は", "ja", False),
        ("The WHO says.", "WHOは", "ja", True),
        ("Take Viagra.", "Dawka Viagry", "pl", True),
        ("Take Viagra.", "Dosis der Viagry", "de", False),
        ("Who says so?", "Qui le dit ?", "fr", True),
        ("WHO IS IT FOR?", "POUR QUI ?", "fr", True),
        ("Run `WHO`.", "Lancez-le.", "fr", True),
        ("Ketalar helps.", "Ketalar helps.", "fr", True),
    ],
)
def test_term_kept(source: str, string: str, locale: str, kept: bool) -> None:
    """A name stands as it is, with any ending, in every language."""
    keep = 'keep = ["Ketalar", "WHO", "Viagra"]'
    found = translated("translation/term-kept", keep, source, string, locale)
    assert (found == []) == kept


@pytest.mark.parametrize(
    ("locale", "wanted", "string"),
    [
        ("fr", "dépression", "Les dépressions"),
        ("fr", "dépression", "une depression"),
        ("fr", "trouble de l’humeur", "des troubles d’humeur"),
        ("de", "Arzt", "die Ärzte"),
        ("de", "Krankenhaus", "in Krankenhäusern"),
        ("de", "Behandlung", "die Schockbehandlungen"),
        ("es", "depresión", "las depresiones"),
        ("it", "farmaco", "i farmaci"),
        ("it", "dose", "le dosi"),
        ("sv", "fil", "mappningsfilen"),
        ("pl", "gałąź", "do gałęzi"),
        ("ru", "доза", "дозы"),
        ("el", "δόση", "των δόσεων"),
        ("pt", "remédio", "os remédios"),
        ("nl", "arts", "de artsen"),
        ("pl", "depresja", "w depresji"),
        ("cs", "nemocnice", "v nemocnicích"),
        ("ru", "депрессия", "при депрессии"),
        ("fi", "masennus", "masennuksen hoito"),
        ("hu", "kórház", "a kórházban"),
        ("tr", "hastane", "hastanede"),
        ("tr", "kişi", "Kişinin"),
        ("ar", "اكتئاب", "الاكتئاب"),
        ("ja", "副作用", "重い副作用は"),
        ("zh", "抑郁症", "抑郁症患者"),
        ("fr", "/anti[- ]?dépresseurs?/", "Antidépresseur"),
        ("fr", "UE", "l’UE"),
        ("de", "MRT", "zwei MRTs"),
        ("de", "EKG", "das EKG-Gerät"),
    ],
)
def test_forms_of_a_term_are_it(locale: str, wanted: str, string: str) -> None:
    """A glossary's word is there in any of its forms."""
    assert inflection.uses(string, (wanted,), locale)


@pytest.mark.parametrize(
    ("locale", "wanted", "string"),
    [
        ("fr", "dépression", "la tristesse"),
        ("de", "Krankenhaus", "die Klinik"),
        ("es", "medicamento", "la medicina"),
        ("pl", "szpital", "w klinice"),
        ("ja", "副作用", "影響"),
        ("en", "ward", "war"),
        ("ar", "اكتئاب", "حزن"),
        ("fr", "IRM", "le confirmer"),
    ],
)
def test_other_words_are_not(locale: str, wanted: str, string: str) -> None:
    """Another word is another word."""
    assert not inflection.uses(string, (wanted,), locale)


@pytest.mark.parametrize(
    ("source", "string", "used"),
    [
        ("The wards are full.", "Die Stationen sind voll.", True),
        ("The wards are full.", "Die Abteilungen sind voll.", True),
        ("The wards are full.", "Die Räume sind voll.", False),
        ("We look forward.", "Wir freuen uns.", True),
        ("Run `ward`.", "Los.", True),
        ("The ward round is at nine.", "Die Visite ist um neun.", True),
        ("The ward is open.", "The ward is open.", True),
        ("Set ward.name, --ward or WARD.", "So geht es.", True),
    ],
)
def test_glossary(source: str, string: str, used: bool) -> None:
    """One of a term's translations stands in the translation; a longer term is another."""
    entries = '[glossary.de]\nward = ["Station", "Abteilung"]\n"ward round" = "Visite"'
    found = translated("translation/glossary", entries, source, string, "de")
    assert (found == []) == used


def test_glossary_says_what_is_missing() -> None:
    """The finding names the term and its word."""
    found = translated(
        "translation/glossary", '[glossary.de]\nward = "Station"', "A ward.", "Ein Raum.", "de"
    )
    assert found == ['"ward" is "Station" in the glossary, which is not used here']


def test_fuzzy_is_somebody_elses() -> None:
    """What is not shown is not judged."""
    origin = Origin("fr.po")
    run = Run(Segment("A ward.", "paragraph", origin), "A ward.", "en", "fuzzy", origin)
    style = Style(parse('keep = ["ward"]\n[glossary.fr]\nward = "salle"'))
    for name in ("translation/term-kept", "translation/glossary"):
        subjects = Subjects(runs=(run,), style=style, locale="fr", source="en")
        assert list(check.apply(name, check.rules()[name], subjects, {})) == []
