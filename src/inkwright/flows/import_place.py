"""What comes in -> a slug, a file and an address for each post, the same in every run."""

import posixpath
from collections.abc import Sequence

from msgspec import Struct

from inkwright.flows.import_known import Known
from inkwright.flows.survey import Survey
from inkwright.model.document import FrontMatter
from inkwright.model.errors import UsageError
from inkwright.model.imports import Incoming, Item
from inkwright.model.post import PostFile
from inkwright.plan.slugs import slug_of
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import entry_of
from inkwright.platforms.reading.places import kept_slug


class Placed(Struct, frozen=True):
    """A post with its place here: file, folder, site path; what is known of it from before; the slug's account."""

    post: Incoming
    id: str
    path: str
    url: str
    known: Known | None
    items: tuple[Item, ...] = ()

    @property
    def folder(self) -> str:
        """Where its files go."""
        return posixpath.dirname(self.path)


def pattern_of(found: Survey) -> str:
    """How the path of a post is made here. Raises UsageError where a post has no folder of its own for its files."""
    pattern = found.generator.new_post
    if "{slug}/" not in pattern:
        raise UsageError(
            f"imported posts need a folder each, for their pictures; {found.generator.label} has none here",
            hint="Make a workspace of its own (inkwright init DIR), import there, and export from it.",
        )
    return pattern


def place_all(found: Survey, posts: Sequence[Incoming], known: dict[str, Known], today: str) -> list[Placed]:
    """A place for each post, in their order; those known from before keep theirs. Raises UsageError."""
    pattern = pattern_of(found)
    slugs = {posixpath.basename(file.id) for file in found.posts} | {
        posixpath.basename(one.id) for one in known.values()
    }
    made = []
    for post in posts:
        there = known.get(post.source)
        slug, own = kept_slug(post.slug, slug_of(post.title), slugs)
        slug = posixpath.basename(there.id) if there else slug
        slugs.add(slug)
        date = str(post.front.get("date") or today)[:10]
        form = "pages/{slug}/index.md" if post.kind == "page" and found.generator.name == "inkwright" else pattern
        path = there.path if there else form.replace("{slug}", slug).replace("{date}", date)
        id_ = post_id(path, found.layout.roots)
        file = PostFile(id_, path, post.kind)
        front = FrontMatter("yaml", data={"title": post.title, "date": str(post.front.get("date") or "")})
        url = found.generator.url(entry_of(found.generator, found.layout, file, front), found.layout)
        made.append(Placed(post, id_, path, url, there, _account(own, slug)))
    return made


def _account(own: str, slug: str) -> tuple[Item, ...]:
    """What became of the slug that a post had; nothing for one that had none."""
    if not own or own == slug:
        return (Item("slug", "kept", own),) if own else ()
    numbered = slug.removeprefix(f"{own}-").isdecimal()
    why = "another post has that one" if numbered else "no folder can be called so"
    return (Item("slug", "changed", own, f"it is {slug}, as {why}"),)
