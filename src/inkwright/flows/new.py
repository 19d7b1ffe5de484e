"""A title and a kind -> a new post with its sections laid out; the words stay the writer's."""

import re
from dataclasses import dataclass, replace

from inkwright.flows.survey import survey
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.post import Audience
from inkwright.model.template import Template
from inkwright.plan.place import place_of, slug_in
from inkwright.plan.seed import NewPost, planning_values, seed
from inkwright.plan.slugs import slug_of
from inkwright.plan.templates import kinds, template, title_from
from inkwright.platforms.addresses import post_id
from inkwright.text.markdown import dialect_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record

OWN = ("inkwright", "plain")
"""Layouts whose front matter may hold planning keys."""
TITLE_HINT = 'For example: inkwright new "Why our cache lied" --template opinion'

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Created:
    """A post that was made: `path` relative to the workspace root, its title, its slug and its template."""

    path: str
    title: str
    slug: str
    template: Template


def new(
    workspace: Workspace, title: str, kind: str, today: str, topic: str = "", audience: tuple[Audience, ...] = ()
) -> Created:
    """Make the post. Without a title, the template's title pattern is filled with the topic.

    In a foreign generator's repository the planning keys go into the post's record. Raises UsageError when no title
    can be made, when the template is unknown, or when the post is already there.
    """
    chosen = template(kind)
    name = _clean(title) or title_from(chosen.title_pattern, _clean(topic))
    if not name:
        raise UsageError("a post needs a title", hint=TITLE_HINT)
    found = survey(workspace)
    slug = slug_of(name)
    path = place_of(found.posts, slug, today, found.generator.new_post)
    taken = next((post.path for post in found.posts if slug_in(post.id) == slug), None)
    if taken or workspace.exists(path):
        raise _there(taken or path, slug)
    post = NewPost(name, slug, audience or ("team",), _clean(topic))
    foreign = found.generator.name not in OWN
    if foreign:
        post = replace(post, slug="", date=today, draft_line=found.generator.draft_line)
    try:
        workspace.write(path, seed(post, chosen, dialect_of(path), planning=not foreign), expected="")
    except ConflictError as error:
        raise _there(path, slug) from error
    if foreign:
        id_ = post_id(path, found.layout.roots)
        save_record(workspace, replace(load_record(workspace, id_), planning=planning_values(post, chosen)))
    return Created(path, name, slug, chosen)


def _there(path: str, slug: str) -> UsageError:
    return UsageError("this post is already there", path=path, hint=f"`inkwright outline {slug}` shows its plan.")


def templates() -> tuple[Template, ...]:
    """All kinds of post in the order in which to show them."""
    return tuple(template(kind) for kind in kinds())


def one_template(kind: str) -> Template:
    """One kind of post by name. Raises UsageError naming the nearest kinds."""
    return template(kind)


def _clean(text: str) -> str:
    """A title as one line of printable text."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
