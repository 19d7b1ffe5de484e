"""All that `stats` and `portfolio` tell -> one page in `private/`, which is never under git and never published."""

import os
from pathlib import Path
from typing import NamedTuple

from inkwright.flows.later import later
from inkwright.flows.load import load_site
from inkwright.flows.pillars import pillar_shares
from inkwright.flows.portfolio import shown_posts
from inkwright.flows.writing_stats import writing_stats
from inkwright.flows.writing_time import cadence_of, lead_times, minutes_by_day
from inkwright.measure.portfolio import target
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.render import MADE_BY, page, sections
from inkwright.model.errors import UsageError
from inkwright.model.life import Lives
from inkwright.model.mail_result import MailResult
from inkwright.model.reading import PostReadings
from inkwright.model.site import Site
from inkwright.model.what_next import WhatNext
from inkwright.text.collector import LARGE, collector_paused
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE, make_private

PATH = f"{PRIVATE}/stats.html"
HEAD = 2000
"""Bytes at the start of a file in which a page of ours says what it is."""


class _Known(NamedTuple):
    posts: list[PostReadings]
    early: str
    lives: Lives
    next: WhatNext
    issues: list[MailResult]
    lacking: str = ""


def facts(workspace: Workspace, today: str) -> Facts:
    """All that the page shows; `today` is ISO. Raises SettingsError, UnreadableError, LedgerError."""
    with collector_paused(LARGE):
        site = load_site(workspace, today)
        shown, known = shown_posts(workspace, today, site), _ledger(workspace, today, site)
        cadence, days = cadence_of(workspace, today, site)
        return Facts(
            workspace.settings.title, today, target((one.date for one in shown), today), shown, known.posts,
            known.early, known.lives, known.next, pillar_shares(workspace, today, site=site), known.issues,
            writing_stats(workspace), cadence, days, minutes_by_day(workspace),
            lead_times(workspace, today, site), known.lacking,
        )  # fmt: skip


def save_report(workspace: Workspace, found: Facts, out: str = "") -> Path:
    """Write the page; where it stands. `out` is a workspace path or absolute, "" for `private/stats.html`.

    Raises UsageError for a place that could be published and for a file that is no page of ours, UnwritableError.
    """
    path = out or PATH
    place = workspace.path(path)
    real, root, kept = (Path(os.path.realpath(one)) for one in (place, workspace.root, workspace.path(PRIVATE)))
    if real.is_relative_to(root) and not real.is_relative_to(kept):
        hint = f"Choose a file in {PRIVATE}/ or outside the workspace."
        raise UsageError("what lies there could be published or shared", path=path, hint=hint)
    if place.is_dir() or (workspace.exists(path) and MADE_BY.encode() not in workspace.read_bytes(path)[:HEAD]):
        hint = "Name another file with --out."
        raise UsageError("there is already something of that name that is no report", path=path, hint=hint)
    if real.is_relative_to(kept):
        make_private(workspace)
    workspace.write_bytes(path, page(found).encode(), durable=False)
    return place


def without_figures(found: Facts) -> list[tuple[str, str]]:
    """The parts of the page that show nothing yet, each with the reason."""
    return [(part.title, part.said[0]) for part in sections(found) if not part.figures]


def _ledger(workspace: Workspace, today: str, site: Site) -> _Known:
    """What the ledger holds, or nothing and why: a plain installation cannot open it."""
    try:
        known = later("counted").Counted(workspace, today, site)
        posts, early = later("post_stats").post_stats(workspace, today, known)
        lives = later("post_life").post_lives(workspace, today, known=known)
        used = later("what_next").what_next(workspace, today, known)
        return _Known(posts, early, lives, used, later("newsletter_stats").mail_results(workspace, today, known))
    except UsageError as error:
        return _Known([], "", Lives((), (), (), 0), WhatNext("pillar", "", "all", 0, (), (), ""), [], str(error))
