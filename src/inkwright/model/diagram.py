"""A picture drawn from a text: a Mermaid diagram, an Excalidraw scene, a formula."""

from typing import Literal, NamedTuple

from msgspec import Struct

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")


class Drawing(NamedTuple):
    """One picture: `svg` is a whole SVG document that runs nothing and fetches nothing, its size is in CSS pixels."""

    svg: str
    width: int
    height: int


class Fault(NamedTuple):
    """Why a source cannot be drawn. `line` and `column` count from 1 in that source; line 0 means the whole of it."""

    message: str
    line: int = 0
    column: int = 1


class Drawn(NamedTuple):
    """A source drawn for both themes, or the fault that prevents it; all None where the program that draws this kind
    is not installed."""

    light: Drawing | None = None
    dark: Drawing | None = None
    fault: Fault | None = None


ExportState = Literal["fresh", "stale", "unknown", "missing", "drawn"]


class Export(Struct, frozen=True):
    """How a picture that an editor keeps in a file of its own (`source`) stands to the file that readers see.

    `export` is the path of that file, "" when there is none. `state`: "fresh" both show the same; "stale" the source
    has changed since; "unknown" nothing tells; "missing" there is no export and we cannot draw the source; "drawn"
    there is none and we draw it. `fault` says why a source cannot be read, "" when it can. Paths are relative to the
    workspace root.
    """

    source: str
    export: str = ""
    state: ExportState = "unknown"
    fault: str = ""
