"""`pipeline rules` and `explain`: what is asked of a page, and why."""

from __future__ import annotations

import click

from pipeline import check
from pipeline import explain as explanation
from pipeline.options import shared
from pipeline.session import Session


@click.command()
@shared
def rules(session: Session) -> None:
    """
    List every rule with its level and what it asks.

    \b
    Example:
      pipeline rules
    """
    described = explanation.describe_all(check.rules())
    session.show(explanation.table(described), [explanation.data(one) for one in described])


@click.command()
@click.argument("rule")
@shared
def explain(session: Session, rule: str) -> None:
    """
    Say why a rule is there, how to mend what it finds, and its options; of a group, list its rules.

    \b
    Example:
      pipeline explain page/image-alt
    """
    if group := explanation.group(rule, check.rules()):
        session.show(explanation.table(group), [explanation.data(one) for one in group])
        return
    described = explanation.describe(rule, check.rules())
    session.show(explanation.text(described), explanation.data(described))
