"""Reads the kinds of post from their data files, `plan/templates/<kind>.md`. Knows no kind by name.

A file has front matter (`name`, `summary`, `when`, `title_pattern`, `budget`, `order`) and one `## Heading` per
section, under it lines `key:`, `budget:`, `requires:` and `takes:` (see `signs.py`), the guiding questions as a list,
and `### Example` with Markdown to the end of the section. A kind without sections may have `## Questions` and
`## Example` instead.
"""

import difflib
import re
from functools import cache
from importlib.resources import files

from inkwright.model.document import Block, Document
from inkwright.model.errors import SettingsError, UsageError
from inkwright.model.regex import regex
from inkwright.model.template import Budget, Template, TemplateSection
from inkwright.plan.signs import NAMES
from inkwright.text.markdown import parse_text

PARTS = ("code", "diagram", "formula", "link", "metric", "table")
"""What a section may require and a program can see, besides counted ones: `list:3-5` and `subsections:3-8`."""
ASKED = ("analogy", "evidence", "method", "own-experience", "plain-words", "source", "steel-man", "when-not")
"""What a section may require and only a reader can see: shown and asked for, never reported as missing."""

_FRONT_KEYS = {"name", "summary", "when", "title_pattern", "budget", "order"}
_SECTION_KEYS = {"key", "budget", "requires", "takes"}
_BUDGET = regex(r"(\d+)(?:-(\d+))?")
_PART = regex(rf"(?:{'|'.join(PARTS + ASKED)})|(?:list|subsections):\d+-\d+")
_KEY = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@cache
def kinds() -> tuple[str, ...]:
    """Names of all kinds in the order of their files' `order`, then by name."""
    folder = files("inkwright.plan") / "templates"
    names = [entry.name.removesuffix(".md") for entry in folder.iterdir() if entry.name.endswith(".md")]
    return tuple(sorted(names, key=lambda name: (_front(_read(name)).get("order", 99), name)))


@cache
def template(kind: str) -> Template:
    """The template of that kind. Raises UsageError naming the nearest kinds when there is none."""
    if kind not in kinds():
        close = difflib.get_close_matches(kind, kinds(), 2)
        guess = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(kinds())}"
        raise UsageError(f"there is no template `{kind}`", hint=f"{guess} `inkwright new --list` shows them all.")
    return parse_template(kind, _read(kind).text)


def template_or_none(kind: str) -> Template | None:
    """The template of that kind, None for a name that we do not know (a foreign value of the key `template`)."""
    return template(kind) if kind in kinds() else None


def parse_template(kind: str, text: str) -> Template:
    """A template from the text of its file. Raises SettingsError with the line for anything not understood."""
    document = parse_text(text, f"{kind}.md")
    front = _front(document)
    _known(document, front, _FRONT_KEYS, 1)
    sections: list[TemplateSection] = []
    questions: tuple[str, ...] = ()
    example = ""
    for heading, part in _parts(document, 2):
        title = heading.plain().strip()
        if title == "Questions":
            questions = _head(document, heading, part)[1]
        elif title == "Example":
            example = part.strip("\n")
        else:
            sections.append(_section(document, heading, title, part))
    keys = [section.key for section in sections]
    if len(set(keys)) < len(keys):
        raise SettingsError("two sections have the same key", path=document.source.path)
    budget = _budget(document, str(front.get("budget", "")), 1)
    summed = Budget(sum(section.budget.low for section in sections), sum(section.budget.high for section in sections))
    if sections and summed != budget:
        raise SettingsError(f"the budget is {budget}, its sections make {summed}", path=document.source.path, line=1)
    words = {key: str(front.get(key, "")).strip() for key in ("name", "summary", "when", "title_pattern")}
    return Template(kind, sections=tuple(sections), budget=budget, questions=questions, example=example, **words)


def title_from(pattern: str, topic: str) -> str:
    """The title that a pattern gives for a topic; "" when the pattern has no place for one."""
    return re.sub(r"\[Topic\]", lambda _: topic, pattern) if "[Topic]" in pattern else ""


@cache
def _read(kind: str) -> Document:
    text = (files("inkwright.plan") / "templates" / f"{kind}.md").read_text(encoding="utf-8")
    return parse_text(text, f"{kind}.md")


def _front(document: Document) -> dict[str, object]:
    return dict(document.front_matter.data)


def _parts(document: Document, level: int) -> list[tuple[Block, str]]:
    """Each heading of that level with the text below it, up to the next one."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.level == level]
    ends = [*(block.span.start for block in headings), len(document.text)][1:]
    return [(heading, document.text[heading.span.end : end]) for heading, end in zip(headings, ends, strict=True)]


def _section(document: Document, heading: Block, title: str, part: str) -> TemplateSection:
    head, _, example = part.partition("\n### Example\n")
    values, questions = _head(document, heading, head)
    line = document.position(heading.span.start).line
    _known(document, values, _SECTION_KEYS, line)
    key = values.get("key", "")
    if not _KEY.fullmatch(key):
        raise SettingsError(f"section `{title}` needs a key of small letters", path=document.source.path, line=line)
    requires, takes = _listed(values.get("requires", "")), _listed(values.get("takes", ""))
    for name in requires:
        if not _PART.fullmatch(name):
            raise SettingsError(f"unknown required part `{name}`", path=document.source.path, line=line)
    for name in takes:
        if name not in NAMES:
            hint = f"There are: {', '.join(NAMES)}."
            raise SettingsError(f"nothing is told by `{name}`", path=document.source.path, line=line, hint=hint)
    budget = _budget(document, values.get("budget", ""), line)
    return TemplateSection(key, title, budget, questions, example.strip("\n"), requires, takes)


def _listed(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(",") if part.strip())


def _head(document: Document, heading: Block, part: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The `key: value` lines and the list items at the top of a section; anything else is an error."""
    first = document.position(heading.span.end).line
    values: dict[str, str] = {}
    questions: list[str] = []
    for number, line in enumerate(part.split("\n")):
        name, colon, value = line.partition(":")
        if line.startswith("- "):
            questions.append(line[2:].strip())
        elif colon and _KEY.fullmatch(name):
            values[name] = value.strip()
        elif line.strip():
            where = {"path": document.source.path, "line": first + number}
            raise SettingsError(f"`{line.strip()}` is neither `key: value` nor a question", **where)  # type: ignore[arg-type]
    return values, tuple(questions)


def _known(document: Document, values: dict[str, object] | dict[str, str], known: set[str], line: int) -> None:
    unknown = sorted(set(values) - known)
    if unknown:
        raise SettingsError(f"unknown key `{unknown[0]}`", path=document.source.path, line=line)


def _budget(document: Document, text: str, line: int) -> Budget:
    if not text:
        return Budget(0, 0)
    found = _BUDGET.fullmatch(text)
    if not found:
        raise SettingsError(f"`{text}` is no word budget", path=document.source.path, line=line, hint="Write 100-150")
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        raise SettingsError(f"the budget {text} runs backwards", path=document.source.path, line=line)
    return Budget(low, high)
