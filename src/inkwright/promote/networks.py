"""Reads the networks from their pages, `promote/templates/<network>.md`. Knows no network by name.

A page has front matter (limits, how the network counts, when and where that was read) and three parts:

- Slots, a list: the roles that fill a place in a draft, then the question to the writer; `writer` asks it in any case;
- Tone, a list of hints;
- Rules: `### name`, lines `kind:`, `value:`, `severity:`, `says:`, `why:`, and as a list the wordings that are looked
  for, where `…` stands for up to four words. `every.md` holds the rules of all networks.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec.structs import replace

from inkwright.model.document import Document
from inkwright.model.errors import SettingsError, UsageError
from inkwright.model.finding import SEVERITIES
from inkwright.model.promotion import Network, NetworkRule, Slot
from inkwright.promote.score import ROLES
from inkwright.text.markdown import parse_text

EVERY = "every"
_WRITER = "writer"
_RULE_KEYS = ("kind", "value", "severity", "says", "why")


@cache
def names() -> tuple[str, ...]:
    """The names of all networks in the order of their pages."""
    folder = files("inkwright.promote") / "templates"
    found = [entry.name.removesuffix(".md") for entry in folder.iterdir() if entry.name.endswith(".md")]
    return tuple(sorted((name for name in found if name != EVERY), key=lambda name: (_read(name).order, name)))


@cache
def network(name: str) -> Network:
    """The network of that name, its rules and those of all. Raises UsageError when there is none."""
    if name not in names():
        raise UsageError(f"there is no network `{name}`", hint=f"There are: {', '.join(names())}.")
    own = _read(name)
    known = {rule.name for rule in own.rules}
    shared = tuple(rule for rule in _read(EVERY).rules if rule.name not in known)
    return replace(own, rules=(*own.rules, *shared))


@cache
def _read(name: str) -> Network:
    text = (files("inkwright.promote") / "templates" / f"{name}.md").read_text(encoding="utf-8")
    return parse_network(name, text)


def parse_network(name: str, text: str) -> Network:
    """A network from the text of its page. Raises SettingsError for anything that is not understood."""
    document = parse_text(text, f"{name}.md")
    front = dict(document.front_matter.data)
    parts = dict(_parts(document))
    try:
        return Network(
            name=name, label=str(front["label"]), form=front["form"], order=int(front["order"]),
            counting=front["counting"], limit=int(front["limit"]), parts=_range(front["parts"]),
            slots=tuple(_slot(line) for line in _listed(parts.get("Slots", ""))),
            rules=tuple(_rules(parts.get("Rules", ""), name)), hint=str(front["hint"]),
            tone=tuple(_listed(parts.get("Tone", ""))), checked=str(front["checked"]), sources=tuple(front["sources"]),
            sentences=_range(front.get("sentences", "1-2")), title=int(front.get("title", 0)),
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise SettingsError(f"this page lacks or misspells {error}", path=f"{name}.md") from error


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    """Each heading of the second level with the text below it."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.level == 2]
    ends = [*(block.span.start for block in headings), len(document.text)][1:]
    for heading, end in zip(headings, ends, strict=True):
        yield heading.plain().strip(), document.text[heading.span.end : end]


def _listed(text: str) -> list[str]:
    return [line[2:].strip() for line in text.split("\n") if line.startswith("- ")]


def _slot(line: str) -> Slot:
    said, _, question = line.partition(":")
    order = said.split()
    roles = sorted((role for role in ROLES if role in order), key=order.index)
    asked = _WRITER in order
    if not question or len(roles) + asked != len(order):
        raise ValueError(line)
    return Slot(tuple(roles), question.strip(), asked)


def _rules(text: str, page: str) -> Iterator[NetworkRule]:
    for piece in text.split("\n### ")[1:]:
        head, *lines = piece.split("\n")
        values: dict[str, str] = {}
        for line in lines:
            key, colon, value = line.partition(":")
            if colon and not line.startswith("- "):
                if key not in _RULE_KEYS:
                    raise SettingsError(f"unknown key `{key}`", path=f"{page}.md")
                values[key] = value.strip()
        severity = next((one for one in SEVERITIES if one == values["severity"]), None)
        if severity is None:
            raise ValueError(values["severity"])
        phrases = tuple(line[2:].strip() for line in lines if line.startswith("- "))
        yield NetworkRule(
            head.strip(), values["kind"], severity, values["says"], values["why"], values.get("value", ""), phrases
        )


def _range(written: object) -> tuple[int, int]:
    """The numbers of `5-8`, or of `1` twice."""
    low, _, high = str(written).partition("-")
    return int(low), int(high or low)
