"""The files of a new project: enough to run every command once."""

from __future__ import annotations

from pipeline import locales

_CONFIG = """\
# These keys are explained in the README of Article Pipeline.
source = "{source}"
locales = ["{source}", "{target}"]
name = "Our articles"
# url = "https://www.example.org"

[thresholds]
grade = 9.0        # the hardest reading level; false asks nothing
misspellings = 0.0 # per 1,000 words
coverage = 1.0     # the share that must be translated
level = "error"    # a finding at this level holds a version
"""

_ARTICLE = """\
---
title: Welcome
description: The first article of a new site.
---

This is your first article. Write it in plain words, one thought to a sentence.

## What to do next

1. Change this text, or put your own articles beside it.
2. Run `pipeline update`, and send the catalog to a translator.
3. Run `pipeline publish`. It shows what readers will see, and what is held, and why.
"""

_IGNORED = ".pipeline/\nbuild/\npublic/\n"


def files(source: str, target: str) -> dict[str, bytes]:
    """
    Give each file's path and content.

    >>> sorted(files("en", "fr"))
    ['.gitignore', 'content/welcome.md', 'pipeline.toml']
    """
    article = _ARTICLE
    if locales.language(source) != "en":
        article = article.replace("---\n\nThis", "locale: en\n---\n\nThis")
    return {
        "pipeline.toml": _CONFIG.format(source=source, target=target).encode(),
        "content/welcome.md": article.encode(),
        ".gitignore": _IGNORED.encode(),
    }
