"""What a new post is made from: the notes and captured lines of a topic or an idea; and what came of it."""

from msgspec import Struct

from inkwright.model.found import Relation
from inkwright.model.point import Layout, Raw
from inkwright.model.template import Template


class Known(Struct, frozen=True):
    """What is known of a post before it is written, as its planning keys say it; `interest` is 1 to 5, 0 where nobody
    said."""

    purpose: str = ""
    origin: str = ""
    pillar: str = ""
    project: str = ""
    interest: int = 0


class Material(Struct, frozen=True):
    """`name` is the topic's label or the idea's text, `texts` what is laid out, in order. `kind` is the template it
    wants ("" when nothing says so) and `why` the reason. `ideas` are the 1-based lines of the inbox that it takes up,
    `slug` the name that captured lines already give the post. `known` goes into the front matter."""

    name: str
    texts: tuple[Raw, ...]
    kind: str = ""
    why: str = ""
    ideas: tuple[int, ...] = ()
    slug: str = ""
    known: Known = Known()


class Created(Struct, frozen=True):
    """A post that was made: `path` below the workspace root; what it was laid out from and how, None without material;
    how many ideas were bound to it; own posts that come near it; the file that holds its planning keys."""

    path: str
    title: str
    slug: str
    template: Template
    material: Material | None = None
    layout: Layout | None = None
    bound: int = 0
    earlier: tuple[Relation, ...] = ()
    planned_in: str = ""
