"""Send a post to your own readers, and prove who got it.

Group: newsletter
"""

import click

import inkwright.cli.newsletter as verbs
from inkwright.cli.verbs import Verbs


@click.group(cls=Verbs, package=verbs, epilog="Example: inkwright newsletter preview my-post")
def command() -> None:
    """Send a post to your own readers, and prove who got it.

    The list is yours: a file on your machine (or a PostgreSQL of yours), any SMTP relay, no tracking unless you say so.
    """
