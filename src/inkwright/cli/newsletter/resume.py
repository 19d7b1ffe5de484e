"""Go on with an issue that was paused."""

import click

from inkwright.cli.clock import now
from inkwright.cli.newsletter._run import reach, run
from inkwright.flows.later import later
from inkwright.model.delivery import DeliveryState, Policy, readers
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Examples: inkwright newsletter resume kv-cache · inkwright newsletter resume kv-cache --failed")
@click.argument("post")
@click.option(
    "--failed", is_flag=True, help="Try those again too whom the relay refused; also of an issue that is over."
)
@click.option("--uncertain", is_flag=True, help="And those of whom nobody knows whether they have it: perhaps twice.")
@click.option("--on-uncertain", "policy", type=click.Choice(["resend", "hold"]), default=None,
              help="What is done with a mail when nobody knows whether the relay took it.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Also in a ledger that was brought back from a copy.")
def command(post: str, failed: bool, uncertain: bool, yes: bool, policy: Policy | None) -> None:
    """Go on with POST, which was paused by hand or because too much failed. Uses the clock and the network."""
    workspace = require_workspace()
    moment = now(workspace.settings.timezone)
    states: list[DeliveryState] = [*(["failed"] if failed else []), *(["uncertain"] if uncertain else [])]  # type: ignore[list-item]
    reach(workspace)
    issue, tally = later("newsletter_pause").resume(workspace, post, moment, again=states, sure=yes)
    has = "have" if tally.open != 1 else "has"
    click.echo(visible(f"{issue.slug} goes on: {tally.open:,} of {readers(tally.audience)} {has} still to get it."))
    with later("ledger").ledger_for_writing(workspace, moment) as ledger:
        raise click.exceptions.Exit(run(workspace, ledger, issue, policy))
