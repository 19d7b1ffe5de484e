"""The rules of outlining: what a plan should hold before the writing starts. Each breach names the line to look at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inkwright.model.document import Document
from inkwright.model.outline import Breach, Section
from inkwright.model.regex import regex
from inkwright.model.template import Template
from inkwright.plan.budget import state
from inkwright.plan.coverage import content_words
from inkwright.plan.parts import MADE_AHEAD, noted_parts
from inkwright.text.markdown import parse_text
from inkwright.text.parts import has_part
from inkwright.text.prose import passages

HEADERS = (5, 8)
"""Section headings that a post should have; a template with fewer sections asks for its own number.
**Source:** requirement OUT-6."""
BULLETS = (2, 3)
"""Bullets under each heading; a long section may have one per 100 words of its budget. **Source:** OUT-6, OUT-9
(each bullet becomes a paragraph)."""
THESIS_WORDS = 30
"""**Source:** requirement OUT-5."""
STARTED = 30
"""Words of prose from which a section counts as being written, so that a missing plan is no longer asked for."""
RELATED = 3
"""Planned sections from which one that stands alone can be told. **Source:** own choice."""
FREE_FORM = frozenset({"none"})
"""Kinds that promise no structure at all."""

_PLACEHOLDER = regex(r"[\s.…?]*|TK+|TODO|TBD|FIXME|x+", re.I)
_ABOUT = ("thesis", "reader_question", "keyword", "what")
_BLOCK = {"what": "what you share", "why": "why it is valuable", "who": "who reads it"}


def breaches(
    document: Document, planning: Mapping[str, Any], sections: Sequence[Section], template: Template | None, kind: str
) -> tuple[Breach, ...]:
    """All breaches in the order of their lines.

    `planning` holds the post's planning keys, `kind` its template's name as written ("" for none chosen). A post of
    kind `none` is asked for its purpose only, one of a kind without sections (what-i-learned) not for headings.
    """
    found = [*_block(document, planning), *_thesis(document, planning), *_reader(document, planning)]
    found += _open_questions(document, sections)
    shaped = kind not in FREE_FORM and (template is None or bool(template.sections))
    if shaped:
        found += [*_headers(sections, template), *_missing_sections(sections, template), *_bullets(sections)]
        found += [*_parts(document, sections, template), *_strays(planning, sections)]
    found += [*_empty(sections), *_budgets(sections)]
    return tuple(sorted(found, key=lambda breach: breach.line))


def is_empty(value: object) -> bool:
    """Whether a planning key says nothing yet: absent, blank or a placeholder such as TK or TODO."""
    return value is None or bool(_PLACEHOLDER.fullmatch(str(value).strip()))


def _line(document: Document, key: str) -> int:
    span = document.front_matter.key_spans.get(key)
    return document.position(span.start).line if span else 1


def _block(document: Document, planning: Mapping[str, Any]) -> Iterator[Breach]:
    for key, meaning in _BLOCK.items():
        if is_empty(planning.get(key)):
            yield Breach(_line(document, key), f"`{key}` is empty: say in one line {meaning}", "block")


def _thesis(document: Document, planning: Mapping[str, Any]) -> Iterator[Breach]:
    thesis = planning.get("thesis")
    line = _line(document, "thesis")
    if is_empty(thesis):
        yield Breach(line, "`thesis` is empty: say the whole post in one sentence", "thesis")
        return
    said = passages(parse_text(" ".join(str(thesis).split())))
    sentences = sum(len(passage.sentences) for passage in said)
    words = sum(len(passage.words) for passage in said)
    if sentences > 1:
        yield Breach(line, f"the thesis is {sentences} sentences: make it one", "thesis")
    if words > THESIS_WORDS:
        yield Breach(line, f"the thesis has {words} words: {THESIS_WORDS} are enough", "thesis")


def _reader(document: Document, planning: Mapping[str, Any]) -> Iterator[Breach]:
    if is_empty(planning.get("reader_question")):
        line = _line(document, "reader_question")
        yield Breach(line, "`reader_question` is empty: what would your reader type into a search box?", "reader")


def _headers(sections: Sequence[Section], template: Template | None) -> Iterator[Breach]:
    headed = [section for section in sections if section.level]
    low, high = HEADERS
    low = min(low, len(template.sections)) if template else low
    if not headed:
        yield Breach(1, f"there are no section headings: plan {low} to {high}", "sections")
    elif not low <= len(headed) <= high:
        at = headed[-1] if len(headed) < low else headed[high]
        count = "1 section heading" if len(headed) == 1 else f"{len(headed)} section headings"
        yield Breach(at.line, f"{count}: plan {low} to {high}", "sections")


def _missing_sections(sections: Sequence[Section], template: Template | None) -> Iterator[Breach]:
    there = {section.key for section in sections}
    if template is None or not there - {""}:
        return
    last = sections[-1].line if sections else 1
    for wanted in template.sections:
        if wanted.key not in there:
            yield Breach(last, f"the template's section `{wanted.title}` ({wanted.key}) is gone", "sections")


def _bullets(sections: Sequence[Section]) -> Iterator[Breach]:
    low, high = BULLETS
    for section in sections:
        if not section.level:
            continue
        count = len(section.bullets)
        most = max(high, section.budget.high // 100)
        if count < low and section.words < STARTED:
            have = "no bullets" if not count else "1 bullet"
            yield Breach(section.line, f"`{section.title}` has {have}: plan {low} or {high}", "bullets")
        elif count > most:
            yield Breach(section.line, f"`{section.title}` has {count} bullets: keep {most} or split it", "bullets")


def _parts(document: Document, sections: Sequence[Section], template: Template | None) -> Iterator[Breach]:
    """Code, diagrams and tables must be noted where the template needs them; elsewhere something must be noted."""
    for section in sections:
        for part in section.missing:
            if part in MADE_AHEAD:
                hint = f"note it as a bullet, `- {part}: ...`"
                yield Breach(section.line, f"`{section.title}` needs {_article(part)}: {hint}", "parts")
            elif section.words >= max(section.budget.low, STARTED):
                yield Breach(section.line, f"`{section.title}` needs {_article(part)}", "written")
    if template is None and sections:
        there = any(has_part(part, list(document.all_blocks)) for part in MADE_AHEAD)
        if not there and not any(noted_parts(section.bullets) for section in sections):
            hint = "note which code, diagrams or tables it needs (`- code: none` will do)"
            yield Breach(sections[0].line, f"nothing says what the post needs besides prose: {hint}", "parts")


def _strays(planning: Mapping[str, Any], sections: Sequence[Section]) -> Iterator[Breach]:
    """Sections whose bullets share no word with what the post is about, nor with the bullets of any other section.

    Only the plan is looked at; prose has the rule `stray-section`. Guiding words of the template say nothing.
    """
    about = content_words(" ".join(str(planning.get(key) or "") for key in _ABOUT))
    told = {section: content_words(" ".join(bullet.text for bullet in section.bullets))
            for section in sections if section.level and section.bullets}  # fmt: skip
    if is_empty(planning.get("thesis")) or len(told) < RELATED:
        return
    for section, words in told.items():
        others = about.union(*(theirs for other, theirs in told.items() if other is not section))
        if len(section.bullets) >= BULLETS[0] and not words & others:
            yield Breach(section.line, f"`{section.title}` shares no word with the thesis or with another section: "
                         "does it belong here?", "stray")  # fmt: skip


def _open_questions(document: Document, sections: Sequence[Section]) -> Iterator[Breach]:
    for section in sections:
        for bullet in section.bullets:
            if bullet.question and not bullet.ticked:
                line = document.position(bullet.span.start).line
                yield Breach(line, f"open question: {bullet.text}", "question")


def _empty(sections: Sequence[Section]) -> Iterator[Breach]:
    """Sections without a word once all others are written: until then opening and conclusion may well wait."""
    planned = [section for section in sections if section.level and (section.key or section.bullets)]
    begun = [section for section in planned if section.words]
    if 2 * len(begun) < len(planned) or any(not b.written and not b.question for s in begun for b in s.bullets):
        return
    for section in planned:
        if not section.words:
            yield Breach(section.line, f"`{section.title}` is empty, and the rest is written", "written")


def _budgets(sections: Sequence[Section]) -> Iterator[Breach]:
    for section in sections:
        if state(section.words, section.budget) == "over":
            over = f"{section.words} words for a budget of {section.budget}"
            yield Breach(section.line, f"`{section.title}` has {over}", "budget")


def _article(part: str) -> str:
    """A required part with its article: `list:3-5` is "3-5 list items"."""
    name, _, count = part.partition(":")
    if count:
        return f"{count} {'list items' if name == 'list' else 'subsections'}"
    return {"code": "code", "metric": "a figure"}.get(name, f"a {name}")
