"""What is optional, and whether it is here: programs, the drawing of diagrams, the grammar checker, extras."""

from collections.abc import Iterator

from inkwright.model.diagnosis import Diagnosis
from inkwright.process.harper import find_harper
from inkwright.process.installed import extras
from inkwright.process.programs import program
from inkwright.render.diagrams.picture import can_draw, can_make_png

PROGRAMS = (
    ("git", "history of your folder, and deploying to a branch"),
    ("node", "JavaScript snippets, once you list them under [run] languages"),
    ("chromium", "the page tests of the project itself"),
    ("bwrap", "keeping snippets from the network"),
)


def optional() -> Iterator[Diagnosis]:
    """One diagnosis for each; what is absent is no problem."""
    for name, use in PROGRAMS:
        place = program(name)
        yield Diagnosis(name, "ok" if place else "absent", place or f"not installed; for {use}")
    yield _diagrams()
    yield _grammar()
    yield _extras()


def _diagrams() -> Diagnosis:
    if not can_draw("mermaid"):
        hint = "`pip install 'inkwright[diagrams]'` (wheels for Linux x86_64, macOS arm64 and Windows)"
        return Diagnosis("diagrams", "absent", "not installed; Mermaid is shown as its source", hint)
    pictures = "SVG for the site, PNG for mail" if can_make_png() else "SVG for the site; no PNG without resvg-py"
    return Diagnosis("diagrams", "ok", f"Mermaid is drawn while the site is built: {pictures}")


def _grammar() -> Diagnosis:
    if find_harper() is None:
        hint = "`pip install 'inkwright[grammar]'` for `check --grammar` (Linux on x86-64, macOS, Windows)"
        return Diagnosis("grammar", "absent", "Harper is not installed; our own rules of grammar work without", hint)
    return Diagnosis("grammar", "ok", "`check --grammar` asks Harper, on this machine")


def _extras() -> Diagnosis:
    """The optional parts: which are complete and which are not. Without one, what it is for degrades visibly."""
    found = extras()
    complete = sorted(extra for extra, missing in found.items() if not missing)
    absent = sorted(found.keys() - set(complete))
    said = f"complete: {', '.join(complete) or 'none'}"
    return Diagnosis("extras", "ok", f"{said}; not installed: {', '.join(absent)}" if absent else said)
