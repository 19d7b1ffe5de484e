"""Show what your records and readings tell: how you write, on which themes, who reads what.

Group: measure
"""

import click

import inkwright.cli.stats as verbs
from inkwright.cli.verbs import Verbs


@click.group(
    cls=Verbs, package=verbs, default="writing", epilog="Examples: inkwright stats writing\n\ninkwright stats posts"
)
def command() -> None:
    """Show what your records and readings tell. Without a verb: writing."""
