"""What an import leaves beside its posts: the account as a file, and lists of subscribers set aside in `private/`."""

from collections.abc import Sequence

from inkwright.flows.import_write import ASIDE
from inkwright.flows.keep_note import keep_bytes
from inkwright.model.imports import ImportReport
from inkwright.platforms.reading.files import local_name
from inkwright.platforms.reading.report import report_text
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE, make_private


def keep_report(workspace: Workspace, report: ImportReport, label: str, today: str) -> str:
    """Write the account as `inkwright/imports/<day>-<format>.md`; its path.

    An account that says the very same is there already, of any day, is taken for it.
    """
    text = report_text(report, label).encode("utf-8", "replace")
    for name in workspace.files((f"*-{report.format}*.md",), below=ASIDE):
        if workspace.size(f"{ASIDE}/{name}") == len(text) and workspace.read_bytes(f"{ASIDE}/{name}") == text:
            return f"{ASIDE}/{name}"
    return keep_bytes(workspace, ASIDE, f"{today}-{report.format}", text, ".md")[0]


def keep_subscribers(
    workspace: Workspace, format_: str, lists: Sequence[tuple[str, bytes]], dry_run: bool
) -> tuple[str, ...]:
    """Set lists of subscribers aside where git does not see them; their paths."""
    kept = []
    for name, data in lists:
        stem = f"{format_}-{local_name(name).rpartition('.')[0] or 'subscribers'}"
        if dry_run:
            kept.append(f"{PRIVATE}/{stem}.csv")
            continue
        make_private(workspace)
        kept.append(keep_bytes(workspace, PRIVATE, stem, data, ".csv")[0])
    return tuple(kept)
