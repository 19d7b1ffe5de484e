"""A title and a kind -> a new post with its sections laid out; the words stay the writer's."""

from msgspec.structs import replace

from inkwright.flows.new_idea import bind_ideas
from inkwright.flows.new_layout import earlier, laid
from inkwright.flows.survey import Survey, survey
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.material import Created, Material
from inkwright.model.point import Layout
from inkwright.model.post import Audience
from inkwright.model.regex import regex
from inkwright.model.template import Template
from inkwright.plan.fit import bullets_of
from inkwright.plan.place import place_of, slug_in
from inkwright.plan.seed import NewPost, planning_values, seed
from inkwright.plan.slugs import as_labelled, slug_of
from inkwright.plan.templates import template, title_from
from inkwright.platforms.addresses import post_id
from inkwright.text.markdown import dialect_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, record_path, save_record

OWN = ("inkwright", "plain")
"""Layouts whose front matter may hold planning keys."""
TITLE_HINT = 'For example: inkwright new "Why our cache lied" --template opinion'
_UNPRINTABLE = regex(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def new(
    workspace: Workspace, title: str, kind: str, today: str, topic: str = "", audience: tuple[Audience, ...] = (),
    material: Material | None = None,
) -> Created:  # fmt: skip
    """Make the post. Without a title, the template's title pattern is filled with the topic; without a kind, the
    material says which.

    In a foreign generator's repository the planning keys go into the post's record. Raises UsageError without a title,
    for an unknown template, and when the post is already there.
    """
    chosen = template(kind or (material.kind if material else "") or "none")
    topic = as_labelled(_clean(topic), material.name if material else "")
    name = _clean(title) or title_from(chosen.title_pattern, topic)
    name = name or (topic or _clean(material.name) if material else "")
    if not name:
        raise UsageError("a post needs a title", hint=TITLE_HINT)
    found = survey(workspace)
    slug = slug_of(material.slug if material and material.slug else name)
    path = place_of(found.posts, slug, today, found.generator.new_post)
    taken = next((post.path for post in found.posts if slug_in(post.id) == slug), None)
    if taken or workspace.exists(path):
        raise _there(taken or path, slug)
    layout = laid(material, chosen) if material else None
    near = tuple(earlier(workspace, name, topic, layout))
    post = NewPost(name, slug, audience or ("team",), topic, date=today)
    planned_in = _write(workspace, found, path, post, chosen, material, layout)
    count = bind_ideas(workspace, material.ideas, slug) if material else 0
    return Created(path, name, slug, chosen, material, layout, count, near, planned_in)


def _write(
    workspace: Workspace, found: Survey, path: str, post: NewPost, chosen: Template, material: Material | None,
    layout: Layout | None,
) -> str:  # fmt: skip
    """The post on the disk, with what its material knows of it; in a foreign repository its record too. The file with
    the planning keys."""
    post = replace(post, known=material.known) if material else post
    foreign = found.generator.name not in OWN
    slug = post.slug
    post = replace(post, slug="", draft_line=found.generator.draft_line) if foreign else replace(post, date="")
    try:
        workspace.write(path, seed(post, chosen, dialect_of(path), not foreign, bullets_of(layout)), expected="")
    except ConflictError as error:
        raise _there(path, slug) from error
    if foreign:
        roots = survey(workspace).layout.roots  # the first post makes the content folder; and the record is to know it
        record = load_record(workspace, post_id(path, roots))
        save_record(workspace, replace(record, planning=planning_values(post, chosen)))
        return record_path(record.id)
    return path


def _there(path: str, slug: str) -> UsageError:
    return UsageError("this post is already there", path=path, hint=f"`inkwright outline {slug}` shows its plan.")


def _clean(text: str) -> str:
    """A title as one line of printable text."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
