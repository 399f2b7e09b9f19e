"""This project's own articles: what is committed is what a run would write."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import config, project, renewal
from pipeline.jobs import Pair
from pipeline.model import Article
from pipeline.renewal import Order

SETTINGS = config.load(Path(__file__).parent.parent / "pyproject.toml")
ARTICLES, ERRORS = project.articles(SETTINGS)


def test_articles_are_read() -> None:
    """None is broken, and there are some."""
    assert ARTICLES
    assert not ERRORS


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_catalogs_are_up_to_date(article: Article) -> None:
    """A fresh clone that runs `make` has nothing to commit."""
    template = renewal.extract(article, SETTINGS)
    assert project.template_path(SETTINGS, article.name).read_bytes() == template
    for locale in SETTINGS.locales:
        catalog = project.catalog(SETTINGS, locale, article.name)
        if catalog is not None:
            order = Order(Pair(article, locale, catalog), template)
            assert renewal.update(order, SETTINGS).data is None, locale
