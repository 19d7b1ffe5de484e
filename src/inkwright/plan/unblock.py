"""Questions about the emptiest point of a plan, and their answers as bullets: what is inserted is all that changes."""

from msgspec import Struct

from inkwright.model.counted import counted
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Edit
from inkwright.model.outline import Bullet, Outline, Section
from inkwright.model.span import Span
from inkwright.plan.marks import one_line
from inkwright.plan.moves import Place, add, find_place
from inkwright.plan.steps import emptiest, emptiest_section

ABOUT_A_BULLET = (
    "Who asked you about this last? Tell that person in one sentence.",
    "Which number, command, error message or picture shows it?",
    "What would somebody get wrong here who read only the docs?",
)
"""What is asked about a planned point. **Source:** own choice: an audience, a piece of evidence, an experience of
one's own; each can be answered in one line by somebody who did the work."""
ABOUT_A_SECTION = ("What must a reader know after this part that they did not know before?", *ABOUT_A_BULLET[1:])


class Asked(Struct, frozen=True):
    """What is asked, and about which point: the section's title, the bullet's text ("" for the section as a whole),
    whether that bullet is an open question, and the questions in order."""

    section: str
    bullet: str
    is_question: bool
    questions: tuple[str, ...]


def ask(plan: Outline, place: str = "", reader: str = "") -> Asked:
    """The questions for the point at `place` (SECTION or SECTION/BULLET), "" for the emptiest one; the first is to say
    it to a `reader` by name, where one is known.

    An open question is asked itself; a section without bullets by the guiding questions of its plan. Raises UsageError
    for a place that is not there.
    """
    section, bullet = _point(plan, place)
    if section is None:
        return Asked("", "", False, ABOUT_A_SECTION)
    if bullet is None:
        return Asked(section.title, "", False, section.questions or ABOUT_A_SECTION)
    if bullet.question:
        return Asked(section.title, bullet.text, True, (f"{bullet.text.rstrip('?')}?",))
    told = (
        (f"Tell {' '.join(reader.split())} in one sentence.", *ABOUT_A_BULLET[1:]) if reader.strip() else ABOUT_A_BULLET
    )
    return Asked(section.title, bullet.text, False, told)


def keep(document: Document, plan: Outline, asked: Asked, answer: str) -> tuple[Edit, ...]:
    """Edits that put an answer below the point it is about, as a bullet; an open question is ticked off by it.

    The point is looked for by its words, so that it may have moved meanwhile; where it is gone the answer goes to the
    end of its section. All edits insert. None for an answer without words. Raises UsageError when the section is gone.
    """
    text = one_line(answer)
    if not text:
        return ()
    section = next((one for one in plan.sections if one.title == asked.section), None)
    if section is None:
        if asked.section:
            raise UsageError(f"the section “{asked.section}” is gone", path=document.source.path, hint="Ask again.")
        section = _whole(document)
    at = next((n for n, one in enumerate(section.bullets, 1) if one.text == asked.bullet and asked.bullet), 0)
    below = at + 1 if at and at < len(section.bullets) else 0
    tick: tuple[Edit, ...] = ()
    if at and asked.is_question and not section.bullets[at - 1].ticked:
        start = _after_marker(document.text, section.bullets[at - 1].span)
        tick = (Edit(Span(start, start), "[x] "),)
    return (*tick, *add(document, Place(section, below), text))


def _point(plan: Outline, place: str) -> tuple[Section | None, Bullet | None]:
    if not place:
        return emptiest(plan) or (emptiest_section(plan), None)
    found = find_place(plan, place)
    if found.bullet > len(found.section.bullets):
        raise UsageError(
            f"`{place}` has no such bullet", hint=f"It has {counted(len(found.section.bullets), 'bullet')}."
        )
    return found.section, found.section.bullets[found.bullet - 1] if found.bullet else None


def _whole(document: Document) -> Section:
    """A post without sections, taken as one."""
    body = Span(document.front_matter.span.end, len(document.text))
    return Section("", 0, body, body, 0)


def _after_marker(text: str, bullet: Span) -> int:
    """Where the words of a bullet begin: past its mark, its blanks and an empty tick box's place."""
    at = bullet.start + 1
    while at < bullet.end and text[at] in " \t":
        at += 1
    return at
