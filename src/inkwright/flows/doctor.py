"""Look at everything the product leans on: the workspace, the index, the parts that are optional."""

import sqlite3
import sys
from collections.abc import Iterator

from inkwright import __version__
from inkwright.flows.load import load_site
from inkwright.model.diagnosis import Diagnosis
from inkwright.model.errors import InkwrightError
from inkwright.process.harper import find_harper
from inkwright.process.installed import extras
from inkwright.process.programs import program
from inkwright.process.sandbox import isolation
from inkwright.render.diagrams.picture import can_draw, can_make_png
from inkwright.workspace.folder import Workspace

PROGRAMS = (
    ("git", "history of your folder, and deploying to a branch"),
    ("node", "JavaScript snippets, once you list them under [run] languages"),
    ("chromium", "the page tests of the project itself"),
    ("bwrap", "keeping snippets from the network"),
)


def doctor(workspace: Workspace, today: str) -> Iterator[Diagnosis]:
    """One diagnosis for each thing, the workspace first. Never raises for what it finds wrong: that is a diagnosis."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    yield Diagnosis("inkwright", "ok", f"{__version__} on Python {python}")
    yield from _workspace(workspace, today)
    yield _full_text_search()
    yield Diagnosis("run", "ok", isolation())
    for name, use in PROGRAMS:
        place = program(name)
        yield Diagnosis(name, "ok" if place else "absent", place or f"not installed; for {use}")
    yield _diagrams()
    yield _grammar()
    yield _extras()


def _workspace(workspace: Workspace, today: str) -> Iterator[Diagnosis]:
    if not workspace.inside:
        hint = "`inkwright init` makes this folder a workspace; `check` and `build` work without one"
        yield Diagnosis("workspace", "absent", f"none in {workspace.root} or above", hint)
    try:
        workspace.settings  # noqa: B018 - reading the settings is what is tried
        site = load_site(workspace, today)
    except InkwrightError as error:
        yield Diagnosis("workspace", "problem", str(error))
        return
    held = sum(not post.published for post in site.posts)
    counts = f"{len(site.posts)} posts and pages, {held} held back, layout {site.generator}"
    yield Diagnosis("workspace", "ok", f"{workspace.root}: {counts}")
    for file in site.unreadable:
        yield Diagnosis("post", "problem", str(file))
    if workspace.inside and not site.info.base_url:
        hint = 'set base_url = "https://..." in inkwright.toml'
        yield Diagnosis("base_url", "absent", "not set, so there are no feeds and no sitemap", hint)
    yield _writable(workspace)


def _writable(workspace: Workspace) -> Diagnosis:
    problem = workspace.why_not_writable()
    if problem:
        return Diagnosis("folder", "problem", problem, "drafts can be read and checked, but nothing can be saved")
    return Diagnosis("folder", "ok", "can be written")


def _full_text_search() -> Diagnosis:
    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" in options:
        return Diagnosis("index", "ok", f"SQLite {sqlite3.sqlite_version} with full-text search")
    hint = "use a Python whose SQLite has FTS5; everything but `search` works without"
    return Diagnosis("index", "problem", f"SQLite {sqlite3.sqlite_version} has no full-text search", hint)


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
