"""Plain text to Markdown: title, subtitle, headings, lists, references, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.importer import headings, lines, references, writer
from pipeline.importer.lines import Block

_TITLE = 200
"""Columns in a title."""
_SUBTITLE = 300
"""Characters in a subtitle, if a heading follows it."""
_STANDFIRST = 200
"""Characters in a subtitle, if a longer paragraph follows it."""
_DEEPEST = 9
_REFERENCE = "reference"


def read(text: str, path: str) -> writer.Draft:
    """
    Give the draft of an article that a plain text makes.

    >>> read("Tea\\nAll about it.\\nWhat is tea?\\nA plant * leaf.", "tea.txt").body
    '## What is tea?\\n\\nA plant \\\\* leaf.'
    """
    blocks = _with_true_lists(lines.blocks(text))
    title, blocks = _title(blocks)
    blocks = headings.find(blocks)
    subtitle, blocks = _subtitle(blocks) if title else (None, blocks)
    levels = headings.levels([block for block in blocks if block.kind == "heading"])
    blocks = _with_references(blocks)
    return writer.Draft(
        title=title.text if title else writer.stem(path),
        description=subtitle.text if subtitle else "",
        body="\n\n".join(_pieces(blocks, levels)),
        guesses=(
            *_about_the_top(title, subtitle, lines.broken_at(text)),
            *_about_headings(blocks, levels, title),
            *_about_the_body(blocks),
        ),
    )


def _with_true_lists(blocks: Sequence[Block]) -> list[Block]:
    """
    The blocks, with numbered items only where they count on from the first.

    A number that stands alone or out of order is the text's own: a list could change it.
    """
    result = list(blocks)
    for items in _lists_of(blocks):
        if _counts([blocks[index] for index in items]):
            continue
        for index in items:
            block = blocks[index]
            text = f"{block.style} {block.text}"
            result[index] = (
                replace(block, style="-", text=text)
                if block.depth
                else replace(block, kind="paragraph", style="", text=text)
            )
    for index, block in enumerate(result):
        if block.kind == "more" and (not index or result[index - 1].kind not in ("item", "more")):
            result[index] = replace(block, kind="paragraph")
    return result


def _lists_of(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The indices of the items of each list: of one depth, one kind, nothing shallower between."""
    open_lists: list[list[int]] = []
    for index, block in enumerate(blocks):
        if block.kind == "more":
            continue
        keep = block.depth + 1 if block.kind == "item" else 0
        while len(open_lists) > keep:
            yield open_lists.pop()
        if block.kind != "item":
            continue
        if len(open_lists) == keep and open_lists[-1] and _other(blocks, open_lists[-1], block):
            yield open_lists.pop()
        while len(open_lists) < keep:
            open_lists.append([])
        open_lists[-1].append(index)
    yield from reversed(open_lists)


def _other(blocks: Sequence[Block], items: Sequence[int], block: Block) -> bool:
    return (blocks[items[0]].number is None) != (block.number is None)


def _counts(items: Sequence[Block]) -> bool:
    numbers = [item.style[:-1] for item in items if item.number is not None]
    if not numbers:
        return True
    first = int(numbers[0])
    # As text, so that "01" is not one of them: a list would lose its zero.
    wanted = [str(number) for number in range(first, first + len(numbers))]
    return len(numbers) > 1 and numbers == wanted


def _title(blocks: list[Block]) -> tuple[Block | None, list[Block]]:
    while blocks and blocks[0].kind == "rule":
        blocks = blocks[1:]
    first = blocks[0] if blocks else None
    if (
        first is None
        or len(blocks) == 1
        or first.kind not in ("paragraph", "heading")
        or lines.columns(first.text) > _TITLE
        or not any(character.isalnum() for character in first.text)
    ):
        return None, blocks
    return first, blocks[1:]


def _subtitle(blocks: list[Block]) -> tuple[Block | None, list[Block]]:
    """The line below the title, if it says in short what the article is about."""
    if len(blocks) < 2:
        return None, blocks
    first, second = blocks[:2]
    prose = second.kind == "paragraph"
    if first.kind == "heading":
        # Of two headings in a row, the first heads nothing; nor does a line that clings to the title.
        apart = second.kind == "heading" or (prose and second.gap and not first.gap)
        found = apart and not first.style and not headings.numbered(first.text)
    else:
        most = _SUBTITLE if second.kind == "heading" else min(_STANDFIRST, len(second.text))
        found = (
            first.kind == "paragraph"
            and (prose or second.kind == "heading")
            and len(first.text) <= most
            and not references.is_reference(first.text)
            and not headings.is_byline(first.text)
        )
    return (first, blocks[1:]) if found else (None, blocks)


def _with_references(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with references as list items and the items below them a level deeper."""
    result: list[Block] = []
    listed = below = False
    for block in blocks:
        if block.kind == "heading":
            listed = references.is_section(block.text)
        if block.kind == "paragraph" and references.is_reference(block.text, listed=listed):
            result.append(replace(block, kind="item", style=_REFERENCE))
            below = True
        elif block.kind in ("item", "more") and below:
            result.append(replace(block, depth=block.depth + 1))
        else:
            result.append(block)
            below = False
    return result


def _pieces(blocks: Sequence[Block], levels: dict[int, int]) -> Iterator[str]:
    for kind, run in groupby(blocks, key=_group):
        match kind:
            case "list":
                yield from _lists(list(run))
            case "quote":
                yield writer.quote("\n\n".join(_shown(block) for block in run if block.text))
            case "heading":
                for block in run:
                    yield writer.heading(levels[block.line], writer.linked(block.text))
            case "rule":
                yield "---"
            case _:
                yield from (_shown(block) for block in run)


def _group(block: Block) -> str:
    return "list" if block.kind in ("item", "more") else block.kind


def _shown(block: Block) -> str:
    return writer.guard(writer.linked(block.text))


def _lists(blocks: Sequence[Block]) -> Iterator[str]:
    """The lists of a run of items: another kind of marker begins another list."""
    current: list[Block] = []
    for block in blocks:
        top = block.kind == "item" and not block.depth
        if current and top and (block.number is None) != (current[0].number is None):
            yield _list(current)
            current = []
        current.append(block)
    yield _list(current)


def _list(blocks: Sequence[Block]) -> str:
    kinds: dict[int, bool] = {}
    rows: list[str] = []
    # A second paragraph in an item, or too long a block for the parser, sets the items apart.
    apart = any(block.kind == "more" for block in blocks)
    apart = apart or sum(len(block.text) for block in blocks) > writer.LOOSE
    deepest = -1
    for block in blocks:
        depth = min(block.depth, deepest + 1, _DEEPEST)
        numbered = block.number is not None
        changes = block.kind == "item" and kinds.get(depth, numbered) != numbered
        marker = f"{block.number}." if numbered else "-"
        start = f"{marker} " if block.kind == "item" else "    "
        gap = "\n" if rows and (apart or changes) else ""
        rows.append(f"{gap}{'    ' * depth}{start}{_shown(block)}")
        if block.kind == "item":
            deepest = depth
            kinds = {key: kind for key, kind in kinds.items() if key < depth} | {depth: numbered}
    return "\n".join(rows)


def _about_the_top(title: Block | None, subtitle: Block | None, width: int | None) -> Iterator[str]:
    if width:
        yield f"lines were broken at {width} columns: joined to paragraphs"
    yield (
        f"line {title.line}: taken as the title"
        if title
        else "no line looks like a title: made of the file's name"
    )
    if subtitle:
        yield f"line {subtitle.line}: taken as the subtitle, put in the description"


def _about_headings(
    blocks: Sequence[Block], levels: dict[int, int], title: Block | None
) -> Iterator[str]:
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            second = not index and title and _share_a_word(title.text, block.text)
            what = "taken as a second title, heading" if second else "taken as heading"
            yield f"line {block.line}: {what} {levels[block.line]}: {block.text}"


def _share_a_word(one: str, other: str) -> bool:
    first, second = (
        {word for word in text.lower().split() if len(word) > 4} for text in (one, other)
    )
    return bool(first & second)


def _about_the_body(blocks: Sequence[Block]) -> Iterator[str]:
    entries = [index for index, block in enumerate(blocks) if block.style == _REFERENCE]
    if entries:
        notes = any(blocks[index + 1].depth for index in entries if index + 1 < len(blocks))
        what = "their notes put below them" if notes else "made a list"
        first = blocks[entries[0]].line
        yield f"line {first}: {writer.count(len(entries), 'reference')} found, {what}"
    for block in blocks:
        if block.kind == "quote" and block.text:
            yield f"line {block.line}: taken as a quotation"
    if links := sum(writer.addresses(block.text) for block in blocks):
        yield f"{writer.count(links, 'address')} made {'a link' if links == 1 else 'links'}"
