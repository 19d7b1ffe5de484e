"""The demo: a shipped blog copied out, and one engineer's week walked through with the real commands."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from inkwright.model.demo import DemoResult, DemoStep
from inkwright.model.errors import ConflictError, UsageError
from inkwright.process.itself import run_inkwright
from inkwright.workspace.folder import Workspace, make_folder

_SHIPPED = resources.files("inkwright") / "demo"
PROGRESS = ".inkwright/demo"
"""In a demo folder, the number of steps already taken; the sign that a folder is one."""


def steps() -> tuple[DemoStep, ...]:
    """The steps of the week, in order, as the shipped file has them."""
    script = tomllib.loads((_SHIPPED / "walk" / "walk.toml").read_text(encoding="utf-8"))
    return tuple(DemoStep(**{**step, "run": tuple(step.get("run", ()))}) for step in script["step"])


def lay_out(place: str) -> Workspace:
    """The demo blog in a folder, which is made when missing. A demo folder begun earlier is left as it stands.

    Raises UsageError for a folder that holds anything else, UnwritableError when it cannot be written.
    """
    workspace = make_folder(place)
    if not workspace.exists(PROGRESS):
        if workspace.files(("**",)):
            hint = "Name a folder that is empty or does not exist yet: inkwright demo my-demo"
            raise UsageError("the demo needs a folder of its own and this one is in use", path=place, hint=hint)
        workspace.make_state()
        _remember(workspace, 0)
    if not taken(workspace):
        for path, file in _files(_SHIPPED / "workspace"):
            try:
                workspace.write_bytes(path, file.read_bytes(), "", durable=False)
            except ConflictError:
                continue  # an interrupted copy goes on where it stopped
    return make_folder(place)


def taken(workspace: Workspace) -> int:
    """How many steps of the week have been taken in this folder; 0 when that cannot be read."""
    text = workspace.read_bytes(PROGRESS).strip()
    return int(text) if text.isdigit() else 0


def walk(workspace: Workspace) -> Iterator[DemoResult]:
    """Take the steps that are left, one at a time; each is remembered, so a walk that was stopped can go on."""
    todo = steps()
    for number, step in enumerate(todo[taken(workspace) :], taken(workspace) + 1):
        output, code = "", 0
        if step.copy:
            prepared = _SHIPPED / "walk" / step.copy
            workspace.write_bytes(step.to, prepared.read_bytes())
        if step.run:
            output, code = run_inkwright(step.run, workspace.root)
        _remember(workspace, number)
        yield DemoResult(step, number, len(todo), output, code)


def site_index(workspace: Workspace) -> str:
    """The absolute path of the built site's first page, "" when it has not been built."""
    index = workspace.path("public/index.html")
    return str(index) if index.exists() else ""


def _remember(workspace: Workspace, number: int) -> None:
    workspace.write_bytes(PROGRESS, f"{number}\n".encode(), durable=False)


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for child in sorted(folder.iterdir(), key=lambda found: found.name):
        if child.is_file():
            yield prefix + child.name, child
        elif child.name != "__pycache__":
            yield from _files(child, f"{prefix}{child.name}/")
