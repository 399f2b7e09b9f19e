"""
Writes what rules propose into articles and catalogs, as bytes: only what was found, and nothing else.

A fix is made where the file still reads what was found there, and where the parser then finds the
same structure as before: text for text, never markup. All other bytes stay.
"""

from __future__ import annotations

from pipeline.fixing.catalogs import carry
from pipeline.fixing.catalogs import fix as fix_catalog
from pipeline.fixing.edits import Edit, Fixed, of_results
from pipeline.fixing.markdown import fix as fix_article
from pipeline.fixing.markdown import renamed

__all__ = ["Edit", "Fixed", "carry", "fix_article", "fix_catalog", "of_results", "renamed"]
