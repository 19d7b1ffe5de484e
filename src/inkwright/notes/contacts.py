"""Who wrote because of a post, as lines: `- 2026-11-21 Ann: asks about tiles [kind:: hiring] [post:: kv-cache]`."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from inkwright.model.contact import CONTACT_KINDS, ContactCount, ContactRow
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.notes.fields import field_value, join_fields, one_line, split_fields

_LINE = regex(r"[-*+][ \t]+(?P<date>\d{4}-\d\d-\d\d)[ \t]+(?P<rest>\S.*)")


def new_contact(who: str, text: str, date: str, kind: str = "other", post: str = "", pillar: str = "") -> str:
    """The line of a contact; `date` is ISO. Raises UsageError without a name or for an unknown kind."""
    name = one_line(who).replace(":", "")
    if not name:
        hint = 'For example: inkwright contact add "Ann Example" "asks about tiles" --post kv-cache'
        raise UsageError("a contact needs a name", hint=hint)
    if kind not in CONTACT_KINDS:
        raise UsageError(f"`{kind}` is no kind of contact", hint=f"There are: {', '.join(CONTACT_KINDS)}.")
    pairs = (("kind", kind), ("post", post), ("pillar", pillar))
    fields = tuple((key, value) for key, typed in pairs if (value := field_value(typed)))
    said = one_line(text)
    body = f"{name}: {said}" if said else name
    inside = split_fields(f"{body} .")[1]
    return f"- {date} {join_fields(body, (*inside, *fields))}"


def contacts(text: str) -> list[ContactRow]:
    """The contacts of a file in the order written; lines of another kind are none."""
    rows = []
    for no, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if found := _LINE.fullmatch(line.strip()):
            body, fields = split_fields(found["rest"])
            said = dict(fields)
            who, _, words = body.partition(":")
            row = (
                who.strip(),
                said.get("kind") or "other",
                words.strip(),
                said.get("post", ""),
                said.get("pillar", ""),
            )
            rows.append(ContactRow(found["date"], *row, no))
    return rows


def themed(rows: Iterable[ContactRow], pillar_of: Callable[[str], str]) -> list[ContactRow]:
    """These contacts with a pillar, where one is known: `pillar_of` gives the theme of a post by its id, for lines that
    name none themselves."""
    return [replace(row, pillar=row.pillar or (pillar_of(row.post) if row.post else "")) for row in rows]


def by_pillar(rows: Iterable[ContactRow]) -> list[ContactCount]:
    """How many people each pillar brought, most first, those of none ("") last.

    Whoever wrote twice is one person, also where letter case differs; with two kinds of wish one of each kind.
    """
    people: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        people[row.pillar].add(person(row))
        kinds[row.pillar].add((row.kind, person(row)))
    order = sorted(people, key=lambda name: (not name, -len(people[name]), name))
    return [ContactCount(name, len(people[name]), _most_first(kind for kind, _ in kinds[name])) for name in order]


def person(row: ContactRow) -> str:
    """Who a contact is, the same for two lines of one name."""
    return " ".join(row.who.split()).casefold()


def _most_first(kinds: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(kinds).items(), key=lambda one: (-one[1], one[0])))
