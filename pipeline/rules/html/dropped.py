"""html/dropped"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Article, Place, Removal


def check(removed: Sequence[Removal], *, article: Article) -> Iterator[Found]:
    """
    The HTML of an article is all on its page.

    Why: colours, sizes and old elements are the theme's to choose, so they are taken out; a film or a
    link of a rare kind is taken out too, and that readers miss: it is a warning.
    Fix: use Markdown, or the elements that say what something is; lead to a film by a link.
    """
    for one in removed:
        if one.level != "error":
            place = Place(article.path, one.line or article.body_line)
            yield Found(place, one.message, text=one.text, level=one.level)


RULE = Rule(
    level="note",
    check=check,
    bad=(
        "<center>Boats</center>\n",
        '<p style="color: red">Boats</p>\n',
        '<font color="red">Boats</font>\n',
        '<table border="1"><tr><td>Boats</td></tr></table>\n',
        '<video src="boats.webm"></video>\n',
        "[Boats](ftp://boats.example/)\n",
        '<p id="_main">Boats</p>\n',
    ),
    good=(
        "Boats are *red*.\n",
        "<!-- a note of the author's -->\n\nBoats.\n",
        '<p id="boats" class="red" lang="en">Boats</p>\n',
        "| a | b |\n| :-: | --: |\n| 1 | 2 |\n",
        "<script>sink()</script>\n",
    ),
)
