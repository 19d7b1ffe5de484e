"""A post as its readers would get it, in a file or as bytes; nothing is sent."""

from typing import Literal

from msgspec import Struct

from inkwright.flows.export_files import write_files
from inkwright.flows.newsletter_issue import Drafted, drafted
from inkwright.model.export import ExportFile
from inkwright.newsletter.preview import Figures, figures, html_page, reader_at, source, text_page
from inkwright.workspace.folder import Workspace

FOLDER = ".inkwright/export/mail"
Part = Literal["html", "text", "source"]


class Previewed(Struct, frozen=True):
    """What `preview` found: the issue, its figures, and the part that was asked for. `path` is where that was written,
    "" for nowhere."""

    issue: Drafted
    figures: Figures
    data: bytes
    path: str = ""


def preview(
    workspace: Workspace, name: str, today: str, part: Part = "html", out: str = "", *, kept: bool, force: bool
) -> Previewed:  # fmt: skip
    """The issue of a post. `out` is a file to write the part to; `kept` writes it below `.inkwright` where none is
    named. Raises UsageError for a name that fits no post, for a text that holds something private, and when `out`
    says something else and `force` is not set; UnreadableError."""
    issue = drafted(workspace, name, today)
    made, reader = issue.composed, reader_at(workspace.settings.newsletter.url)
    data = (
        source(made, reader)
        if part == "source"
        else (html_page if part == "html" else text_page)(made, reader).encode("utf-8", "replace")
    )
    path = out or (f"{FOLDER}/{issue.slug}.html" if kept else "")
    if path:
        folder, _, file = path.rpartition("/")
        write_files(workspace, folder or ".", [ExportFile(file, data, "")], force or not out)
    return Previewed(issue, figures(made, reader), data, path)
