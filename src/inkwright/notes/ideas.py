"""The inbox of one-line ideas: `- 2026-11-21 KV cache surprised me [from:: paper] [to:: storage-design]`.

A bare line is an idea too. Lines are read, added at the end, and never rewritten.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from inkwright.model.errors import UsageError
from inkwright.model.note import ORIGINS, PURPOSES, Idea, IdeaRow
from inkwright.model.regex import regex
from inkwright.notes.fields import field_value, join_fields, one_line, split_fields

_LINE = regex(
    r"(?:[-*+][ \t]+)?(?:\[(?P<tick>[ xX])\][ \t]+)?"
    r"(?:(?P<date>\d{4}-\d\d-\d\d)(?=[ \t]|\Z)[ \t]*)?(?P<rest>.*)"
)
_NO_IDEA = regex(r"\s|#{1,6}\s|<!--|```|~~~|---\s*\Z|\|")
_ALIASES = {
    "debug": "debugged", "bug": "debugged", "fixed": "debugged", "something-i-debugged": "debugged",
    "papers": "paper", "read": "paper", "reading": "paper", "a-paper": "paper", "book": "paper",
    "compare": "compared", "comparison": "compared", "compared-tools": "compared", "tools": "compared",
    "explain": "explained", "colleague": "explained", "explained-to-a-colleague": "explained",
    "asked": "question", "questions": "question", "question-seen-repeatedly": "question", "faq": "question",
    "concepts": "concept", "understand": "concept", "concept-to-understand": "concept",
    "curious": "curiosity", "wonder": "curiosity",
    "job": "work", "current-work": "work", "project": "work",
    "learning": "learn", "share-knowledge": "share", "sharing": "share", "teach": "share",
    "disagreement": "disagree", "signal": "bat-signal", "batsignal": "bat-signal", "bat": "bat-signal",
}  # fmt: skip


def choice(typed: str, known: Sequence[str], what: str) -> str:
    """The known word that was meant: itself, an alias, or the beginning of just one; "" for "". Raises UsageError."""
    word = "-".join(typed.lower().replace("_", " ").replace("-", " ").split())
    meant = _ALIASES.get(word, word)
    if not word or meant in known:
        return meant
    starts = [name for name in known if name.startswith(word)]
    if len(starts) == 1:
        return starts[0]
    raise UsageError(f'there is no {what} "{typed}"', hint=f"Choose one of: {', '.join(known)}.")


def new_idea(text: str, date: str, origin: str = "", purpose: str = "", to: str = "", prompt: str = "") -> Idea:
    """An idea to be added. `date` is ISO, `prompt` the name of the question that it answers. Raises UsageError for a
    text without words and for unknown words."""
    said = one_line(text)
    if not said:
        raise UsageError("an idea needs at least one word", hint='For example: inkwright idea "KV cache surprised me".')
    pairs = (
        ("from", choice(origin, ORIGINS, "origin")),
        ("purpose", choice(purpose, PURPOSES, "purpose")),
        ("to", field_value(to)),
        ("prompt", field_value(prompt)),
    )
    return parse_idea(format_idea(Idea(said, date, tuple((key, value) for key, value in pairs if value))))


def format_idea(idea: Idea) -> str:
    """The line of an idea, without its line end."""
    tick = "[x] " if idea.done else ""
    date = f"{idea.date} " if idea.date else ""
    return f"- {tick}{date}{join_fields(idea.text, _added(idea))}".rstrip()


def _added(idea: Idea) -> tuple[tuple[str, str], ...]:
    """All fields of an idea: those in its text first, as reading gives them."""
    inside = split_fields(f"{idea.text} .")[1]
    return idea.fields if idea.fields[: len(inside)] == inside else (*inside, *idea.fields)


def parse_idea(line: str, number: int = 0) -> Idea:
    """The idea that a line holds; any line is one. `number` is its 1-based line in the file."""
    found = _LINE.fullmatch(line.strip())
    parts = found.groupdict() if found else {"rest": line.strip()}
    text, fields = split_fields(parts["rest"] or "")
    return Idea(text, parts.get("date") or "", fields, number, (parts.get("tick") or "") in ("x", "X"))


def parse_ideas(text: str) -> list[Idea]:
    """All ideas of an inbox in the order written: headings, comments, fences and indented lines are none."""
    fence = comment = False
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith(("```", "~~~")):
            fence = not fence
        comment = comment or line.lstrip().startswith("<!--")
        if line and not fence and not comment and not _NO_IDEA.match(line):
            found.append(parse_idea(line, number))
        comment = comment and "-->" not in line
    return found


def state_of(idea: Idea) -> str:
    """ "used" when ticked or bound to a post, else "open"."""
    return "used" if idea.done or idea.field("to") else "open"


def age_of(idea: Idea, today: str) -> int | None:
    """Days since an idea was written; None when it has no date or one that is none."""
    try:
        return (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(idea.date)).days
    except ValueError:
        return None


def days(typed: str) -> int:
    """A length of time such as `30d`, `2w`, `6m`, `1y` or `30`, in days. Raises UsageError."""
    found = re.fullmatch(r"\s*(\d{1,5})\s*(d|days?|w|weeks?|m|months?|y|years?)?\s*", typed.lower())
    if not found:
        raise UsageError(f'"{typed}" is no length of time', hint="Write it as 30d, 6w, 3m or 1y.")
    return int(found[1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[(found[2] or "d")[0]]


def rows(ideas: Iterable[Idea], today: str) -> Iterator[IdeaRow]:
    """Ideas as they are listed, in the order given."""
    for idea in ideas:
        origin, purpose, to, pillar = (idea.field(key) for key in ("from", "purpose", "to", "pillar"))
        age = age_of(idea, today)
        yield IdeaRow(idea.text, idea.date, age, origin, purpose, to, pillar, state_of(idea), idea.line)


def select(
    found: Iterable[IdeaRow], origin: str = "", purpose: str = "", to: str = "", stale: int | None = None
) -> list[IdeaRow]:
    """The rows asked for. `stale` keeps open ideas that are at least that many days old, oldest first."""
    kept = [
        row
        for row in found
        if origin in ("", row.origin) and purpose in ("", row.purpose) and to in ("", row.to)
        and (stale is None or (row.state == "open" and row.age is not None and row.age >= stale))
    ]  # fmt: skip
    return kept if stale is None else sorted(kept, key=lambda row: (-(row.age or 0), row.line))


def bound(text: str, lines: Collection[int], slug: str) -> tuple[str, int]:
    """An inbox with `[to:: slug]` at the end of those 1-based lines that are ideas bound to nothing yet, and how many.

    Every other character stays, line ends included. A line that would be no idea any more (a lone `#`) is left alone.
    """
    pieces = text.splitlines(keepends=True)
    count = 0
    for idea in parse_ideas(text):
        if idea.line in lines and not idea.field("to"):
            whole = pieces[idea.line - 1]
            bare = whole.rstrip()
            told = f"{bare} [to:: {field_value(slug)}]{whole[len(bare) :]}"
            if parse_ideas(told) and parse_idea(told).text == idea.text:
                pieces[idea.line - 1], count = told, count + 1
    return "".join(pieces), count
