"""Let readers sign up, confirm, choose and leave."""

import importlib

import click

from inkwright.cli.clock import now
from inkwright.flows.later import later
from inkwright.workspace.folder import require_workspace

PORT = 8025


@click.command(epilog="Example: inkwright newsletter server --port 8025")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address of this machine to listen on.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def command(host: str, port: int) -> None:
    """Serve the pages that readers sign up, confirm, choose and leave on, and mail who asks to be a reader.

    It stands behind a reverse proxy that speaks HTTPS, and must run as long as you have readers: their links lead to
    it. All it needs is `[newsletter] url` and `sender`, `[relay]`, and the ledger. Ctrl-C ends it; nothing is lost.
    """
    import asyncio

    workspace = require_workspace()
    zone = workspace.settings.timezone
    office = later("newsletter_server").open_office(workspace, now(zone))
    try:
        desk = later("newsletter_server_work")
        work = desk.Work(office, desk.hand_of(office))
        run = importlib.import_module("inkwright.server.run")
        door = run.listen(host, port)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"Serving {office.base} at http://{shown}:{port}{office.prefix}/  Ctrl-C ends it.")
        log = lambda line: click.echo(f"{now(zone):%Y-%m-%d %H:%M:%S} {line}", err=True)  # noqa: E731
        with later("newsletter_users").known_as_server(office.ledger):
            asyncio.run(run.serve(office, work, door, lambda: now(zone), log))
    finally:
        office.ledger.close()
