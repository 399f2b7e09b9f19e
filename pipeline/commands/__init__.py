"""
The commands: a module for each group, imported when one of its commands is called.

The table is all that a list of them needs, so that `pipeline --help` need not wait for what none of
them does yet. A command not in it does not exist; `tests/test_start.py` holds it against the commands.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """The module below this one that has a command, and the first sentence of the command's help."""

    module: str
    help: str


COMMANDS: dict[str, Row] = {
    "baseline": Row(
        "checking", "Keep a list of old findings, so that only new ones hold a version."
    ),
    "build": Row(
        "publishing", "Build accessible HTML of every article in every locale, good or not."
    ),
    "cache": Row("caching", "See what is kept between runs, and throw it away."),
    "calibrate": Row(
        "reporting", "Fit the scale of reading levels to the project's own translations."
    ),
    "catalog": Row("catalogs", "Take catalogs to other tools, and bring them home."),
    "check": Row("checking", "Check the whole project, or any Markdown, PO or HTML files."),
    "dictionaries": Row("dictionaries", "Get dictionaries that no package of ours brings."),
    "doctor": Row(
        "dictionaries",
        "Say what the checks stand on: dictionaries, catalogs, and the parts that are installed.",
    ),
    "explain": Row(
        "explaining",
        "Say why a rule is there, how to mend what it finds, and its options; of a group, list its rules.",
    ),
    "extract": Row("translating", "Write each article's strings into a gettext template."),
    "import": Row("starting", "Make Markdown articles from plain text, HTML or Markdown files."),
    "init": Row("starting", "Begin a project: a configuration, one article, its translations."),
    "lsp": Row("editors", "Serve an editor findings and fixes as one types, on stdin and stdout."),
    "preview": Row(
        "previewing", "Show the site as it is written, and let translators write beside it."
    ),
    "publish": Row(
        "publishing", "Do all of it: publish the versions that pass, and name the others."
    ),
    "report": Row(
        "reporting",
        "Check the whole project, or some files, and write a page that shows all of it.",
    ),
    "rules": Row("explaining", "List every rule with its level and what it asks."),
    "stats": Row(
        "translating",
        "Say how far each translation is, in messages and words of today's source.",
    ),
    "update": Row(
        "translating", "Bring the translators' catalogs up to the articles, losing no work."
    ),
    "words": Row(
        "wordlists",
        "Check the project's own lists of words, add to them, and put them in order.",
    ),
}
"""Each command by its name."""
