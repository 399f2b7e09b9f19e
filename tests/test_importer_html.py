"""A saved page to Markdown: what is kept, what goes, and how it is written."""

from __future__ import annotations

import pytest

from importer_shown import page, parts, words
from pipeline import importer
from pipeline.errors import ArticleError
from pipeline.importer import head

_PROSE = "Tea is a drink that people have made for a very long time, and still do. "


def made(html: str) -> importer.Imported:
    """Give what a page makes."""
    return importer.convert(html.encode(), "in/green-tea.html")


def body(html: str) -> str:
    """Give the Markdown of a page's main element that holds *html*."""
    text = made(f"<title>T</title><main><p>First.</p>{html}<p>Last.</p></main>").text
    return parts(text)[1].removeprefix("First.\n\n").removesuffix("Last.\n").strip()


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Drop</nav>",
        "<aside>Drop</aside>",
        "<header>Drop</header>",
        "<footer>Drop</footer>",
        "<div role=navigation>Drop</div>",
        "<div role=banner>Drop</div>",
        "<script>Drop</script><style>Drop</style><noscript>Drop</noscript>",
        "<template><p>Drop</p></template>",
        "<form><label>Drop</label><input></form>",
        "<button>Drop</button>",
        "<iframe src=x>Drop</iframe>",
        "<svg><text>Drop</text></svg>",
        "<div hidden>Drop</div>",
        "<div style='display: none'>Drop</div>",
        "<span aria-hidden=true>Drop</span>",
        "<span class=sr-only>Drop</span>",
        "<div class=cookie-banner>Drop these cookies that we have put on you.</div>",
        "<div id=cookieConsent>Drop</div>",
        "<ul class='share-buttons'><li><a href=x>Drop</a></ul>",
        "<div class='social'><a href=x>Drop</a></div>",
        "<div id=comments class=comments-area><p>Drop this, I like tea more than you.</p></div>",
        "<ol class=breadcrumb><li><a href=/>Drop</a></ol>",
        "<!-- Drop -->",
    ],
)
@pytest.mark.parametrize("place", ["outside", "inside"])
def test_what_is_no_content_goes(around: str, place: str) -> None:
    """Navigation, scripts, banners, buttons and comments go, wherever they stand."""
    main = f"<h1>Tea</h1><p>{_PROSE}</p>" * 2
    if place == "inside" and not around.startswith(("<header", "<footer")):
        text = made(f"<main>{around}{main}</main>").text
    else:
        text = made(f"<body>{around}<main>{main}</main></body>").text
    assert "Drop" not in text
    assert _PROSE.strip() in text


@pytest.mark.parametrize(
    "kept",
    [
        f"<div class=banner><p>{_PROSE}</p></div>",
        f"<section id=related-illness><p>{_PROSE}</p></section>",
        f"<div class='share-your-story'><p>{_PROSE}</p></div>",
        "<h2 id=cookie-policy>Keep these words</h2>",
        "<p class=consent>Keep these words</p>",
        "<div id=p1 hidden role=region>Keep these words</div>",
        "<button aria-controls=p1>x</button><div id=p1 hidden>Keep these words</div>",
        "<h3><button>Keep these words</button></h3>",
        "<blockquote>x<footer>Keep these words</footer></blockquote>",
        f"<footer><p>{_PROSE}</p></footer>",
        "<header><p>Keep these words</p></header>",
        "<details><summary>Keep these words</summary>x</details>",
    ],
)
def test_prose_under_a_doubtful_name_stays(kept: str) -> None:
    """A name or an element that often is no content does not take prose away."""
    text = body(f"<p>{_PROSE}</p>{kept}")
    assert text.count(_PROSE.strip()) == 1 + kept.count(_PROSE)
    assert "Keep these words" not in kept or "Keep these words" in text


@pytest.mark.parametrize(
    "html",
    [
        f"<article>{{}}</article><div>{'<a href=x>Drop</a>' * 9}</div>",
        "<div role=main>{}</div><div>Drop</div>",
        "<div><div>Drop</div><div class=c><div>{}</div></div></div><div>Drop</div>",
        "<table><tr><td><a href=x>Drop</a></td><td>{}</td></tr></table>",
        "<div itemprop=articleBody>{}</div><p>Drop</p>",
    ],
)
def test_main_content_is_found(html: str) -> None:
    """Without a main element, the article or the block with the prose is the content."""
    text = made(
        f"<html><title>T</title><body>{html.format(f'<p>{_PROSE}</p>' * 5)}</body></html>"
    ).text
    assert "Drop" not in text
    assert text.count(_PROSE.strip()) == 5


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Site</title><main><h1>Tea <a href=#t>#</a></h1><p>Hot.", "Tea"),
        ("<title>Tea - House</title><body><h1>Tea</h1><main><p>Hot.</main>", "Tea"),
        ("<title>Tea and milk | House</title><main><p>Hot.", "Tea and milk"),
        ("<title>Tea – hot and good for you at night</title><main><p>Hot.", None),
        ("<title>House: Tea</title><main><p>Hot.", "House: Tea"),
        (
            "<title>House - Tea - x</title><meta property=og:site_name content=House><main><p>Hot.",
            "Tea - x",
        ),
        ("<main><p>Hot.", "Green tea"),
    ],
)
def test_title_is_the_heading_or_the_page_s(html: str, title: str | None) -> None:
    """The heading 1 is the title, else the page's own without the site, else the file's name."""
    fields, text = parts(made(html).text)
    assert fields["title"] == (title or "Tea – hot and good for you at night")
    assert text == "Hot.\n"


def test_head_is_read() -> None:
    """Description and language stand in the front matter, decoded."""
    fields, _ = parts(
        made(
            "<html lang=pt-br><title>T</title><meta name=Description content='Chá &amp; leite'>"
            "<main><p>Quente."
        ).text
    )
    assert fields == {"title": "T", "description": "Chá & leite", "locale": "pt-BR"}


def test_language_that_is_none_is_told() -> None:
    """A language tag that no one knows is left out, and said."""
    result = made("<html lang=klingonese><title>T</title><main><p>Hot.")
    assert 'the page says it is in "klingonese", which is no language tag' in result.guesses
    assert "locale" not in parts(result.text)[0]


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h3>a</h3><h5>b</h5><h4>c</h4><h3>d</h3>", "## a,### b,### c,## d"),
        ("<h1>a</h1><h2>b</h2><h1>c</h1>", "## b,## c"),
        ("<h2>a <em>b</em> #</h2><h2><img src=x alt=c></h2>", "## a *b* \\#"),
    ],
)
def test_headings_begin_at_two_and_skip_none(html: str, levels: str) -> None:
    """The levels of a page are made an outline below its title."""
    text = parts(made(f"<title>T</title><main>{html}<p>Hot.</main>").text)[1]
    assert [line for line in text.split("\n") if line.startswith("#")] == levels.split(",")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a<b>b</b>c <i>d </i>e</p>", "a**b**c *d* e"),
        ("<p><em>a <strong>b</strong></em></p>", "<em>a **b**</em>"),
        ("<p><em>a</em><em>b</em></p>", "*a*<em>b</em>"),
        ("<p>a<code>`b` &lt;</code><code>c</code></p>", "a`` `b` < ``<code>c</code>"),
        ("<p>H<sub>2</sub>O <kbd>x</kbd></p>", "H<sub>2</sub>O <kbd>x</kbd>"),
        ("<p><abbr title='a &quot;b&quot;'>c</abbr></p>", '<abbr title="a &#34;b&#34;">c</abbr>'),
        (
            "<p>a <span lang=fr>thé</span> <i lang=la>b</i></p>",
            'a <span lang="fr">thé</span> <em lang="la">b</em>',
        ),
        ("<p lang=fr>thé</p>", '<span lang="fr">thé</span>'),
        (
            "<p>a &lt;b&gt; &amp;amp; *c* _d_ [e] 1&nbsp;000</p>",
            "a &lt;b> &amp;amp; \\*c\\* \\_d\\_ \\[e] 1\u00a0000",
        ),
        ("<p># a<br>- b<br><br>1. c</p>", "\\# a  \n\\- b\n\n1\\. c"),
        ("<p>a<br/>  b\n c</p>", "a  \nb c"),
        ("<p>a</p>b<div>c</div>", "a\n\nb\n\nc"),
        (
            "<ruby>茶<rp>(</rp><rt>ちゃ</rt><rp>)</rp></ruby>",
            "<ruby>茶<rp>(</rp><rt>ちゃ</rt><rp>)</rp></ruby>",
        ),
        ("<hr>", "---"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<pre><code class=language-sh>```</code></pre>", "````sh\n```\n````"),
        ("<blockquote><p>a</p><ul><li>b</ul></blockquote>", "> a\n>\n> - b"),
        ("<dl><dt>a<dt>b<dd>c<dd>d</dl>", "a\nb\n:   c\n:   d"),
        ("<dl><dt>a<dd><ul><li>b</ul></dl>", "**a**\n\n- b"),
    ],
)
def test_element_becomes_markdown(html: str, markdown: str) -> None:
    """An element becomes Markdown's, or stays HTML where Markdown has none."""
    assert body(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ul><li>a<ol><li>b<li>c</ol><li>d</ul>", "- a\n    1. b\n    2. c\n- d"),
        ("<ol start=7><li>a<li>b</ol>", "7. a\n8. b"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n<!-- -->\n\n1. b"),
        ("<ul><li>a<ul><li>b</ul></li><ul><li>c</ul></ul>", "- a\n    - b\n    - c"),
        ("<ul><li><p>a</p><p>b</p><li>c</ul>", "- a\n\n    b\n\n- c"),
        ("<ol><li>a<li><pre>b</pre><li>c</ol>", "1. a\n\n```\nb\n```\n\n2. c"),
        ("<ul><li>a<pre>b\n c</pre></ul>", "- a\n\n        b\n         c"),
        ("<ul><li><h3>a</h3><p>b</ul>", "## a\n\nb"),
        ("<ul>a<li>b</ul>", "- a\n- b"),
        ("<ul><li></li></ul>", ""),
    ],
)
def test_list_becomes_a_list(html: str, markdown: str) -> None:
    """Lists nest, begin at their number, and let go of what a list cannot hold."""
    assert body(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<tr><th>a<th>b<tr><td>c|<td>d<br>e", "| a | b |\n| --- | --- |\n| c\\| | d<br>e |"),
        ("<tr><td>a<td>b<tr><td>c<td>d", "| a | b |\n| --- | --- |\n| c | d |"),
        (
            "<tbody><tr><td rowspan=2>a<td>b<tr><td>c<td>d</tbody><thead><tr><th colspan=3>e</thead>",
            "| e | | |\n| --- | --- | --- |\n| a | b | |\n| | c | d |",
        ),
        (
            "<tr><td><p>a</p><p>b</p><td><code>c|d</code>",
            "| a<br>b | <code>c&#124;d</code> |\n| --- | --- |",
        ),
        ("<tr><td>a<tr><td>b", "a\n\nb"),
        ("<tr><td><h2>a</h2><td>b", "## a\n\nb"),
    ],
)
def test_table_becomes_a_table(html: str, markdown: str) -> None:
    """A table keeps its cells in their columns; one for layout is opened."""
    assert body(f"<table>{html}</table>") == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<a href=../b?c=1&amp;d=2>x</a>", "[x](https://a.example/b?c=1&d=2)"),
        ("<a href='b (c).html'>x]y</a>", "[x&#93;y](https://a.example/tea/b%20%28c%29.html)"),
        ("<a href=https://a.example/>https://a.example/</a>", "<https://a.example/>"),
        ("<a href=mailto:a@b.example>x</a>", "[x](mailto:a@b.example)"),
        ("<a href=javascript:x()>x</a>", "x"),
        ("<a href=' java&#10;script:x()'>x</a>", "x"),
        ("<a href=data:text/html,y>x</a>", "x"),
        ("<a href=http://[bad>x</a>", "x"),
        ("<a href=#none>x</a><sup><a href=#fn>1</a></sup>", "x<sup>1</sup>"),
        ("x<a href=#ref>↩</a>", "x"),
        ("<a href=/x></a>y", "y"),
        ("wow!<a href=/x>y</a>", "wow\\![y](https://a.example/x)"),
        (
            "<a href=x><img src=y.png alt=z></a>",
            "[![z](https://a.example/tea/y.png)](https://a.example/tea/x)",
        ),
        ("<img src=y.png alt='a [b]'>", "![a \\[b&#93;](https://a.example/tea/y.png)"),
        (
            "<img src=data:image/gif;base64,R0 data-src=y.png alt=''>",
            "![](https://a.example/tea/y.png)",
        ),
        ("x<img src=data:image/gif;base64,R0 alt=y>", "x"),
        ("x<img src=p.gif width=1 height=1>", "x"),
        (
            "<figure><img src=y.png alt=z><figcaption>a <b>b</b></figcaption></figure>",
            "![z](https://a.example/tea/y.png)\n\na **b**",
        ),
    ],
)
def test_address_is_resolved_or_dropped(html: str, markdown: str) -> None:
    """Links and images have whole addresses; one that a page may not have leaves its text."""
    base = "<link rel=canonical href=https://a.example/tea/green>"
    text = made(f"{base}<title>T</title><main><p>First.</p><p>{html}</p></main>").text
    assert parts(text)[1] == f"First.\n\n{markdown}\n"


def test_base_comes_before_canonical() -> None:
    """Where a page says what its links start from, they do."""
    html = "<base href=/x/><link rel=canonical href=https://a.example/tea/><main><a href=y>z</a>"
    assert parts(made(html).text)[1] == "[z](https://a.example/x/y)\n"


def test_link_to_a_heading_stays() -> None:
    """A heading that a link in the page leads to keeps its anchor."""
    text = body("<p><a href=#b>x</a></p><h2 id=b>y</h2>")
    assert text == "[x](#b)\n\n## y {#b}"
    assert page(f"---\n---\n\n{text}").h2["id"] == "b"


def test_what_was_left_out_is_told() -> None:
    """An editor learns how the content was found, what went, and what to look at."""
    guesses = made(
        "<html lang=en><title>T</title><nav>x</nav><main><p>Hot. <a href=javascript:x()>y</a>"
        "<img src=a.png><table><tr><td>a<td>b</table></main><div class=share>x</div>"
    ).guesses
    assert guesses == (
        "no heading 1: the title is the page's own",
        "the main content is its main element",
        'left out: "share", nav',
        "1 image: has no text alternative; describe it, or leave it empty for decoration",
        "1 link: its address may not stand in a page, made plain text",
        "1 table: has no header row, the first is taken for it",
    )


@pytest.mark.parametrize(
    ("title", "site", "rest"),
    [
        ("Tea | House", "", "Tea"),
        ("Tea - House", "", "Tea"),
        ("Tea - House | Shop", "", "Tea - House"),
        ("Shop » Tea", "Shop", "Tea"),
        ("Tea-time", "", "Tea-time"),
        ("Tea — what it is, and what it does", "", "Tea — what it is, and what it does"),
        ("|", "", "|"),
    ],
)
def test_site_is_not_the_title(title: str, site: str, rest: str) -> None:
    """The site's name behind or before a title is left out."""
    assert head.without_site(title, site) == rest


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + _PROSE,
        "<b>" * 10_000 + _PROSE,
        "<ul><li>x" * 5_000,
        "<p>x</p>" * 60_000,
        "<" * 200_000,
    ],
)
def test_hostile_page_is_one_clear_line(html: str) -> None:
    """What is too deep or too much is refused in a line that names the file."""
    with pytest.raises(ArticleError, match=r"^in/green-tea\.html: "):
        made(f"<main>{html}")


@pytest.mark.parametrize(
    "html",
    [
        "<![" * 5_000,
        "<a " * 5_000,
        "<!-- " * 5_000,
        "&" * 50_000,
        '<img src="data:image/png;base64,' + "A" * 3_000_000 + '">',
        "<table>" + "<tr><td colspan=999999999>x<td rowspan=99999>y" * 300,
        "<ol start=99999999999999999999><li>x",
        "<p>x" * 2_000,
    ],
)
def test_odd_page_is_read(html: str) -> None:
    """What is only odd is read, quickly."""
    assert "Tea first" in made(f"<main><h1>T</h1><p>Tea first.</p>{html}</main>").text


def test_page_without_a_body_is_read() -> None:
    """Tags may be left out, as HTML allows, or closed too early."""
    assert parts(made("<title>T</title><p>a<p>b<ul><li>c<li>d").text)[1] == "a\n\nb\n\n- c\n- d\n"
    text = made("<html><body><p>one</p></body></html><p>two</p>").text
    assert words(parts(text)[1]) == ["one", "two"]


def test_xml_and_plain_text_are_read_as_html() -> None:
    """A page with an XML declaration, or without any tag, warns of nothing."""
    xml = '<?xml version="1.0" encoding="iso-8859-1"?><html><title>T</title><main><p>é</p></main>'
    assert parts(made(xml).text)[1] == "é\n"
    assert parts(made("words/only.html").text)[1] == "words/only.html\n"
