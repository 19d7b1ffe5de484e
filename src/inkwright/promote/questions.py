"""The list of questions that a post may answer: one a line, ticked when it is answered; the rest is the writer's."""

import re
from collections.abc import Sequence

from inkwright.model.regex import regex

_ITEM = regex(r"^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]+(.*\S)[ \t]*\r?$", re.M)
_MARK = regex(r"^[\s>*•+-]*(?:\[[ xX]\]\s*|\d{1,3}[.)]\s+)?")
_QUESTION = regex(r"\?(?:[\"'”’)\s]|\Z)|https?://\S+")
_HEAD = "# Questions that {title} may answer\n\n<!-- One a line; tick it when you answered, with the address. -->\n\n"


def asked(pasted: str) -> list[str]:
    """The questions of a pasted text: its lines that ask or name an address, marks of lists left out."""
    lines = (" ".join(_MARK.sub("", line, count=1).split()) for line in pasted.splitlines())
    return [line for line in dict.fromkeys(lines) if _QUESTION.search(line)]


def kept(text: str) -> list[str]:
    """The questions of a list, ticked or not."""
    return [match[1] for match in _ITEM.finditer(text)]


def with_questions(text: str, questions: Sequence[str], title: str) -> tuple[str, int]:
    """The list with those questions added at its end that it does not hold yet, and how many these are."""
    known = {question.casefold() for question in kept(text)}
    new = [question for question in questions if question.casefold() not in known]
    if not new:
        return text, 0
    before = text or _HEAD.format(title=" ".join(title.split()))
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if before.endswith("\n") else end
    return before + gap + "".join(f"- [ ] {question}{end}" for question in new), len(new)
