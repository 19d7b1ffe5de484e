"""Colours and weights of a terminal's text: what the numbers of a `CSI ... m` sequence change.

**Source:** ECMA-48, 8.3.117; ITU-T T.416 for colours given by their parts; xterm for the cube of 256.
"""

from collections.abc import Iterator
from typing import Any

from inkwright.model.terminal import PLAIN, Style

_ON = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "inverse", 8: "hidden", 9: "strike", 21: "underline"}
_OFF = {
    22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("inverse",), 28: ("hidden",), 29: ("strike",),
}  # fmt: skip
_LEVELS = (0, 95, 135, 175, 215, 255)


def styled(style: Style, written: str) -> Style:
    """The style after a sequence with these numbers ("" resets). Numbers that mean nothing here change nothing."""
    groups = iter(written.split(";"))
    for group in groups:
        first, *parts = group.split(":")
        number = int(first or 0)
        if number in (38, 48, 58):
            color = _of_parts(parts) if parts else _color(groups)
            if number == 38 and color:
                style = style._replace(color=color)
            elif number == 48 and color:
                style = style._replace(background=color)
        elif number == 4 and parts:
            style = style._replace(underline=parts[0] != "0")
        else:
            style = _changed(style, number)
    return style


def _changed(style: Style, number: int) -> Style:
    if number == 0:
        return PLAIN._replace(link=style.link)
    change: dict[str, Any] = dict.fromkeys(_OFF.get(number, ()), False)
    if number in _ON:
        change = {_ON[number]: True}
    for first, key in ((30, "color"), (40, "background")):
        if first <= number < first + 8:
            change = {key: str(number - first)}
        elif number == first + 9:
            change = {key: ""}
        elif first + 60 <= number < first + 68:
            change = {key: str(number - first - 60 + 8)}
    return style._replace(**change)


def _color(rest: Iterator[str]) -> str:
    """The colour that the next numbers name: `5;n` of the 256, `2;r;g;b`. "" when they name none."""
    kind = next(rest, "")
    if kind == "5":
        return _of_256(next(rest, ""))
    return _of_rgb([next(rest, ""), next(rest, ""), next(rest, "")]) if kind == "2" else ""


def _of_parts(parts: list[str]) -> str:
    """The colour written with colons: `5:n`, `2:r:g:b` or `2::r:g:b`."""
    if parts[0] == "5":
        return _of_256(parts[1] if len(parts) > 1 else "")
    return _of_rgb(parts[-3:]) if parts[0] == "2" and len(parts) >= 4 else ""


def _of_256(written: str) -> str:
    number = int(written) if written.isdecimal() else 256
    if number < 16:
        return str(number)
    if number < 232:
        red, rest = divmod(number - 16, 36)
        return _of_levels(_LEVELS[red], _LEVELS[rest // 6], _LEVELS[rest % 6])
    if number < 256:
        return _of_levels(*[8 + 10 * (number - 232)] * 3)
    return ""


def _of_rgb(parts: list[str]) -> str:
    levels = [int(part or 0) if len(part) < 5 and (part.isdigit() or not part) else 256 for part in parts]
    return _of_levels(*levels) if len(levels) == 3 and max(levels) < 256 else ""


def _of_levels(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"
