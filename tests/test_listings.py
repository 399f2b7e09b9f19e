"""Messages from fenced code, and the profile that mdbook-i18n-helpers' catalogs need."""

from __future__ import annotations

import pytest

from pipeline import walk
from pipeline.model import Article, Catalog, Message, Version
from pipeline.settings import Reading

COMMENTS = Reading(comments=True)
MDBOOK = Reading(profile="mdbook")

BODY = """\
Run *this*, see [the guide][g].

```python
# Get the boat.
row("now")  # at once
```

- [x] `done`

[g]: guide.md "Guide"
"""


def keys(body: str, reading: Reading) -> list[tuple[str, str]]:
    segments = walk.extract(Article("a", "a.md", "en", body), reading).segments
    return [(segment.kind, segment.key[1]) for segment in segments]


def render(body: str, reading: Reading, *pairs: tuple[str, str]) -> Version:
    messages = tuple(Message(source, (string,)) for source, string in pairs)
    article = Article("a", "a.md", "en", body)
    return walk.render(article, "fr", Catalog("fr", messages=messages), reading=reading)


def test_code_is_no_message_unless_asked() -> None:
    """By default nothing of a listing goes to translators."""
    assert "code comment" not in {
        segment.kind for segment in walk.extract(Article("a", "a.md", "en", BODY)).segments
    }


def test_comments_by_option() -> None:
    """They come without their marks, in their order, with where they stand."""
    found = walk.extract(Article("a", "a.md", "en", BODY), COMMENTS).segments
    comments = [segment for segment in found if segment.kind == "code comment"]
    assert [segment.id for segment in comments] == ["Get the boat.", "at once"]
    assert [segment.origin.place.line for segment in comments] == [4, 5]


def test_a_comment_is_translated_in_its_place() -> None:
    """The code around it stays, and what is special in HTML is escaped."""
    body = render(BODY, COMMENTS, ("Get the boat.", "Prendre <le> bateau.")).body
    assert "# Prendre &lt;le&gt; bateau." in body
    assert 'row("now")' in body.replace("&quot;", '"')


@pytest.mark.parametrize("string", ["un\nrm -rf", "\u2028x"])
def test_a_comment_cannot_become_code(string: str) -> None:
    """A translation that would leave its comment is refused, and counted so."""
    version = render(BODY, COMMENTS, ("at once", string))
    assert "# at once" in version.body
    assert [run.state for run in version.runs if run.segment.id == "at once"] == ["refused"]


def test_mdbook_writes_runs_its_own_way() -> None:
    """Emphasis, reference links, tasks and code as its catalogs have them."""
    assert keys(BODY, MDBOOK) == [
        ("paragraph", 'Run _this_, see [the guide](guide.md "Guide").'),
        ("code comment", "# Get the boat.\n"),
        ("code string", '"now"'),
        ("code comment", "# at once\n"),
        ("list item", "`done`"),
        ("link title", "Guide"),
    ]


def test_mdbook_translations_are_shown() -> None:
    """A catalog that was made for mdBook translates the page, its strings and its tasks."""
    body = render(
        BODY,
        MDBOOK,
        ('Run _this_, see [the guide](guide.md "Guide").', 'Voir [le guide](guide.md "Guide").'),
        ('"now"', '"vite"'),
    ).body
    assert '<a href="guide.md"' in body
    assert ">le guide</a>" in body
    assert "vite" in body


def test_mdbook_directives() -> None:
    """Its comments skip and explain as ours do."""
    body = (
        "<!-- mdbook-xgettext:skip-start -->\n\nOne\n\nTwo\n\n<!-- mdbook-xgettext:skip-end -->\n\n"
        "<!-- i18n:comment A tide table. -->\n\nThree\n"
    )
    segments = walk.extract(Article("a", "a.md", "en", body), MDBOOK).segments
    assert [(segment.id, segment.notes) for segment in segments] == [("Three", ("A tide table.",))]
