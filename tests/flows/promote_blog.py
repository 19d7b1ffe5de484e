"""A blog with one post, for the tests of promoting it."""

from pathlib import Path

from inkwright.workspace.folder import Workspace, open_workspace

TODAY = "2026-11-21"
SETTINGS = 'base_url = "https://me.dev"\n'
POST = """---
title: Why our cache of sessions was slow
date: {date}
tags: [caching]
pillar: serving
template: {template}
---

Our cache of sessions answered in 48 ms, and nobody knew why. A cache should answer in one or two milliseconds.

## Why it matters

Every page of the shop reads the session, so a slow cache makes every page slow.

## What we found

The client serialised each session twice, which cost 31 ms of the 48 ms. Turning off the second pass brought the cache
down to 4 ms at the median.

## Limits

The gain does not hold for sessions below one kilobyte, where the network dominates.

## What to do

Measure the client before you blame the server.
"""


def make_blog(root: Path, settings: str = SETTINGS, date: str = "2026-11-20", template: str = "none") -> Workspace:
    """The workspace; its post is `slow-cache`."""
    (root / "inkwright.toml").write_text(settings, encoding="utf-8")
    (root / "posts").mkdir(exist_ok=True)
    (root / "posts/slow-cache.md").write_text(POST.format(date=date, template=template), encoding="utf-8")
    return open_workspace(root)


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of a workspace but what is disposable."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".inkwright" not in path.parts
    }
