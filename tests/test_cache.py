"""The law of the cache: with it and without it, a run gives the same bytes, whatever has changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import __file__ as package
from pipeline.cache import around, base, keys, records, world
from pipeline.cli import cli
from pipeline.jobs import Context, Pair
from pipeline.model import Article, Field, Origin, Segment, Version
from pipeline.page import Site
from pipeline.settings import Config
from projects import ARTICLE, CONFIG, Project

Change = Callable[[Project], object]

DRAFTED = ARTICLE.replace("Red boats", "Blue boats").replace("date:", "draft: true\ndate:")
TERMS = '[[words.en]]\nwrong = ["paint"]\nright = "lacquer"\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders, which no other test shares."""
    cache = tmp_path / "home/cache"
    old = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "article-pipeline"
    (cache / "article-pipeline").mkdir(parents=True)
    for counts in old.glob("frequencies-*"):
        (cache / "article-pipeline" / counts.name).symlink_to(counts)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home/data"))
    return cache / "article-pipeline"


@pytest.fixture
def project(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of two articles, whose translations are begun."""
    del home
    made = Project(tmp_path / "site")
    made.write("pipeline.toml", CONFIG)
    made.write("content/boats.md", ARTICLE)
    made.write("content/oars.md", ARTICLE.replace("boat", "oar").replace("Red", "Long"))
    monkeypatch.chdir(made.root)
    assert call("extract").exit_code == 0
    assert call("update").exit_code == 0
    return made


def call(*words: str) -> object:
    """Run the command line in the folder where the test is."""
    return CliRunner().invoke(cli, ["--jobs", "1", *words])


def told(*words: str) -> tuple[object, ...]:
    """Give all that a call says and leaves, and what it writes."""
    result = call(*words)
    return result.exit_code, result.stdout, result.stderr, written(Path("build"), Path("public"))


def written(*folders: Path) -> dict[str, bytes]:
    """Give every file in *folders*."""
    return {
        path.as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def records_of(project: Project) -> int:
    """Count what the project has kept."""
    with sqlite3.connect(project.root / base.FILE) as opened:
        return opened.execute("SELECT count(*) FROM records").fetchone()[0]


def edit(name: str, old: str, new: str) -> Change:
    """Give the change of a file that puts *new* in the place of *old*."""

    def change(project: Project) -> None:
        path = project.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def write(name: str, content: str) -> Change:
    """Give the change that puts a file there."""
    return lambda project: project.write(name, content)


FRENCH = "locale/fr/LC_MESSAGES/boats.po"
CHANGES: dict[str, Change] = {
    "an article": edit("content/boats.md", "paint each year", "paint evry year"),
    "an article, to the same length": edit("content/boats.md", "old", "odl"),
    "front matter": edit("content/boats.md", "title: Red boats", "title: Red ships"),
    "a date as a text": edit("content/boats.md", "2026-11-23", '"2026-11-23"'),
    "a new article": write("content/sails.md", ARTICLE.replace("boat", "sail")),
    "a draft": write("content/drafted.md", DRAFTED),
    "an article gone": lambda project: (project.root / "content/oars.md").unlink(),
    "a translation": edit(
        FRENCH, 'msgid "Wear old clothes."\nmsgstr ""', 'msgid "Wear old clothes."\nmsgstr "Mettez"'
    ),
    "a catalog gone": lambda project: (project.root / FRENCH).unlink(),
    "the site's words": edit(
        "locale/fr/LC_MESSAGES/site.po", 'msgstr "Langues"', 'msgstr "Lingues"'
    ),
    "a threshold": write("pipeline.toml", CONFIG + "[thresholds]\ncoverage = 0.0\n"),
    "a rule off": write("pipeline.toml", CONFIG + '[rules]\n"prose/spelling" = "off"\n'),
    "the name": edit("pipeline.toml", '"Boats"', '"Ships"'),
    "the address": edit("pipeline.toml", "boats.example", "ships.example"),
    "a locale": edit("pipeline.toml", '["en", "fr"]', '["en", "fr", "de"]'),
    "a deadline": write("pipeline.toml", CONFIG + "[limits]\ndeadline = 29.0\n"),
    "the scale": write("pipeline.toml", CONFIG + "[scale]\nen = [0.5, 1.0]\n"),
    "own words": write("wordlists/en.txt", "evry\n"),
    "a picture": write("content/map.png", "no picture"),
    "a baseline": write("pipeline-baseline.json", "{}"),
    "the theme": write("theme/static.css", "p { color: red }"),
    "a dictionary of the project": write("locale/dictionaries/fr_FR.dic", "1\nbateau\n"),
}


LINKED = ARTICLE.replace("let it dry.", "let it dry. Then [go](boats.md) or [sail](sails.md).")
LINKS: dict[str, Change] = {
    "what is led to comes": write("content/sails.md", ARTICLE.replace("boat", "sail")),
    "what is led to goes": lambda project: (project.root / "content/boats.md").unlink(),
    "what is led to gets another name": edit(
        "content/boats.md", "title: Red boats", "slug: ships\ntitle: Red boats"
    ),
    "what is led to is in another language": edit(
        "content/boats.md", "title: Red boats", "lang: fr\ntitle: Red boats"
    ),
}

BUILT = ("an article", "a new article", "the site's words", "the theme", "an article gone")
CALLS = [
    *(("publish", name) for name in CHANGES),
    *((one, name) for name in BUILT for one in ("build", "check")),
]


@pytest.mark.parametrize(("command", "change"), CALLS)
def test_same_bytes_with_and_without(project: Project, command: str, change: str) -> None:
    """Whatever input changes between two runs, the cache changes nothing in the second."""
    told(command)
    told(command)
    before = project.root.parent / "before"
    CHANGES[change](project)
    shutil.copytree(project.root, before)
    cached = told(command)
    again = told(command)
    assert again[:2] == told(command)[:2]
    # The same folder once more, as it was before the first of these runs.
    shutil.rmtree(project.root)
    shutil.copytree(before, project.root)
    os.chdir(project.root)
    assert told("--no-cache", command) == cached
    assert again[0] == cached[0]


@pytest.mark.parametrize("change", LINKS)
@pytest.mark.parametrize("command", ["build", "check", "publish"])
def test_same_bytes_of_pages_that_lead_to_others(
    project: Project, command: str, change: str
) -> None:
    """A page is made anew when what it leads to has changed, though nothing of its own has."""
    project.write("content/oars.md", LINKED)
    project.write("pipeline.toml", CONFIG + "[thresholds]\ncoverage = 0.0\n")
    told(command)
    LINKS[change](project)
    before = project.root.parent / "before"
    shutil.copytree(project.root, before)
    cached = told(command)
    shutil.rmtree(project.root)
    shutil.copytree(before, project.root)
    os.chdir(project.root)
    assert told("--no-cache", command) == cached


def test_new_article_leaves_the_others_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only it is checked, and what leads to it."""
    project.write("content/oars.md", LINKED)
    told("check")
    LINKS["what is led to comes"](project)
    done: list[str] = []
    from pipeline import run

    before = run._attempt

    def attempt(job: object, item: object) -> object:
        done.append(item.article.name)
        return before(job, item)

    monkeypatch.setattr(run, "_attempt", attempt)
    told("check")
    assert sorted(done) == ["oars", "oars", "sails", "sails"]


def test_page_is_made_anew_and_no_other(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit, a build makes the pages of that article alone."""
    told("build")
    edit("content/boats.md", "paint", "varnish")(project)
    made: list[str] = []
    from pipeline import page

    make = page.made
    monkeypatch.setattr(
        page,
        "made",
        lambda version, *more: made.append(version.article.name) or make(version, *more),
    )
    told("build")
    assert made == ["boats", "boats"]


@pytest.mark.usefixtures("project")
def test_second_run_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that was answered is answered again without a look into any file."""
    first = told("check")

    def read(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("pipeline.project.read", read)
    assert told("check") == first


def test_result_is_taken_and_not_made_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one article has changed, the jobs of the others are not done."""
    told("check")
    edit("content/boats.md", "paint", "varnish")(project)
    done: list[str] = []
    from pipeline import run

    before = run._attempt

    def attempt(job: object, item: object) -> object:
        done.append(item.article.name)
        return before(job, item)

    monkeypatch.setattr(run, "_attempt", attempt)
    told("check")
    assert done == ["boats", "boats"]


def test_code_is_part_of_the_key(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of ours has kept is not taken."""
    told("check")
    count = records_of(project)
    monkeypatch.setattr(world, "code", lambda: "another")
    told("check")
    assert records_of(project) > count + 3


def test_code_is_told_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is edited makes another version, without a number that somebody must raise."""
    shutil.copytree(Path(package).parent / "cache", tmp_path / "pipeline")
    monkeypatch.setattr("pipeline.__file__", str(tmp_path / "pipeline/__init__.py"))
    world.code.cache_clear()
    before = world.code()
    (tmp_path / "pipeline/new.py").write_text("")
    world.code.cache_clear()
    assert world.code() != before
    world.code.cache_clear()


@pytest.mark.parametrize("data", [b"", b"no database" * 99, b"SQLite format 3\0" + b"\xff" * 4096])
def test_damaged_file_is_thrown_away(project: Project, data: bytes) -> None:
    """A cache that is damaged is made anew, with one line."""
    fresh = told("check")
    project.write(base.FILE, data)
    result = call("check")
    assert (result.exit_code, result.stdout) == fresh[:2]
    lines = [line for line in result.stderr.splitlines() if "cache.sqlite" in line]
    assert len(lines) == bool(data)
    assert records_of(project) > 3


def test_database_of_a_stranger_is_thrown_away(project: Project) -> None:
    """A file with other tables, or with a trigger, is none of ours."""
    path = project.root / ".pipeline/cache.sqlite"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    opened = sqlite3.connect(path)
    opened.execute("CREATE TABLE records (key, used, size, data)")
    opened.commit()
    opened.close()
    assert "thrown away" in call("check").stderr


def test_record_of_a_stranger_is_not_believed(project: Project, home: Path) -> None:
    """What was signed with another user's secret is done anew."""
    first = told("check")
    (home / base.SECRET).write_bytes(b"x" * base.SECRET_SIZE)
    with sqlite3.connect(project.root / base.FILE) as opened:
        before = {data for (data,) in opened.execute("SELECT data FROM records")}
    opened.close()
    assert told("check") == first
    with sqlite3.connect(project.root / base.FILE) as opened:
        after = {data for (data,) in opened.execute("SELECT data FROM records")}
    opened.close()
    # The templates' and catalogs' records stand as they are: nobody asked for them.
    assert len(before - after) > 3


def test_a_bit_that_flips_is_seen(tmp_path: Path) -> None:
    """A record that is not as it was written is none."""
    (tmp_path / ".pipeline").mkdir()
    opened = base.Base(tmp_path, b"s" * 32)
    opened.put([(b"key", b"data")])
    assert opened.get(b"key") == b"data"
    opened._base.execute("UPDATE records SET data = substr(data, 1, length(data) - 1) || x'00'")
    assert opened.get(b"key") is None
    opened.close()


def test_longest_unused_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that is full keeps what was used last."""
    (tmp_path / ".pipeline").mkdir()
    opened = base.Base(tmp_path, b"s" * 32)
    for hour in range(10):
        monkeypatch.setattr(base.time, "time", lambda hour=hour: hour * 4000.0)
        opened.put([(bytes([hour]), os.urandom(1000))])
    monkeypatch.setattr(base.time, "time", lambda: 50_000.0)
    assert opened.holds([b"\x00"]) == {b"\x00"}
    opened.trim(limit=3200)
    left = [hour for hour in range(10) if opened.get(bytes([hour]))]
    assert left == [0, 8, 9]
    opened.close()


@pytest.mark.usefixtures("project")
def test_secret_is_its_owners(home: Path) -> None:
    """Nobody else reads what records are signed with."""
    told("check")
    assert (home / base.SECRET).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_not_be_written(project: Project) -> None:
    """A check of it works, and says nothing of the cache."""
    first = told("--no-cache", "check")
    project.root.chmod(0o555)
    try:
        assert told("check") == first
    finally:
        project.root.chmod(0o755)


def test_cache_that_cannot_be_made(project: Project) -> None:
    """Where a file stands in the way of the folder, there is no cache, and no word of it."""
    first = told("--no-cache", "check")
    shutil.rmtree(project.root / ".pipeline", ignore_errors=True)
    project.write(".pipeline", "a file")
    assert told("check")[:3] == first[:3]


def test_link_out_of_the_project_is_not_followed(project: Project, tmp_path: Path) -> None:
    """A stranger's project does not make us write elsewhere."""
    shutil.rmtree(project.root / ".pipeline", ignore_errors=True)
    (tmp_path / "elsewhere").mkdir()
    (project.root / ".pipeline").symlink_to(tmp_path / "elsewhere")
    assert call("check").exit_code in {0, 1}
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_full_disk(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be kept is not kept, and the run goes on."""
    first = told("--no-cache", "check")
    before = base.Base._write

    def full(self: base.Base, query: str, rows: object) -> None:
        if query.startswith("INSERT"):
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)
        before(self, query, rows)

    monkeypatch.setattr(base.Base, "_write", full)
    assert told("check") == first
    assert records_of(project) < 99


def run(project: Project, *words: str) -> subprocess.Popen[str]:
    """Begin a run in a process of its own."""
    code = "from pipeline.__main__ import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "--jobs", "1", *words],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_runs_at_once(project: Project) -> None:
    """Runs at the same time say the same, and what they keep is whole."""
    alone = told("--no-cache", "check")
    (project.root / base.FILE).unlink(missing_ok=True)
    both = [run(project, "check") for _ in range(2)]
    for one in both:
        stdout, stderr = one.communicate(timeout=120)
        assert (one.returncode, stdout, stderr) == alone[:3]
    assert told("check") == alone


def test_run_that_is_killed(project: Project) -> None:
    """After a kill in the middle of it the next run is right."""
    alone = told("--no-cache", "check")
    one = run(project, "check")
    while one.poll() is None and not (project.root / base.FILE).exists():
        pass
    one.kill()
    one.communicate()
    assert told("check") == alone
    assert told("check") == alone


def test_run_whose_inputs_change_meanwhile_is_not_repeated(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that is saved while a run reads it is looked at by the next one."""
    from pipeline import session

    before = session.Session.report

    def report(self: object, *words: object, **more: object) -> None:
        before(self, *words, **more)
        edit("content/boats.md", "paint each year", "paint evry year")(project)

    monkeypatch.setattr(session.Session, "report", report)
    told("check")
    monkeypatch.undo()
    monkeypatch.chdir(project.root)
    assert "evry" in call("check").stdout


def test_without_cache_nothing_is_kept(project: Project) -> None:
    """`--no-cache` neither asks nor keeps."""
    shutil.rmtree(project.root / ".pipeline", ignore_errors=True)
    call("--no-cache", "check")
    assert not (project.root / base.FILE).exists()
    call("check", "--no-cache")
    assert not (project.root / base.FILE).exists()


def test_cache_commands(project: Project) -> None:
    """A user can see how much is kept, and throw it away."""
    call("check")
    assert " records, " in call("cache", "info").stdout
    assert call("cache", "clear").exit_code == 0
    assert not (project.root / base.FILE).exists()
    assert call("cache", "info").stdout == "nothing is kept\n"


def version(**more: object) -> Version:
    """Give a version that can be kept."""
    return Version(Article("boats", "boats.md", "en", "Text"), "en", **more)


def job(pair: Pair, context: Context) -> Version:
    """Stand for a job."""
    raise NotImplementedError


def test_record_comes_back_the_same() -> None:
    """A result is equal to what was kept of it, and the article is the one at hand."""
    pair = Pair(Article("boats", "boats.md", "en", "Text"), "en")
    data = records.dump(job, pair, version(body="<p>Text"))
    assert data is not None
    assert records.load(job, pair, data) == version(body="<p>Text")
    assert b"boats.md" not in data


@pytest.mark.parametrize("data", [b"", b"\xc0", b"\x93\x01\x02\x03", b"\x81\xa4body\x01"])
def test_record_of_another_shape_is_none(data: bytes) -> None:
    """What does not decode to the very types is no result."""
    pair = Pair(Article("boats", "boats.md", "en", "Text"), "en")
    with pytest.raises(ValueError):  # noqa: PT011 - msgspec's errors are of this kind
        records.load(job, pair, data)


def test_what_has_no_bytes_is_not_kept() -> None:
    """A result that holds a function is made each time."""
    segment = Segment("x", "code", Origin("boats.md"), accepts=str.isdigit)
    from pipeline.model import Run

    held = Run(segment, "x", "en", "source", Origin("boats.md"))
    pair = Pair(Article("boats", "boats.md", "en", "Text"), "en")
    assert records.dump(job, pair, version(runs=(held,))) is None


def test_job_that_is_not_known_to_be_pure_is_not_kept() -> None:
    """Only what depends on nothing but what it is handed has a key."""
    with pytest.raises(TypeError):
        keys.Keys(job)


def test_date_and_text_have_two_keys() -> None:
    """What is the same in bytes may be two values."""
    from datetime import date
    from functools import partial

    from pipeline import jobs

    context = Context(Config(root=Path()), Site("Boats"))
    found = keys.Keys(partial(jobs.render, context=context))

    def key(value: object) -> bytes:
        meta = {"date": Field(value, Origin("a.md"))}
        return found.of(Pair(Article("a", "a.md", "en", "", meta=meta), "en"))

    assert key(date(2026, 1, 2)) != key("2026-01-02")
    assert key("x") == key("x")


def test_pure_jobs_exist() -> None:
    """Each name in the list of pure jobs is one's."""
    import importlib

    for name in keys.PURE:
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(module), function))


def test_house_style_is_part_of_the_key(project: Project) -> None:
    """A project with terms of its own keeps results, and a changed term changes them."""
    project.write("terms.toml", TERMS)
    project.write("pipeline.toml", CONFIG + '[style]\nterms = "terms.toml"\n')
    first = call("check")
    assert records_of(project) > 3
    project.write("terms.toml", TERMS.replace("lacquer", "varnish"))
    assert call("check").stdout != first.stdout or first.exit_code == 2


def test_around_opens_nothing_without_a_home(tmp_path: Path) -> None:
    """Who has no folder for a secret has no cache."""
    (tmp_path / "file").write_text("")
    assert around.open_(tmp_path, tmp_path / "file/below", print) is None
