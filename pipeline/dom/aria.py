"""
WAI-ARIA as tables: roles, states and properties, and what a role needs, takes and owns.

Facts of WAI-ARIA 1.2, with what the draft of 1.3 adds; DPUB-ARIA 1.1; Graphics-ARIA 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping

ABSTRACT = frozenset(
    """
    command composite input landmark range roletype section sectionhead select structure widget window
    """.split()
)
"""Roles that only order the others; no author may ask for them (WAI-ARIA, 5.3.1)."""

_CORE = """
    alert alertdialog application article banner blockquote button caption cell checkbox code
    columnheader combobox comment complementary contentinfo definition deletion dialog directory
    document emphasis feed figure form generic grid gridcell group heading image img insertion link
    list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox
    menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup
    region row rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator
    slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel
    term text textbox time timer toolbar tooltip tree treegrid treeitem
"""
_PUBLISHING = """
    abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref chapter
    colophon conclusion cover credit credits dedication endnote endnotes epigraph epilogue errata
    example footnote foreword glossary glossref index introduction noteref notice pagebreak pagefooter
    pageheader pagelist part preface prologue pullquote qna subtitle tip toc
"""
_GRAPHICS = "graphics-document graphics-object graphics-symbol"
ROLES = frozenset(
    [*_CORE.split(), *_GRAPHICS.split(), *(f"doc-{name}" for name in _PUBLISHING.split())]
)
"""Roles that an author may ask for."""

DEPRECATED: Mapping[str, str] = {
    "directory": "list",
    "doc-biblioentry": "listitem",
    "doc-endnote": "listitem",
    "aria-dropeffect": "",
    "aria-grabbed": "",
}
"""Roles and attributes that are to be used no more, and what stands in for them."""

# Types of values (WAI-ARIA, 6.2.4). A word in brackets is a minimum.
_TYPES: Mapping[str, str] = {
    "boolean": "atomic busy disabled modal multiline multiselectable readonly required",
    "true false undefined": "expanded grabbed hidden selected",
    "true false mixed undefined": "checked pressed",
    "id": "activedescendant errormessage",
    "ids": "actions controls describedby details flowto labelledby owns",
    "text": """
        braillelabel brailleroledescription colindextext description keyshortcuts label placeholder
        roledescription rowindextext valuetext
    """,
    "integer": "colcount colindex colspan level posinset rowcount rowindex rowspan setsize",
    "number": "valuemax valuemin valuenow",
    "both inline list none": "autocomplete",
    "date false location page step time true": "current",
    "dialog false grid listbox menu tree true": "haspopup",
    "false grammar spelling true": "invalid",
    "assertive off polite": "live",
    "horizontal undefined vertical": "orientation",
    "ascending descending none other": "sort",
    "several: copy execute link move none popup": "dropeffect",
    "several: additions all removals text": "relevant",
}
ATTRIBUTES: Mapping[str, str] = {
    f"aria-{name}": kind for kind, names in _TYPES.items() for name in names.split()
}
"""States and properties, and the type of their values: its name, or its words."""

LEAST: Mapping[str, int] = {
    "aria-colcount": -1,
    "aria-colindex": 1,
    "aria-colspan": 1,
    "aria-level": 1,
    "aria-posinset": 1,
    "aria-rowcount": -1,
    "aria-rowindex": 1,
    "aria-rowspan": 0,
    "aria-setsize": -1,
}
"""The least value of each whole number."""

GLOBAL = frozenset(
    f"aria-{name}"
    for name in """
        actions atomic braillelabel brailleroledescription busy controls current describedby description
        details disabled dropeffect errormessage flowto grabbed haspopup hidden invalid keyshortcuts
        label labelledby live owns relevant roledescription
    """.split()
)
"""States and properties of every element; WAI-ARIA 1.2 still takes those that it will not in future."""

_CELLS = "cell columnheader gridcell rowheader"
_GRIDS = "grid treegrid"
_RANGES = "meter progressbar scrollbar separator slider spinbutton"
_CHECKED = "checkbox menuitemcheckbox menuitemradio option radio switch treeitem"
_FIELDS = "checkbox combobox listbox radiogroup searchbox slider spinbutton switch textbox"
_TEXTS = "searchbox textbox"
_NO_SECTION = """
    blockquote caption code comment deletion emphasis generic graphics-symbol insertion mark meter none
    option paragraph presentation radio rowgroup scrollbar searchbox sectionfooter sectionheader separator slider
    spinbutton strong subscript suggestion superscript text textbox time
"""
_SUPPORT: Mapping[str, str] = {
    "activedescendant": f"""
        application combobox group listbox menu menubar radiogroup row spinbutton tablist toolbar tree
        {_GRIDS} {_TEXTS}
    """,
    "autocomplete": f"combobox {_TEXTS}",
    "checked": _CHECKED,
    "colcount": f"table {_GRIDS}",
    "colindex": f"row {_CELLS}",
    "colindextext": f"row {_CELLS}",
    "colspan": _CELLS,
    # Since 1.2 it is for widgets; 1.1 took it on all that is a section, and readers still do.
    "expanded": " ".join(ROLES - set(_NO_SECTION.split())),
    "level": f"comment heading listitem row tablist treeitem {_GRIDS}",
    "modal": "alertdialog dialog",
    "multiline": _TEXTS,
    "multiselectable": f"listbox tablist tree {_GRIDS}",
    "orientation": """
        combobox listbox menu menubar radiogroup scrollbar separator slider tablist toolbar tree treegrid
    """,
    "placeholder": f"combobox {_TEXTS}",
    "posinset": """
        article comment listitem menuitem menuitemcheckbox menuitemradio option radio row tab treeitem
    """,
    "pressed": "button",
    "readonly": f"""
        columnheader gridcell menuitemcheckbox menuitemradio rowheader {_GRIDS} {_FIELDS}
    """,
    "required": f"columnheader gridcell radio rowheader tree treegrid {_FIELDS}",
    "rowcount": f"table {_GRIDS}",
    "rowindex": f"row {_CELLS}",
    "rowindextext": f"row {_CELLS}",
    "rowspan": _CELLS,
    "selected": "columnheader gridcell option row rowheader tab treeitem",
    "setsize": """
        article comment listitem menuitem menuitemcheckbox menuitemradio option radio row tab treeitem
    """,
    "sort": "columnheader rowheader",
    "valuemax": _RANGES,
    "valuemin": _RANGES,
    "valuenow": _RANGES,
    "valuetext": _RANGES,
}
SUPPORT: Mapping[str, frozenset[str]] = {
    f"aria-{name}": frozenset(roles.split()) for name, roles in _SUPPORT.items()
}
"""The roles that support a state or property which is not global."""

NAMELESS = frozenset(
    """
    caption code deletion emphasis generic insertion mark none paragraph strong subscript suggestion
    superscript
    """.split()
)
"""Roles that may not be named: nobody would hear it."""
NAMING = frozenset(["aria-braillelabel", "aria-label", "aria-labelledby"])

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "checkbox": ("aria-checked",),
    "combobox": ("aria-expanded", "aria-controls"),
    "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",),
    "menuitemradio": ("aria-checked",),
    "meter": ("aria-valuenow",),
    "radio": ("aria-checked",),
    "scrollbar": ("aria-controls", "aria-valuenow"),
    "separator": ("aria-valuenow",),
    "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}
"""What a role needs and has no default for; a separator only if it can be focused."""

_ITEMS = "menuitem menuitemcheckbox menuitemradio"
OWNED: Mapping[str, frozenset[str]] = {
    role: frozenset(owned.split())
    for role, owned in {
        "feed": "article",
        "grid": "caption row rowgroup",
        "list": "listitem group",
        "listbox": "option group",
        "menu": f"{_ITEMS} group menu separator",
        "menubar": f"{_ITEMS} group menu separator",
        "row": _CELLS,
        "rowgroup": "row",
        "suggestion": "deletion insertion",
        "table": "caption row rowgroup",
        "tablist": "tab",
        "tree": "treeitem group",
        "treegrid": "caption row rowgroup",
    }.items()
}
"""What a role may own; a group owns what the role around it may."""

CONTEXT: Mapping[str, frozenset[str]] = {
    role: frozenset(around.split())
    for roles, around in {
        "caption": f"figure table {_GRIDS}",
        _CELLS: "row",
        "listitem": "list directory group",
        _ITEMS: "menu menubar group",
        "option": "listbox group",
        "row": f"rowgroup table {_GRIDS}",
        "rowgroup": f"table {_GRIDS}",
        "tab": "tablist",
        "treeitem": "tree group",
    }.items()
    for role in roles.split()
}
"""What a role must be owned by; a group is owned in turn by another of them, or by its item."""

LEAVES = frozenset(
    """
    button checkbox graphics-symbol img menuitemcheckbox menuitemradio meter option progressbar radio
    scrollbar separator slider switch tab
    """.split()
)
"""Roles whose content is presentation only: what is in them has no role of its own."""
