"""Questions for a blank screen, kept as data in `prompts.toml` beside this file."""

import tomllib
from importlib.resources import files

from inkwright.model.errors import UsageError
from inkwright.model.note import Prompt


def prompts() -> tuple[Prompt, ...]:
    """All prompts, numbered from 1 in the order of the file."""
    data = tomllib.loads((files("inkwright.notes") / "prompts.toml").read_text(encoding="utf-8"))
    return tuple(Prompt(number, **entry) for number, entry in enumerate(data["prompt"], 1))


def chosen(which: str, day: str) -> Prompt:
    """The prompt of a number or name; "" takes another one each day. `day` is ISO. Raises UsageError."""
    known = prompts()
    if not which:
        return known[int(day.replace("-", "") or 0) % len(known)]
    for prompt in known:
        if which in (str(prompt.number), prompt.name):
            return prompt
    raise UsageError(
        f"there is no prompt {which}", hint=f"Choose 1 to {len(known)}; `inkwright prompt --list` shows them."
    )
