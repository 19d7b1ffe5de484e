"""Posts that were released -> the site built and sent; and, for a dry run, which of its files would change."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from inkwright.flows.build import build
from inkwright.flows.build_notes import Notes
from inkwright.flows.deploy import Sending, send, usual
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.load import load_site
from inkwright.flows.load_site import site_info
from inkwright.flows.making import making
from inkwright.flows.out_folder import OWN_LAYOUT, default_out
from inkwright.flows.publish_post import Subject
from inkwright.flows.survey import Survey
from inkwright.flows.word_weights import word_weight
from inkwright.model.publishing import Published, Release
from inkwright.platforms.writing.advice import nudge
from inkwright.render.code import highlighter
from inkwright.similar.sketch import Background
from inkwright.site.card import content_of
from inkwright.workspace.output import built_files
from inkwright.workspace.public import public_bytes

OURS = frozenset({OWN_LAYOUT, "plain", "obsidian"})
"""Layouts whose site nobody makes but us."""


def own_site(found: Survey) -> bool:
    """Whether the site is made by us: in our own layout, and wherever a target is set to send it to."""
    return found.generator.name in OURS or usual(found.workspace) is not None


def ship(
    found: Survey, posts: tuple[Published, ...], now: datetime, progress: Callable[[int, int], None] | None = None
) -> Release:
    """Build the site and send it to the usual target, where there is one; where another generator makes it, neither.

    Nothing is sent when one of the posts did not get its page.
    """
    workspace = found.workspace
    if not own_site(found):
        return Release(posts)
    built = build(workspace, now.date().isoformat(), progress=progress)
    own = {post.path for post in posts}
    new = any(post.state == "published" for post in posts)
    advice = nudge(built.posts, site_info(found).base_url) if new else ""
    if usual(workspace) is None or any(trouble.path in own for trouble in built.troubles):
        return Release(posts, built, advice=advice)
    return Release(posts, built, send(workspace, built, Sending(now)), advice)


def pages_of(subject: Subject, changes: Mapping[str, Any]) -> tuple[str, ...]:
    """The files of the site that other front matter of one post would change, come and gone ones among them, sorted;
    all of them where nothing is built yet. Nothing is written."""
    if not own_site(subject.found):
        return ()
    workspace, after = subject.workspace, subject.changed(changes, subject.today)
    site = load_site(workspace, subject.today)
    site = replace(site, posts=tuple(after if one.file == after.file else one for one in site.posts))
    notes = Notes(workspace, Draughtsman(workspace, keep=False))
    maker = making(workspace, content_of(site, Background(word_weight)), notes, highlighter())
    before = built_files(workspace, default_out(workspace, site.generator))
    now = {
        page.path: sha256(public_bytes(workspace, page.copy_from) if page.copy_from else page.body).hexdigest()
        for page in maker.pages(maker.catalog())
    }
    return tuple(sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path)))
