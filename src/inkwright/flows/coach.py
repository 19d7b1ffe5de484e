"""A folder -> how far its writer is on the programme from zero to a habit."""

import contextlib

from inkwright.flows.ideas import list_ideas
from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.paper_notes import texts
from inkwright.flows.planning import with_planning
from inkwright.flows.run_state import languages
from inkwright.measure.portfolio import GOAL, target
from inkwright.measure.programme import programme, progress
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.programme import PostFacts, Progress
from inkwright.model.resume import Step
from inkwright.model.site import Site
from inkwright.notes.papers import answered_on
from inkwright.plan.outline import outline
from inkwright.plan.templates import template_or_none
from inkwright.text.diagrams import diagrams
from inkwright.text.marks import bound_numbers
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace


def coach(workspace: Workspace, today: str, site: Site | None = None) -> tuple[Progress, ...]:
    """Every step of the programme with the numbers that judge it; outside a workspace nothing is done yet.

    `today` is ISO, `site` the posts where the caller has loaded them. A post that cannot be read is left to `board`.
    Raises SettingsError.
    """
    if not workspace.inside:
        return progress(programme(), (), {})
    posts = [post for post in own((site or load_site(workspace, today)).posts) if post.file.kind == "post"]
    days = [post.metadata.date[:10] for post in posts if post.published]
    counts = {
        "workspaces": 1,
        "ideas": len(list_ideas(workspace, today)),
        "papers this month": sum(answered_on(text)[:7] == today[:7] for _, text in texts(workspace)),
        "posts in three months": target(days, today).done,
    }
    return progress(programme(), [_facts(workspace, post) for post in posts], counts)


def programme_steps(workspace: Workspace, today: str, site: Site) -> list[Step]:
    """The post that is next on the programme, for a writer who is not through with the first ones; [] else."""
    if sum(post.published and post.file.kind == "post" for post in own(site.posts)) >= GOAL:
        return []
    return [
        Step(f"begin {step.title[0].lower()}{step.title[1:]}", step.what, step.command, step.minutes)
        for one in coach(workspace, today, site)
        if one.state == "next" and (step := one.step).post and not one.path
    ]


def _facts(workspace: Workspace, post: Post) -> PostFacts:
    with contextlib.suppress(UnreadableError):
        post = with_planning(workspace, post)
    document, metadata, runs = post.document, post.metadata, languages(workspace)
    return PostFacts(
        post.file.id, post.file.path, metadata.date[:10], post.published,
        outline(document, metadata, template_or_none(metadata.template)).words,
        sum(one.language in runs for one in snippets(document)), len(diagrams(document)),
        len(document.of_kind("table")), len(bound_numbers(document)),
    )  # fmt: skip
