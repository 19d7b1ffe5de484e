"""Readings, mails and contacts -> what readers used of each published post, with its themes."""

import contextlib
from collections import Counter
from collections.abc import Mapping

from inkwright.flows.contact import list_contacts
from inkwright.flows.counted import Counted
from inkwright.flows.newsletter_stats import mail_results
from inkwright.flows.planning import with_planning
from inkwright.measure.use import first_views
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Metadata, Post
from inkwright.model.what_next import By, PostUse, UseMetric
from inkwright.notes.contacts import person
from inkwright.workspace.folder import Workspace


def metadata_of(workspace: Workspace, post: Post) -> Metadata:
    """A post's metadata with what its record plans; as it is where that cannot be read."""
    with contextlib.suppress(UnreadableError):  # `board` says why
        return with_planning(workspace, post).metadata
    return post.metadata


def post_uses(known: Counted, by: By) -> tuple[list[PostUse], list[PostUse]]:
    """Each published post of which something was counted, newest first: with all its views, and again with those of its
    first 30 days. Themes are its pillar, or its tags where `by` is "tag". Raises LedgerError, UnreadableError."""
    published = {id_: post for id_, post in known.pages.posts.items() if post.published}
    days = {id_: post.metadata.date[:10] for id_, post in published.items()}
    clicks, replies = _own_clicks(known), _contacts(known.workspace)
    declared = {name.casefold(): name for name in known.workspace.settings.pillars}
    whole, first = [], []
    for id_, post in sorted(published.items(), key=lambda pair: days[pair[0]], reverse=True):
        counted: Counter[str] = Counter()
        for key, one in known.settled.get(id_, {}).items():
            counted[key.metric] += one.value
        values = _values(counted, clicks.get(id_), replies.get(id_, 0) if replies else None)
        metadata = metadata_of(known.workspace, post)
        pillar = metadata.pillar.strip()
        themes = metadata.tags if by == "tag" else tuple(filter(None, (declared.get(pillar.casefold(), pillar),)))
        use = (id_, metadata.title or id_, days[id_], tuple(themes))
        whole += [PostUse(*use, values)] if values else []
        seen = first_views(known.views_by_day(id_), days[id_], known.watched, known.today)
        others: dict[UseMetric, int] = {metric: value for metric, value in values.items() if metric != "views"}
        first += [PostUse(*use, {"views": seen, **others})] if seen is not None else []
    return whole, first


def _values(counted: Mapping[str, int], mailed: int | None, wrote: int | None) -> dict[UseMetric, int]:
    """What was counted in the words of use; a metric that nobody counted is left out."""
    found: dict[UseMetric, int] = {}
    for metric, names, more in (
        ("views", ("views",), None), ("clicks", ("clicks",), mailed), ("likes", ("likes",), None),
        ("replies", ("comments", "replies"), wrote),
    ):  # fmt: skip
        known = [counted[name] for name in names if name in counted] + ([more] if more is not None else [])
        if known:
            found[metric] = sum(known)  # type: ignore[index]
    return found


def _own_clicks(known: Counted) -> dict[str, int]:
    """Followed links of our own letters, by the post that was mailed."""
    found: dict[str, int] = {}
    for one in mail_results(known.workspace, known.today, known):
        if one.source == "own" and one.clicks is not None:
            found[one.post] = found.get(one.post, 0) + one.clicks
    return found


def _contacts(workspace: Workspace) -> Counter[str]:
    """People who wrote because of each post; empty where nobody is noted down."""
    return Counter(post for post, _ in {(row.post, person(row)) for row in list_contacts(workspace) if row.post})
