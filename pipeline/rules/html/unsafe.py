"""html/unsafe"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Article, Place, Removal


def check(removed: Sequence[Removal], *, article: Article) -> Iterator[Found]:
    """
    An article has nothing that could run, lead readers astray or cover the page.

    Why: it is taken out, so readers are safe and do not get what the author meant; whoever wrote it may
    have meant harm.
    Fix: delete it. Show a film or a form by a link, a drawing by a picture from a file of its own, and
    leave how the page looks to the theme.
    """
    for one in removed:
        if one.level == "error":
            yield Found(
                Place(article.path, one.line or article.body_line), one.message, text=one.text
            )


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Boats.\n\n<script>sink()</script>\n",
        'Press <a href="#" onclick="sink()">here</a>.\n',
        "[Boats](javascript:sink()) are red.\n",
        "[Boats](java&#x0A;script:sink()) are red.\n",
        "![Boats](data:image/svg+xml;base64,PHN2Zz4=)\n",
        "*Boats*{: onmouseover=sink() } are red.\n",
        '<iframe srcdoc="&lt;script&gt;sink()&lt;/script&gt;"></iframe>\n',
        '<div style="position: fixed; inset: 0">Boats</div>\n',
        '<p style="background: url(https://elsewhere.example/)">Boats</p>\n',
        "<svg><animate onbegin=sink() /></svg>\n",
        '<math href="javascript:sink()"><mtext>Boats</mtext></math>\n',
        '<base href="https://elsewhere.example/">\n',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">\n',
        '<form action="https://elsewhere.example/"><input name="password"></form>\n',
        "<body onload=sink()>\n",
    ),
    good=(
        "Boats are **red**, and [so](https://boats.example/) is [this](mailto:red@boats.example).\n",
        "Write `<script>` or `onclick`, and never `javascript:`.\n",
        "```html\n<script>sink()</script>\n```\n",
        '<p style="color: red"><font face="x">Boats</font></p>\n',
        "<!-- a note of the author's -->\n\nBoats.\n",
        "| a | b |\n| :-: | --: |\n| 1 | 2 |\n",
        '<details open><summary>Boats</summary>Red.<br/><img src="a.png" alt="A boat"/></details>\n',
    ),
)
