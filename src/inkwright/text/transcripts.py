"""Transcripts of sessions at a prompt, taken apart: which lines were typed, and what is shown below each.

Knows `>>> ` with `... ` (Python), `In [1]: ` with `   ...: ` and `Out[1]: ` (IPython), `$ ` with a continuation after a
backslash (a shell).
"""

import re

from inkwright.model.regex import regex
from inkwright.model.snippet import Exchange, Prompt

_LANGUAGES: dict[str, tuple[Prompt, ...]] = {
    "pycon": ("python", "ipython"), "python": ("python", "ipython"), "ipython": ("ipython", "python"),
    "doctest": ("python",), "console": ("shell", "python"), "shell-session": ("shell",), "shellsession": ("shell",),
    "sh-session": ("shell",), "bash-session": ("shell",), "terminal": ("shell",), "bash": ("shell",), "zsh": ("shell",),
}  # fmt: skip
"""Languages of fences that may hold a transcript, each with the prompts that may begin it."""
_FIRST: dict[Prompt, re.Pattern[str]] = {
    "python": regex(r">>>(?: (.*)|$)"),
    "ipython": regex(r"In \[\d+\]:(?: (.*)|$)"),
    "shell": regex(r"\$ (.*)$"),
}
_MORE: dict[Prompt, re.Pattern[str]] = {
    "python": regex(r"\.\.\.(?: (.*)|$)"),
    "ipython": regex(r" +\.\.\.:(?: (.*)|$)"),
    "shell": regex(r"> (.*)$"),
}
_OUT = regex(r"Out\[\d+\]: ?")
_LANGUAGE: dict[Prompt, str] = {"python": "python", "ipython": "python", "shell": "bash"}


def prompt_of(language: str, code: str) -> Prompt:
    """The prompt that a fence's first line with text begins with, "" when the fence is no transcript.

    Only fences whose language may hold one are asked.
    """
    kinds = _LANGUAGES.get(language, ())
    if not kinds:
        return ""
    first = next((line for line in code.splitlines() if line.strip()), "")
    return next((kind for kind in kinds if _FIRST[kind].match(first)), "")


def language_of(prompt: Prompt) -> str:
    """The language that the statements of a transcript are in."""
    return _LANGUAGE[prompt]


def exchanges(code: str, prompt: Prompt) -> tuple[Exchange, ...]:
    """The statements of a transcript in order, each with what is shown below it. Lines before the first prompt belong
    to none. Text without a prompt gives ()."""
    lines = code.splitlines()
    first, more = _FIRST[prompt], _MORE[prompt]
    found: list[Exchange] = []
    at = 0
    while at < len(lines):
        typed = first.match(lines[at])
        if not typed:
            at += 1
            continue
        start, statement = at, [typed[1] or ""]
        at += 1
        while at < len(lines) and _goes_on(prompt, statement[-1]) and (further := more.match(lines[at])):
            statement.append(further[1] or "")
            at += 1
        below = at
        while at < len(lines) and not first.match(lines[at]):
            at += 1
        if any(line.strip() for line in statement):
            found.append(_exchange(statement, start, lines[below:at], below))
    return tuple(found)


def _goes_on(prompt: Prompt, line: str) -> bool:
    """Whether the next line may continue a statement: at a shell only after a backslash."""
    return prompt != "shell" or line.endswith("\\")


def _exchange(statement: list[str], start: int, shown: list[str], below: int) -> Exchange:
    while shown and not shown[-1].strip():
        shown = shown[:-1]
    mark = next((found[0] for line in shown if (found := _OUT.match(line))), "")
    text = "\n".join(_OUT.sub("", line, count=1) if _OUT.match(line) else line for line in shown)
    return Exchange("\n".join(statement) + "\n", start + 1, text, below + 1, len(shown), mark)
