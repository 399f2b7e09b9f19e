"""What of a page can have the focus, what keeps it from being nothing, and how a message names it."""

from __future__ import annotations

import pytest

from pipeline import dom
from pipeline.dom import described, file_name


@pytest.mark.parametrize(
    ("html", "focusable", "reached"),
    [
        ("<a id=x href=a>a</a>", True, True),
        ("<a id=x>a</a>", False, False),
        ("<a id=x href=a tabindex=-1>a</a>", True, False),
        ("<p id=x tabindex=0>a</p>", True, True),
        ("<p id=x tabindex=nonsense>a</p>", False, False),
        ("<button id=x>a</button>", True, True),
        ("<button id=x disabled tabindex=0>a</button>", False, False),
        ("<fieldset disabled><input id=x></fieldset>", False, False),
        ("<fieldset disabled><legend><input id=x></legend></fieldset>", True, True),
        ("<input id=x type=hidden>", False, False),
        ("<details><summary id=x>a</summary></details>", True, True),
        ("<details><summary>a</summary><summary id=x>b</summary></details>", False, False),
        ("<div><summary id=x>a</summary></div>", False, False),
        ("<audio id=x controls></audio>", True, True),
        ("<video id=x></video>", False, False),
        ("<div id=x contenteditable>a</div>", True, True),
        ("<button id=x hidden>a</button>", True, False),
    ],
)
def test_focus_is_as_in_a_browser(html: str, *, focusable: bool, reached: bool) -> None:
    """What is disabled has no focus; what is not shown or is taken out of the order is not reached."""
    page = dom.parse(html, "a.html")
    element = page.by_id("x")
    assert element
    assert (page.focusable(element), page.reached(element)) == (focusable, reached)


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ('<img id="x" alt="">', "none"),
        ('<img id="x" alt="" tabindex="0">', "img"),
        ('<img id="x" alt="" aria-label="Boat">', "img"),
        ('<img id="x" alt="" aria-label=" ">', "none"),
        ('<a id="x" href="a" role="none">a</a>', "link"),
        ('<ul id="x" role="presentation"><li>a</ul>', "none"),
    ],
)
def test_what_speaks_is_not_nothing(html: str, role: str) -> None:
    """Who has the focus or a label keeps the role, and says by what."""
    page = dom.parse(html, "a.html")
    element = page.by_id("x")
    assert element
    assert page.role(element) == role
    assert bool(page.exposed(element)) == (role != "none")


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<a id=x aria-labelledby=y></a><div id=y hidden><p>a <b>b</b></div>", "a b"),
        ("<label hidden for=x>a</label><input id=x>", ""),
        ("<label>a <button id=x></button></label>", "a"),
        ("<select id=x><option>a</select>", ""),
        ("<object id=x data=a.png>a</object>", ""),
        ("<video id=x title=a>b</video>", "a"),
        ("<label>a <input></label>", ""),
    ],
)
def test_name_is_from_what_may_give_one(html: str, name: str) -> None:
    """What is hidden names only what refers to it; what a field or a film holds is no name."""
    page = dom.parse(html, "a.html")
    element = page.by_id("x")
    assert (page.name(element) if element else "") == name


def test_label_around_a_bare_field_names_it() -> None:
    """A field needs no attribute to be named."""
    page = dom.parse("<label>Name <input></label>", "a.html")
    assert page.name(page.named("input")[0]) == "Name"


def test_frame_is_there_and_its_text_is_not() -> None:
    """What stands in an iframe is for browsers that know none."""
    page = dom.parse("<p>a<iframe src=b title=c>d</iframe></p>", "a.html")
    assert page.named("iframe")[0].heard
    assert page.named("p")[0].text == "a"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p id=x>a<b hidden>b</b><i aria-hidden=true>c</i></p>", "ac"),
        ("<div id=x><p>a<p>b<br>c</div>", "a b c"),
        ("<p id=x>a<script>b</script> <img alt=c></p>", "a"),
    ],
)
def test_shown_is_what_eyes_read(html: str, shown: str) -> None:
    """What is hidden from the ear alone is shown; an alternative is not."""
    element = dom.parse(html, "a.html").by_id("x")
    assert element
    assert element.shown() == shown


@pytest.mark.parametrize(
    ("html", "words", "file"),
    [
        ("<img src='i/b%20c.png?d'>", "image 'b c.png'", "b c.png"),
        ("<img src='data:image/png;base64,AA/B'>", "image", ""),
        ("<img src='http://['>", "image", ""),
        ("<a href=b.html>c</a>", "link to 'b.html'", ""),
        ("<iframe src=b.html></iframe>", "frame 'b.html'", "b.html"),
        ("<video><source src=b.mp4></video>", "video 'b.mp4'", "b.mp4"),
        ("<object data=b.svg></object>", "object", "b.svg"),
        ("<input type=checkbox name=b>", "check box 'b'", ""),
        ("<textarea></textarea>", "text field", ""),
        ("<div></div>", "<div>", ""),
    ],
)
def test_element_is_named_in_words(html: str, words: str, file: str) -> None:
    """A message says which one it is, since a place may be no more than a line."""
    page = dom.parse(html, "a.html")
    first = next(one for one in page.elements if one.name not in ("html", "body"))
    assert words in described(first)
    assert file_name(first) == file
