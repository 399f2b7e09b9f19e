"""Strategies for whole articles: blocks of every kind, nested in one another."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.model import Article

WORDS = [
    "boat",
    "harbour",
    "naïve",
    "小舟",
    "قارب",
    "it’s",
    "50%",
    "a",
    "I",
    "x_y",
    "PTSD",
    "3.5",
    "—",
]

_word = st.sampled_from(WORDS)
_plain = st.lists(_word, min_size=1, max_size=8).map(" ".join)
_spice = st.sampled_from(
    (
        "*{}*|**{}**|`{}`|[{}](boat.html)|![{}](b.png)|<b>{}</b>|{} &amp; {}|{}[^1]|[{}][ref]"
        '|[{}](b.html "Title {}")|<kbd>{}</kbd>|{}  \n{}|{}\n{}|\\*{}\\*|{} < {}'
        '|<https://example.org/boat>|<span title="{}">{}</span>'
    ).split("|")
)
_decorated = st.builds(lambda spice, text: spice.replace("{}", text), _spice, _plain)
inline = st.lists(st.one_of(_plain, _decorated), min_size=1, max_size=4).map(" ".join)
line = inline.map(lambda text: text.replace("  \n", " ").replace("\n", " "))


def _indent(text: str, by: str) -> str:
    return "\n".join(by + part if part else part for part in text.split("\n"))


_leaf = st.one_of(
    inline,
    st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(2, 5), line),
    st.builds(lambda text: f"## {text} {{#own-{len(text)}}}", line),
    st.builds(lambda text: f"{text}\n{{: .note }}", line),
    st.builds(lambda one, two: f"| {one} | {two} |\n|---|:-:|\n| {two} | {one} |", _plain, _plain),
    st.builds(lambda term, body: f"{term}\n:   {body}\n\n    {body}", line, line),
    st.builds(lambda text: f"```sh\n# {text}\n\n{text}\n```", _plain),
    st.builds(lambda text: f"    {text}", _plain),
    st.builds(
        lambda text: f"<details><summary>{text}</summary>\n<p>{text} <b>{text}</b></p>\n</details>",
        _plain,
    ),
    st.builds(
        lambda text: (
            f'<figure><img src="b.png" alt="{text}"><figcaption>{text}</figcaption></figure>'
        ),
        _plain,
    ),
    st.builds(
        lambda text: f'<div markdown="1">\n*{text}*\n\n<p>{text} <i>{text}</i></p>\n</div>', _plain
    ),
    st.builds(lambda text: f"<!-- i18n: note {text} -->\n\n{text}", _plain),
    st.builds(lambda text: f"<!-- i18n: skip -->\n\n{text}", _plain),
    st.just("---"),
)


def _nest(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(
        several.map(
            lambda items: "\n".join("- " + _indent(item, "    ").lstrip() for item in items)
        ),
        several.map(
            lambda items: "\n\n".join("1.  " + _indent(item, "    ").lstrip() for item in items)
        ),
        several.map(lambda items: "\n".join("- " + _indent(item, "  ").lstrip() for item in items)),
        several.map(
            lambda items: "One:\n" + "\n".join("1) " + _indent(i, "   ").lstrip() for i in items)
        ),
        several.map(lambda items: "<details>\n\n" + "\n\n".join(items) + "\n\n</details>"),
        several.map(lambda items: _indent("\n\n".join(items), "> ")),
        several.map(lambda items: "- one\n\n" + _indent("\n\n".join(items), "    ")),
        several.map(lambda items: "!!! warning\n" + _indent("\n\n".join(items), "    ")),
        st.builds(
            lambda title, item: f'!!! note "{title}"\n' + _indent(item, "    "), _plain, children
        ),
    )


_END = '\n\n[^1]: A note.\n\n[ref]: https://example.org "A title"\n\n*[PTSD]: post-traumatic stress disorder\n'
bodies = st.lists(st.recursive(_leaf, _nest, max_leaves=4), min_size=1, max_size=5).map(
    lambda blocks: "\n\n".join(blocks) + _END
)
articles = bodies.map(lambda body: Article("boats", "content/boats.md", "en", body))
