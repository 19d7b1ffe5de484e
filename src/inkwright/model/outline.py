"""The plan of a post as it stands in its text: sections with budgets, bullets and open questions."""

from msgspec import Struct

from inkwright.model.span import Span
from inkwright.model.template import Budget

NOT_PLACED = "not-placed"
"""Key of the last part of an outline that holds bullets without a section: nobody has promised to write them."""


class Bullet(Struct, frozen=True):
    """A planned point. `written` when its section's prose covers it or it is ticked; `question` when it is open.

    `span` covers its own lines from the marker on, without indentation and line end; nested bullets are bullets of
    their own. `text` is the point itself on one line: no marker, no tick box, no leading `?`, no `[[note]]`. `note`
    is the target of its first `[[note]]`, "" when it names none.
    """

    text: str
    span: Span
    note: str = ""
    ticked: bool = False
    written: bool = False
    question: bool = False


class Section(Struct, frozen=True):
    """A part of a post from one heading to the next of the same or a higher level.

    `key` is the template section named by its mark ("" when unmarked), `words` counts prose only, `span` runs from
    the heading to the end of the section, `body` without the heading line. The part before the first heading has
    level 0 and an empty title, the bullets not placed are a last one of level 0 with the key `NOT_PLACED`. `line` is
    the 1-based line of the heading, `missing` names required parts that are neither there nor planned.
    """

    title: str
    level: int
    span: Span
    body: Span
    words: int
    key: str = ""
    budget: Budget = Budget(0, 0)
    bullets: tuple[Bullet, ...] = ()
    questions: tuple[str, ...] = ()
    line: int = 0
    missing: tuple[str, ...] = ()


class Breach(Struct, frozen=True):
    """A rule of outlining that the plan does not keep, with the 1-based line to look at. `kind` groups breaches:
    "block" (what, why, who), "thesis", "reader", "sections", "bullets", "parts" (to note before writing), "written"
    (a part that a written section still lacks), "stray" (a section of another subject), "question", "budget"."""

    line: int
    message: str
    kind: str = ""


class Outline(Struct, frozen=True):
    """All sections of a post in reading order with what is wrong with the plan. `words` counts the prose of the whole
    post; `budget` is the sum over its sections, or the template's own where that has no sections."""

    template: str
    sections: tuple[Section, ...]
    budget: Budget
    breaches: tuple[Breach, ...] = ()
    words: int = 0
