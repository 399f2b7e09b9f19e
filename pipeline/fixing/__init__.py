"""
Writes what rules propose into articles and catalogs, as bytes: only what was found, and nothing else.

A fix is made where the file still reads what was found there, and where the parser then finds the
same structure as before: text for text, never markup. All other bytes stay.
"""

from __future__ import annotations

from pipeline.fixing import catalogs, markdown
from pipeline.fixing.catalogs import carry
from pipeline.fixing.catalogs import fix as fix_catalog
from pipeline.fixing.edits import Edit, Fixed, of_results
from pipeline.fixing.markdown import fix as fix_article
from pipeline.fixing.markdown import renamed
from pipeline.fixing.spans import Change

__all__ = [
    "Change",
    "Edit",
    "Fixed",
    "carry",
    "changes",
    "fix_article",
    "fix_catalog",
    "of_results",
    "renamed",
]


def changes(text: str, edit: Edit, *, catalog: bool) -> tuple[Change, ...]:
    """
    Give what writes one edit into the text of a file; nothing if it reads otherwise there.

    Nobody asks whether the page keeps its structure: this is for a person who looks.
    """
    return catalogs.changes(text, edit) if catalog else markdown.changes(text, edit)
