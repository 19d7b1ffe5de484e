"""A model's words -> the questions that may be shown, each bound to a place in the post; the rest is only counted."""

import re
from collections import Counter
from typing import Any, Literal

import msgspec

from inkwright.critic.contract import fold, refusal
from inkwright.model.critic import Heard, Paragraph, Question
from inkwright.model.regex import regex
from inkwright.model.span import Span

MOST = 20
"""Parts of one answer that are looked at; seven were asked for."""
LONGEST_QUOTE = 400
"""Characters that a question may be about."""
_THOUGHT = regex(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.S)
_FENCE = regex(r"\A```(?:json)?[ \t]*\n(.*)\n```\Z", re.S)


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    quote: str
    kind: Literal["question", "doubt"]
    text: str
    paragraph: int | None = None


def hear(words: str | None, persona: str, paragraphs: tuple[Paragraph, ...]) -> Heard:
    """What may be shown of one answer; `broken` and nothing else for words that are no list of parts.

    A part is refused that is misshapen, whose words are not in the post's prose, that the contract does not let
    through, that repeats another, or that comes after `MOST` others.
    """
    parts = _parts(words)
    if parts is None:
        return Heard(persona, broken=True)
    post = "\n".join(one.text for one in paragraphs if one.number)
    found: dict[tuple[Span, str], Question] = {}
    refused: Counter[str] = Counter()
    for number, part in enumerate(parts):
        question = _question(part, persona, paragraphs, post) if number < MOST else "more than was asked for"
        if isinstance(question, str):
            refused[question] += 1
        elif found.setdefault((question.span, question.text), question) is not question:
            refused["said twice"] += 1
    ordered = sorted(found.values(), key=lambda question: question.span)
    return Heard(persona, tuple(ordered), len(parts), dict(refused))


def _parts(words: str | None) -> list[Any] | None:
    """The parts of an answer: a JSON object with a list `questions`, or that list; None for anything else."""
    bare = _THOUGHT.sub("", words or "").strip()
    fenced = _FENCE.match(bare)
    try:
        data = msgspec.json.decode(fenced[1] if fenced else bare)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    if isinstance(data, dict):
        data = data["questions"] if list(data) == ["questions"] else None
    return data if isinstance(data, list) else None


def _question(part: Any, persona: str, paragraphs: tuple[Paragraph, ...], post: str) -> Question | str:
    """The question that a part holds, or why it is refused."""
    try:
        said = msgspec.convert(part, _Part)
    except msgspec.ValidationError:
        return "misshapen"
    span = _place(said.quote, said.paragraph, paragraphs)
    if span is None:
        return "about words that are not in the post"
    return refusal(said.text, said.kind, post) or Question(persona, said.kind, span, said.text)


def _place(quote: str, number: int | None, paragraphs: tuple[Paragraph, ...]) -> Span | None:
    """Where a quote stands: first in the paragraph named, else in the only place that has it; None without one."""
    wanted = " ".join(fold(quote).split())
    if not any(map(str.isalnum, wanted)) or len(wanted) > LONGEST_QUOTE:
        return None
    prose = [one for one in paragraphs if one.number]
    for one in prose:
        if one.number == number and (at := fold(one.text).find(wanted)) >= 0:
            return one.span(at, at + len(wanted))
    places = [(one, at) for one in prose if (at := fold(one.text).find(wanted)) >= 0]
    if len(places) == 1 and fold(places[0][0].text).count(wanted) == 1:
        one, at = places[0]
        return one.span(at, at + len(wanted))
    return None
