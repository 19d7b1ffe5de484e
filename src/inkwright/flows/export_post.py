"""A post -> the files that a site generator wants of it, in a repository of that generator."""

import posixpath

from msgspec.structs import replace

from inkwright.flows.abroad import Abroad, abroad
from inkwright.flows.abroad_files import Carried
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.export_files import write_files
from inkwright.flows.export_place import place_in, repository
from inkwright.model.abroad import Exchanged
from inkwright.model.export import ExportFile
from inkwright.model.site import Loss
from inkwright.plan.place import slug_in
from inkwright.platforms.writing.constructs import constructs_in
from inkwright.platforms.writing.found import writes_of, written_for
from inkwright.platforms.writing.site import Writes, front_for
from inkwright.render.markdown.flavour import Flavour
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.front_matter import patch
from inkwright.workspace.folder import Workspace

FOLDER = ".inkwright/export"
"""Where exports go that no repository is named for."""
GENERATORS = written_for()
"""The generators that posts can be written for."""


def export_post(workspace: Workspace, name: str, target: str, into: str, today: str, force: bool) -> Exchanged:
    """Write a post for the generator `target` into its repository at `into` (a workspace path or an absolute one; ""
    for a folder of exports). `today` is ISO; it dates a post without a date where the file name needs one.

    Raises UsageError for a name that fits no post, for a repository of another generator, and before anything is
    written when a file there says something else and `force` is not set; UnreadableError.
    """
    writes = writes_of(target)
    post = abroad(workspace, name, today)
    slug = post.post.metadata.slug or slug_in(post.post.file.id)
    folder = into or f"{FOLDER}/{target}"
    there = repository(workspace, target, folder)
    place = place_in(there, target, writes, slug, post.post.metadata.date[:10] or today)
    flavour = writes.flavour_where(there.folder) if there else writes.flavour
    if post.entry.metadata.draft and writes.draft_file:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(place), writes.draft_file.format(slug=slug)))
    draughtsman = Draughtsman(workspace)
    carried = Carried(post, draughtsman, writes.address.format(slug=slug))
    text, losses = _text(post, writes, flavour, carried, today)
    draughtsman.close(sweep=False)
    beside = writes.assets.format(slug=slug) or posixpath.dirname(place)
    made = [
        ExportFile(place, text.encode("utf-8", "surrogatepass"), f"the post as {target} reads it"),
        *(ExportFile(posixpath.join(beside, one.name), one.data, one.says) for one in carried.files()),
    ]
    needs = tuple((what, said) for what, said in writes.needs.items() if what in constructs_in(post.post.document))
    return Exchanged(write_files(workspace, folder, made, force), losses, needs, folder)


def _text(post: Abroad, writes: Writes, flavour: Flavour, carried: Carried, today: str) -> tuple[str, tuple[Loss, ...]]:
    """The whole file, and what the target has no form of."""
    metadata, path = post.post.metadata, post.post.file.path
    undated = writes.dated and not metadata.date
    metadata = replace(metadata, date=today) if undated else metadata
    title = metadata.title or post.entry.title
    body = rewritten(post.post.document, flavour, carried.places(), title)
    front, lost = front_for(metadata, writes)
    front = {**front, "title": title}
    if metadata.image:
        shown = carried.image(metadata.image).address
        front = _with_image(front, dict(writes.front).get("image", ""), shown or metadata.image)
    losses = tuple(Loss(f"front matter `{key}`, for which there is no key", 1, path, 1) for key in lost)
    losses += (Loss("no date, so that it gets that of today", 1, path, 1),) if undated else ()
    return f"{patch('', front)}\n{body.text}", (*losses, *body.losses)


def _with_image(front: dict[str, object], key: str, address: str) -> dict[str, object]:
    """Front matter with the address of the cover as it is there; `key` may be dotted, "" for none."""
    head, dot, rest = key.partition(".")
    if not head:
        return front
    return {**front, head: {rest: address} if dot else address}
