"""What readers used of each theme, and the drafts and open ideas -> what to write next, and why."""

from inkwright.flows.counted import Counted
from inkwright.flows.finding import opened_finder
from inkwright.flows.ideas import list_ideas
from inkwright.flows.post_stats import too_early
from inkwright.flows.post_use import metadata_of, post_uses
from inkwright.flows.reading_pages import Pages
from inkwright.flows.related import related
from inkwright.flows.related_linked import Subject
from inkwright.measure.portfolio import GOAL
from inkwright.measure.use import metric_of, themes
from inkwright.measure.what_next import proposals
from inkwright.model.what_next import By, Candidate, PostUse, Span, WhatNext
from inkwright.workspace.finder import Finder
from inkwright.workspace.folder import Workspace

LOOKED_AT = 20
"""Related posts among which the nearest published one is looked for."""


def what_next(workspace: Workspace, today: str, known: Counted | None = None) -> WhatNext:
    """What to write next by what readers used; nothing is proposed below six posts with readings or three months.

    Themes are the pillars of the posts, or their tags where no post has a pillar. `today` is ISO. Raises LedgerError,
    SettingsError, UnreadableError.
    """
    known = known or Counted(workspace, today)
    pages = known.pages
    posts = [metadata_of(workspace, post) for post in pages.posts.values() if post.published]
    by: By = "pillar" if any(one.pillar.strip() for one in posts) or not any(one.tags for one in posts) else "tag"
    whole, first = post_uses(known, by)
    span: Span = "first 30 days" if len(first) >= GOAL else "all"
    uses = first if span == "first 30 days" else whole
    early, metric = too_early([one.date for one in whole], today), metric_of(uses)
    ranked = themes(uses, None if early else metric)
    found = [] if early or not metric else proposals(ranked, _candidates(workspace, pages, uses, today), metric, span)
    return WhatNext(by, metric or "", span, len(uses), tuple(ranked), tuple(found), early, tuple(_notes(whole, uses)))


def _notes(whole: list[PostUse], uses: list[PostUse]) -> list[str]:
    """Sentences on what was left out."""
    found = []
    if left := len({one.id for one in whole} - {one.id for one in uses}):
        were = "post is" if left == 1 else "posts are"
        found.append(f"{left} {were} left out: younger than 30 days, or not counted by day from the first one on.")
    elif whole and whole is uses:
        found.append("Views are those of all time, so that older posts had longer; readings by day would mend that.")
    if bare := sum(not one.themes for one in uses):
        found.append(f"{bare} post{'s' * (bare != 1)} without a theme count only among the others.")
    return found


def _candidates(workspace: Workspace, pages: Pages, uses: list[PostUse], today: str) -> list[Candidate]:
    """Every draft, and every open idea that became no post, with its theme: the writer's, else that of the published
    post nearest to it."""
    found = []
    with opened_finder(workspace) as finder:
        rows = {row.path: row for row in finder.files("post")}
        paths = {pages.posts[one.id].file.path: one for one in uses if one.themes}
        for id_, post in pages.posts.items():
            if not post.published and (row := rows.get(post.file.path)):
                metadata = metadata_of(workspace, post)
                subject = Subject(row.path, row.id, finder.names(row.no), finder.text(row.no), row.tags)
                found += _joined(finder, Candidate("draft", id_, metadata.pillar.strip()), subject, paths)
        for idea in list_ideas(workspace, today):
            if idea.state == "open" and idea.to.partition("#")[0] not in pages.posts:
                candidate = Candidate("idea", idea.text, idea.pillar.strip(), idea.line)
                found += _joined(finder, candidate, Subject("", "", (), idea.text), paths)
    return found


def _joined(finder: Finder, one: Candidate, subject: Subject, paths: dict[str, PostUse]) -> list[Candidate]:
    """A candidate with each theme that it belongs to; [] where it is near to no post with one."""
    if one.theme:
        return [one]
    near = next((each for each in related(finder, subject, LOOKED_AT, "post") if each.path in paths), None)
    if near is None:
        return []
    why = f"It is near “{near.title or near.id}” ({', '.join(near.shared[:3])})." if near.shared else ""
    return [Candidate(one.kind, one.name, theme, one.line, near.score, why) for theme in paths[near.path].themes]
