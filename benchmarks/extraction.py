"""
What extraction costs and what it finds: messages, processor time, growth, match and reach.

Times are processor time: parsing alone (`walk.parser()` with the article already read), and what the walk
adds to it. *Match* is the share of the blocks of prose that markdown-it-py finds (CommonMark with tables,
footnotes and definition lists) whose inline source is a message, word for word; it needs markdown-it-py and
mdit-py-plugins. *Reach* is the share of a page's visible words, alternatives and titles among them, that
stand in a message; code counts for neither.

    python benchmarks/extraction.py [FOLDER...]

Without folders it reads this project's articles and whatever Markdown the installed packages bring, over
and over up to 343 files.
"""

from __future__ import annotations

import gc
import itertools
import re
import sys
import sysconfig
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

from claims import Claim

from pipeline import locate, walk
from pipeline.errors import PipelineError
from pipeline.model import Article
from pipeline.sanitise import sanitise

FILES = 343
ROOT = Path(__file__).parent.parent
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)
_MARKUP = re.compile(r"(`+)[^`]*\1|\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>|\{[^}]*\}|https?://\S+|&#?\w+;")
_HEADING_END = re.compile(r" +\{[^{}]*\}\s*$| +#+ *$")
_WORD = re.compile(r"[^\W\d_]+")


def read(folders: Sequence[str]) -> list[Article]:
    """Give the articles of *folders*, without their front matter; files that are no UTF-8 are left out."""
    articles = []
    for path in itertools.chain.from_iterable(sorted(Path(name).rglob("*.md")) for name in folders):
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue
        body = _FRONT_MATTER.sub("", text)
        if body.strip():
            articles.append(Article(path.stem, str(path), "en", body))
    return articles


def spent(task: Callable[[], object], runs: int = 2) -> float:
    """Give the least processor time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def costs(articles: Sequence[Article]) -> tuple[float, float]:
    """Give the seconds that parsing alone takes, and those of extraction beyond it."""
    parsing = spent(lambda: [walk.parser().convert(article.body) for article in articles])
    return parsing, spent(lambda: [walk.extract(article) for article in articles]) - parsing


def growth(few: Sequence[Article], many: Sequence[Article]) -> float:
    """Give how many times the processor time of *few* it takes to extract *many*."""
    one = spent(lambda: [walk.extract(article) for article in few])
    return spent(lambda: [walk.extract(article) for article in many]) / one


def prose(text: str) -> Iterator[str]:
    """Give what markdown-it-py takes for the inline source of a block, soft wraps joined, code left out."""
    plugins = "mdit_py_plugins"
    referee = import_module("markdown_it").MarkdownIt("commonmark").enable(["table"])
    referee.use(import_module(f"{plugins}.footnote").footnote_plugin)
    referee.use(import_module(f"{plugins}.deflist").deflist_plugin)
    around = ""
    for token in referee.parse(text):
        if token.type == "inline":
            source = _HEADING_END.sub("", token.content) if around[0] == "h" else token.content
            if any(character.isalpha() for character in _MARKUP.sub("", source)):
                yield _same(source)
        around = token.tag or "-"


def match(articles: Iterable[Article]) -> tuple[int, int]:
    """Give how many blocks of prose there are, and how many of them are messages."""
    wanted = found = 0
    for article in articles:
        messages = Counter(_same(segment.id) for segment in walk.extract(article).segments)
        blocks = Counter(prose(article.body))
        wanted += blocks.total()
        found += (blocks & messages).total()
    return wanted, found


def identical(articles: Sequence[Article]) -> int:
    """Count the articles whose page is Python-Markdown's after a translation into the same text."""
    same = 0
    for article in articles:
        body = walk.convert(article, lambda segment: segment.id).html
        same += _flat(body) == _flat(walk.parser().convert(article.body))
    return same


def _flat(page: str) -> str:
    """Give *page* as it is shown: soft wraps, which a message joins, are spaces outside code."""
    pieces = re.split(r"(<pre.*?</pre>)", page, flags=re.DOTALL)
    return "".join(one if one[:4] == "<pre" else re.sub(r"\s+", " ", one) for one in pieces)


def reach(articles: Iterable[Article]) -> tuple[int, int]:
    """Give how many words readers meet, and how many of them no message has."""
    shown = left = 0
    for article in articles:
        source = walk.convert(article, lambda _segment: None).html
        marked = walk.convert(article, lambda _segment: "⟦0⟧").html
        shown += words(source)
        left += words(marked)
    return shown, left


def words(page: str) -> int:
    """Count the words of a page as it is published, without code and addresses."""
    reader = _Reader()
    reader.feed(sanitise(page))
    reader.close()
    return len(_WORD.findall(re.sub(r"https?://\S+|\S+@\S+", " ", "".join(reader.text))))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code += tag in ("code", "pre")
        attributes = dict(attrs)
        # The back link of a footnote is the interface's, and translated there.
        if "footnote-backref" not in (attributes.get("class") or ""):
            said = (attributes.get(name) for name in ("alt", "title", "aria-label"))
            self.text += [f" {value} " for value in said if value]

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in ("code", "pre")
        self.text.append(" ")

    def handle_data(self, data: str) -> None:
        self.text += [] if self.code else [data]


def _same(source: str) -> str:
    """A cell's escaped bar is the same text with its escape and without."""
    return locate.join(source).replace("\\|", "|")


def readable(articles: Iterable[Article]) -> Iterator[Article]:
    """Give the articles that the walk takes; say which it refuses."""
    for article in articles:
        try:
            walk.extract(article)
        except PipelineError as error:
            print("refused:", error)
        else:
            yield article


def claims(rounds: int) -> Iterator[Claim]:
    """Claim what the walk costs beside the parser that it walks with, and what share of a page it reaches."""
    articles = list(readable(read([str(ROOT / "content")])))
    taken = [costs(articles) for _ in range(rounds)]
    yield Claim(
        "extraction of this project's articles",
        "s",
        tuple(parsing + beyond for parsing, beyond in taken),
        "Python-Markdown alone",
        tuple(parsing for parsing, _ in taken),
        command="extraction.py",
    )
    shown, left = reach(articles)
    yield Claim(
        "words of a page that stand in a message",
        "%",
        (100 - 100 * left / shown,),
        bar=99,
        more=True,
        command="extraction.py",
    )


def main(folders: Sequence[str]) -> None:
    """Measure, and print a line a figure."""
    articles = list(
        readable(read(folders or (str(ROOT / "content"), sysconfig.get_path("purelib"))))
    )
    if not folders:
        articles = list(itertools.islice(itertools.cycle(articles), FILES))
    first = [walk.extract(article).segments for article in articles]
    print(f"files                {len(articles):>8,}")
    print(f"characters           {sum(len(article.body) for article in articles):>8,}")
    print(f"messages             {sum(map(len, first)):>8,}")
    parsing, beyond = costs(articles)
    print(f"parsing alone        {parsing:>8.2f} s")
    print(
        f"extraction beyond it {beyond:>8.2f} s, {beyond * FILES / len(articles):.2f} s for {FILES} files"
    )
    again = [walk.extract(article).segments for article in articles]
    print(f"same messages again  {first == again!s:>8}")
    tenth = articles[:: max(len(articles) // 34, 1)]
    print(
        f"10 times the files   {growth(tenth, tenth * 10):>8.1f} times the time of all extraction"
    )
    body = "\n\n".join(article.body for article in tenth)[:60_000]
    long = Article("a", "a.md", "en", "\n\n".join([body] * 10))
    times = growth([Article("a", "a.md", "en", body)], [long])
    print(f"10 times the length  {times:>8.1f} times the time of all extraction")
    shown, left = reach(articles)
    print(f"identity             {identical(articles):>8,} of {len(articles):,} pages")
    print(f"reach                {100 - 100 * left / shown:>8.2f} % of {shown:,} words")
    try:
        wanted, found = match(articles)
    except ImportError:
        print("match                needs markdown-it-py and mdit-py-plugins")
    else:
        print(f"match                {100 * found / wanted:>8.2f} % of {wanted:,} blocks of prose")


if __name__ == "__main__":
    main(sys.argv[1:])
