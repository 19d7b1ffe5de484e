"""A rule's page as Markdown for readers: in the reference, in an editor's hover, in a code host's list of rules."""

from collections.abc import Iterator

from inkwright.lint.page import Example, RulePage
from inkwright.model.regex import regex

_FIXES = {
    "none": "none: only you can mend it",
    "safe": "`inkwright check --fix`",
    "unsafe": "`inkwright check --fix --unsafe`, after a look at the change",
}
_RUN = regex(r"`{3,}")


def rule_text(page: RulePage) -> str:
    """The whole page but its title: what it finds, facts, why, source, examples, how to allow it. Ends with a line end.

    A marked place in an example stands between ⟦ and ⟧.
    """
    parts = [page.what, _facts(page), f"## Why\n\n{page.why}", f"## Source\n\n{page.source}"]
    parts += ["## Flagged", *(_example(one) for one in page.flagged)]
    parts += ["## Clean", *(_example(one) for one in page.clean)]
    parts.append(f"## To allow it\n\n{_allowing(page)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(page: RulePage) -> str:
    rows = [
        ("category", page.category),
        ("severity", page.severity + ("" if page.status == "stable" else " (preview: off until switched on)")),
        ("fix", _FIXES[page.fix]),
        ("on good published prose", f"{page.rate:g} findings per 1,000 words"),
        *([("other names", ", ".join(f"`{name}`" for name in page.aliases))] if page.aliases else []),
        *(("option", f"`{key} = {_shown(value)}`") for key, value in page.options.items()),
    ]
    return "| | |\n|---|---|\n" + "\n".join(f"| {name} | {said.replace('|', chr(92) + '|')} |" for name, said in rows)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[" + ", ".join(f'"{one}"' for one in value) + "]" if isinstance(value, tuple) else f"{value}"


def _example(example: Example) -> str:
    pieces = [*_around(example), _fence(example.marked())]
    if example.mended is not None:
        pieces += ["becomes", _fence(example.mended)]
    return "\n\n".join(pieces)


def _around(example: Example) -> Iterator[str]:
    """What an example rests on besides its text."""
    if example.settings:
        yield "With " + ", ".join(f"`{key}={value}`" for key, value in example.settings) + ":"


def _fence(text: str) -> str:
    """A text as a fenced code block, however many backticks it holds."""
    fence = "`" * max(3, *(len(run) + 1 for run in _RUN.findall(text)), 3)
    return f"{fence}markdown\n{text.rstrip(chr(10))}\n{fence}"


def _allowing(page: RulePage) -> str:
    return (
        f"Write `<!-- inkwright: allow {page.name} -- why -->` before the block, or `allow-file` for the whole file. "
        f"`inkwright check POST --ignore LINE:{page.name}` leaves one finding alone, "
        f'`off = ["{page.name}"]` below `[check]` in inkwright.toml switches the rule off.'
    )
