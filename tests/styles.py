"""The house style that the examples of the rules are written for, and how tests make checks of Vale."""

from __future__ import annotations

from pipeline.housestyle import Style, terms, vale
from pipeline.model import Source

TERMS = """\
keep = ["Ketalar", "WHO"]

[preferred]
"e-mail" = "email"
"Ketamine" = "ketamine"

[forbidden]
"suffers from" = "has"

[glossary.fr]
"depression" = ["dépression", "état dépressif"]

[glossary.de]
"ward" = "Station"

[glossary.ja]
"side effect" = "副作用"
"""
VALE = {
    "House.Weasel": "extends: existence\nmessage: \"'%s' says little.\"\ntokens: [very]\n",
    "House.Simple": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction: {name: replace}\n"
        "ignorecase: true\nswap: {utilise: use}\n"
    ),
}


def check(text: str, name: str = "House.Check") -> vale.Reading:
    """Read one check from its YAML."""
    return vale.read([(Source(f"styles/{name.replace('.', '/')}.yml", text.encode()), name)])


EXAMPLE = Style(
    terms.parse(Source("terms.toml", TERMS.encode()), "en"),
    {"en": tuple(one for name, text in VALE.items() for one in check(text, name).checks)},
)
