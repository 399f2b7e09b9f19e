"""A project's own templates and files stand in for ours, one by one; a broken one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.page import Site, Theme, theme
from pipeline.page.values import Text
from projects import Project, new


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new(tmp_path)


def test_template_stands_in_for_ours(project: Project) -> None:
    """A block of ours is replaced, and the rest of the page stays."""
    project.write(
        "theme/page.html",
        '{% extends "default/page.html" %}{% block footer %}<footer>{{ _("Imprint") }}</footer>{% endblock %}',
    )
    assert project.run("build").exit_code == 0
    html = project.read("build/en/boats/index.html")
    assert "<footer>Imprint</footer>" in html
    assert "<h1>Red boats</h1>" in html
    assert "Imprint" not in project.read("build/en/index.html")


def test_words_of_a_template_are_asked_for(project: Project) -> None:
    """A project's own words go to its translators with ours."""
    project.write(
        "theme/page.html",
        '{% extends "default/page.html" %}{# {{ _("Imprint") }} #}{% block footer %}{{ _("Imprint") }}{% endblock %}',
    )
    assert project.run("update").exit_code == 0
    assert 'msgid "Imprint"' in project.read("locale/fr/LC_MESSAGES/site.po")


def test_files_stand_in_for_ours_and_beside_them(project: Project) -> None:
    """Styles are replaced, other files are added, hidden ones are left."""
    project.write("theme/site.css", "p { color: navy }")
    project.write("theme/fonts/sans.woff2", b"\0font")
    project.write("theme/.secret", "x")
    assert project.run("build").exit_code == 0
    assert project.read("build/theme/site.css") == "p { color: navy }"
    assert (project.root / "build/theme/fonts/sans.woff2").read_bytes() == b"\0font"
    assert (project.root / "build/theme/search.js").exists()
    assert not (project.root / "build/theme/.secret").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>\n{% if %}", "theme/page.html:2: "),
        ("<p>\n\n{{ nothing }}", "theme/page.html:3: 'nothing' is undefined"),
        ("<p>\n{{ heading.nothing }}", "theme/page.html:2: "),
        ("{{ 1 / 0 }}", "theme/page.html:1: division by zero"),
        ('{% extends "none.html" %}', 'theme/page.html:1: there is no template "none.html"'),
        ('{% extends "page.html" %}', "theme/page.html:1: "),
        ("{{ heading.__class__.__mro__ }}", "theme/page.html:1: "),
        ("{{ range(10 ** 9) | list }}", "theme/page.html:1: "),
        ("\n{{ heading | nothing }}", "theme/page.html:2: "),
    ],
)
@pytest.mark.parametrize("command", ["build", "publish"])
def test_broken_template_is_one_line(project: Project, text: str, said: str, command: str) -> None:
    """It is named with its line, once, nothing is published, and the exit code is 2."""
    project.write("theme/page.html", text)
    result = project.run(command)
    assert result.exit_code == 2
    assert result.stderr.count("theme/page.html") == 1
    assert said in result.stderr
    assert not (project.root / "public").exists()


def test_link_out_of_the_theme_is_refused(project: Project) -> None:
    """A theme brings its own files, and no others."""
    (project.root / "theme").mkdir()
    (project.root / "theme" / "passwords").symlink_to("/etc/passwd")
    result = project.run("build")
    assert result.exit_code == 2
    assert "theme/passwords: a link out of the project" in result.stderr


def test_what_articles_say_is_escaped_in_a_project_s_template() -> None:
    """A template of the project has no more trust in an article than ours."""
    own = Theme((("x.html", "{{ heading.text }}"),))
    assert theme.render(own, "x.html", heading=Text("<b>", "en")) == "&lt;b&gt;"


def test_numbers_and_lists_are_written_as_the_locale_does() -> None:
    """Templates have filters for both."""
    own = Theme((("x.html", '{{ 1234 | number("de") }} {{ ["a", "b"] | listed("fr") }}'),))
    assert theme.render(own, "x.html") == "1.234 a et b"


def test_bug_of_ours_is_no_fault_of_the_theme() -> None:
    """Only what comes from the project's template is its author's to mend."""
    own = Theme((("other.html", ""),))
    with pytest.raises(Exception, match="undefined") as caught:
        theme.render(own, "page.html", site=Site("S"))
    assert not isinstance(caught.value, PipelineError)
