"""A post as the outline of a talk."""

from msgspec import Struct


class Slide(Struct, frozen=True):
    """One section of a post: its title, at most four short points in the writer's words, the Markdown of the figure,
    table, code or formula that it shows ("" for none), and the rest of the section as Markdown to speak from."""

    title: str
    points: tuple[str, ...] = ()
    exhibit: str = ""
    notes: str = ""


class Talk(Struct, frozen=True):
    """Slides in the order of the post. `lost` pairs what no slide shows with the text of it, to find it again."""

    slides: tuple[Slide, ...]
    lost: tuple[tuple[str, str], ...] = ()
