"""Look at everything the product leans on: the workspace, full-text search, the runner, the parts that are optional."""

import sqlite3
import sys
from collections.abc import Iterator

from inkwright import __version__
from inkwright.flows.doctor_optional import optional
from inkwright.flows.load import load_site
from inkwright.flows.own_posts import written
from inkwright.model.counted import counted
from inkwright.model.diagnosis import Diagnosis
from inkwright.model.errors import InkwrightError
from inkwright.process.sandbox import isolation
from inkwright.workspace.folder import Workspace


def doctor(workspace: Workspace, today: str) -> Iterator[Diagnosis]:
    """One diagnosis for each thing, the workspace first. Never raises for what it finds wrong: that is a diagnosis."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    yield Diagnosis("inkwright", "ok", f"{__version__} on Python {python}")
    yield from _workspace(workspace, today)
    yield _full_text_search()
    yield Diagnosis("run", "ok", isolation())
    yield from optional()


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
    posts = written(site.posts)
    held = sum(not post.published for post in posts)
    counts = f"{counted(len(posts), 'post or page', 'posts and pages')}, {held} held back, layout {site.generator}"
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
