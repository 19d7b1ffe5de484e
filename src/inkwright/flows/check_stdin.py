"""Checks a text that is in no file: what an editor or another program hands over."""

from pathlib import Path, PurePath

from inkwright.flows.check_fix import Mended, mend_text
from inkwright.flows.check_paths import Place
from inkwright.flows.checker import Checker
from inkwright.model.finding import Checked
from inkwright.model.source import DIALECTS, Source
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.reading import decode

STDIN = "-"


def check_stdin(
    data: bytes, name: str, today: str, force: bool = False, with_checklist: bool = True
) -> tuple[Checked, list[Place]]:
    """What the editor says about a text, as if the file `name` held it, and the place of that file.

    `name` gives the workspace, the dialect and where relative links start; "" is a Markdown file of the current
    folder. There need be no such file. Raises UnreadableError for a text that is not UTF-8.
    """
    place, source = _given(data, name)
    return Checker([place], today, force, with_checklist).check_text(place, source), [place]


def mend_stdin(data: bytes, name: str, today: str, unsafe: bool, force: bool = False) -> Mended:
    """The same text with its fixes applied. Raises UnreadableError."""
    place, source = _given(data, name)
    return mend_text(Checker([place], today, force), place, source, unsafe)


def _given(data: bytes, name: str) -> tuple[Place, Source]:
    shown = name or STDIN
    folder = Path(name).parent if name else Path()
    workspace = open_workspace(folder)
    place = Place(shown, workspace, workspace.relative(name or STDIN))
    return place, Source(place.path, decode(data, shown), DIALECTS.get(PurePath(name).suffix.lower(), "markdown"))
