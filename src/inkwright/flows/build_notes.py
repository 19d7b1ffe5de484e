"""What making one recipe of a site touched: the questions it asked, the files it looked at, what its pages lack."""

from collections.abc import Mapping
from functools import cache, partial

from inkwright.flows.beside import places_beside, read_beside
from inkwright.flows.drawing import Draughtsman
from inkwright.model.diagram import Drawn
from inkwright.model.errors import UnreadableError
from inkwright.site.asked import Asked, Question
from inkwright.site.entry import Entry
from inkwright.site.image_size import ENOUGH, image_size
from inkwright.site.made import Lost
from inkwright.site.names import Names
from inkwright.site.pictures import Pictures
from inkwright.site.recipe import digest
from inkwright.workspace.folder import Workspace

SHOWN = "shown"
"""The question what a page shows for the file of a drawing program."""


class Notes:
    """Answers what pages want to know of files, and writes down what was asked since `begin`."""

    def __init__(self, workspace: Workspace, draw: Draughtsman, pictures: Pictures | None = None) -> None:
        self.asked = Asked(Names.nowhere)
        self.draw = draw
        self.files: set[str] = set()
        self.losses: list[Lost] = []
        self.pictures = pictures or Pictures()
        self._workspace = workspace
        self._measured = cache(partial(_measured, workspace))

    def begin(self) -> None:
        """Start a new page."""
        self.asked.begin()
        self.files = set()
        self.losses = []

    def lose(self, entry: Entry, what: str, offset: int) -> None:
        """The page of a post cannot show something that stands at an offset of its source (-1: not known)."""
        line = entry.post.document.position(offset).line if offset >= 0 else 0
        self.losses.append(Lost(what, entry.file.path, line))

    def size_of(self, path: str) -> tuple[int, int]:
        """Width and height of a picture; (0, 0) for one that cannot be read."""
        self.files.add(path)
        return self._measured(path)

    def data(self, post: str, name: str) -> str:
        """The text of a data file beside a post. Raises ValueError with a sentence."""
        self.files.update(places_beside(post, name))
        return read_beside(self._workspace, post, name)

    def shown(self, post: str, target: str) -> str | Drawn | None:
        """What a page shows for the file of a drawing program."""
        found = self.draw.shown(post, target)
        self.asked.write_down((SHOWN, post, target), said_of(found))
        self.files.update(filter(None, self.draw.files_of(post, target)))
        return found

    def still_shown(self, answers: Mapping[Question, str]) -> bool:
        """Whether the drawings that were asked for are shown as they were."""
        return all(
            said_of(self.draw.shown(post, target)) == answer
            for (kind, post, target), answer in answers.items()
            if kind == SHOWN
        )


def said_of(found: str | Drawn | None) -> str:
    """What is shown for a drawing, in short."""
    if found is None or isinstance(found, str):
        return str(found)
    light, dark, fault = found
    return digest(light.svg if light else "", dark.svg if dark else "", fault)


def _measured(workspace: Workspace, path: str) -> tuple[int, int]:
    try:
        return image_size(workspace.read_bytes(path)[:ENOUGH])
    except UnreadableError:
        return 0, 0  # the build says so when it copies the file
