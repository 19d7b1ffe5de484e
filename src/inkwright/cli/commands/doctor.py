"""Look at what is installed, configured and readable here, and say how to mend what is not.

Group: start
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, say
from inkwright.flows.doctor import doctor
from inkwright.model.diagnosis import Diagnosis
from inkwright.workspace.folder import open_workspace

MARKS = {"ok": "ok     ", "absent": "-      ", "problem": "PROBLEM"}


class OUTPUT(Struct, frozen=True):
    """What `doctor --format json` prints."""

    version: int
    diagnoses: tuple[Diagnosis, ...]


@click.command(epilog="Example: inkwright doctor")
@format_option
def command(format_: str) -> None:
    """Look at the workspace, the index, programs and extras. Nothing is changed and the network is not used.

    Exits with 1 when something needs mending; what is optional and absent is no problem.
    """
    workspace = open_workspace(".")
    found = tuple(doctor(workspace, today()))
    if format_ == "json":
        emit_rows("diagnoses", found)
    else:
        width = max(len(diagnosis.subject) for diagnosis in found)
        for diagnosis in found:
            beside = " " * (width + 11)
            say(f"{MARKS[diagnosis.state]}  {diagnosis.subject.ljust(width)}  {diagnosis.detail}", beside)
            if diagnosis.hint:
                say(f"{beside}-> {diagnosis.hint}", "   ")
    raise click.exceptions.Exit(int(any(diagnosis.state == "problem" for diagnosis in found)))
