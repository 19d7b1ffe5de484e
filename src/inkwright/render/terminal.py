"""A terminal's lines -> an SVG picture that follows the reader's light or dark theme and whose text is text."""

from collections.abc import Iterable
from html import escape as escape_html

from msgspec import Struct

from inkwright.model.terminal import Line, Run, Style
from inkwright.render.colors import mixed, readable

LEAST_COLUMNS = 40
"""Columns that a picture has at least, so that a short line is not blown up by a theme."""
_SIZE, _CELL, _LEADING, _PAD = 14, 8.4, 20, 16
"""Font size, width of a cell, height of a line and margin in pixels; a monospaced letter is 0.6 of its size wide."""
_DIM = 0.4
_LIGHT = (
    "#24292f", "#b3261e", "#116329", "#7d4e00", "#0550ae", "#8250df", "#0f6d75", "#57606a",
    "#4b535d", "#a40e26", "#0f5323", "#633c01", "#033d8b", "#6639ba", "#0a4f55", "#32383f",
)  # fmt: skip
_DARK = (
    "#6e7681", "#ff8b82", "#56d364", "#e3b341", "#79b8ff", "#d2a8ff", "#56d4dd", "#c9d1d9",
    "#8b949e", "#ffaba8", "#7ee787", "#f2cc60", "#a5d0ff", "#e2c5ff", "#9ceaef", "#f0f6fc",
)  # fmt: skip
_FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace"


class _Theme(Struct, frozen=True):
    """The colours of one theme; `floor` are those of the palette as backgrounds."""

    ground: str
    ink: str
    palette: tuple[str, ...]

    def ink_of(self, style: Style) -> tuple[str, str]:
        """Foreground and background of a style ("" for the ground), the first made readable on the second."""
        ink = self._named(style.color) or self.ink
        ground = self._named(style.background)
        if style.inverse:
            ink, ground = ground or self.ground, ink
        if style.dim:
            ink = mixed(ink, ground or self.ground, _DIM)
        return readable(ink, ground or self.ground), ground

    def _named(self, color: str) -> str:
        return self.palette[int(color)] if color.isdecimal() else color


LIGHT = _Theme("#f6f8fa", "#24292f", _LIGHT)
DARK = _Theme("#161b22", "#e6edf3", _DARK)


class Caption(Struct, frozen=True):
    """What a picture says about itself: the command, its date (ISO), how it ended, and its whole text for those who do
    not see it."""

    command: str
    date: str
    code: int
    columns: int
    text: str


def terminal_svg(lines: tuple[Line, ...], caption: Caption) -> str:
    """The picture as a whole SVG document. No lines give an empty screen."""
    columns = max(LEAST_COLUMNS, *(line[-1].column + line[-1].cells for line in lines if line), 0)
    width = round(columns * _CELL + 2 * _PAD)
    height = max(len(lines), 1) * _LEADING + 2 * _PAD
    styles = {run.style: f"s{at}" for at, run in enumerate(_first_of_each(lines))}
    drawn = [part for row, line in enumerate(lines) for part in _line(line, row, styles)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="t d">',
            *_about(caption),
            f"<style>{''.join(_rules(styles))}</style>",
            f'<rect class="g" width="{width}" height="{height}" rx="8"/>',
            f'<g font-family="{_FONT}" font-size="{_SIZE}" xml:space="preserve">',
            *drawn,
            "</g>",
            "</svg>\n",
        )
    )


def _about(caption: Caption) -> Iterable[str]:
    command = escape(caption.command)
    said = f"Recorded {caption.date}, status {caption.code}, {caption.columns} columns.\n{caption.text}"
    yield f'<title id="t">$ {command}</title>'
    yield f'<desc id="d">{escape(said)}</desc>'
    yield (
        f'<metadata><shot xmlns="https://inkwright.dev/ns/shot" command="{command}" date="{escape(caption.date)}" '
        f'status="{caption.code}" columns="{caption.columns}"/></metadata>'
    )


def _first_of_each(lines: tuple[Line, ...]) -> list[Run]:
    return list({run.style: run for line in lines for run in line}.values())


def _rules(styles: dict[Style, str]) -> Iterable[str]:
    """What each style looks like: on light ground, and on dark where the reader's system asks for it."""
    yield "text{white-space:pre}" + _colors(styles, LIGHT)
    for style, name in styles.items():
        looks = [
            *(["font-weight:bold"] if style.bold else []),
            *(["font-style:italic"] if style.italic else []),
            *(["text-decoration:" + _lines(style)] if _lines(style) else []),
        ]
        if looks:
            yield f".{name}{{{';'.join(looks)}}}"
    yield f"@media(prefers-color-scheme:dark){{{_colors(styles, DARK)}}}"


def _colors(styles: dict[Style, str], theme: _Theme) -> str:
    rules = [f".g{{fill:{theme.ground}}}"]
    for style, name in styles.items():
        ink, ground = theme.ink_of(style)
        rules.append(f".{name}{{fill:{ink}}}")
        rules += [f".b{name}{{fill:{ground}}}"] if ground else []
    return "".join(rules)


def _lines(style: Style) -> str:
    return " ".join(["underline"] * (style.underline or bool(style.link)) + ["line-through"] * style.strike)


def _line(line: Line, row: int, styles: dict[Style, str]) -> Iterable[str]:
    """The grounds of a line's runs, then its text; each run stands where its cells are, whatever the font."""
    top = _PAD + row * _LEADING
    for run in line:
        if run.style.background or run.style.inverse:
            yield (
                f'<rect class="b{styles[run.style]}" x="{_x(run.column)}" y="{top}" '
                f'width="{_number(run.cells * _CELL)}" height="{_LEADING}"/>'
            )
    spans = "".join(_span(run, styles[run.style]) for run in line if run.text.strip() or _lines(run.style))
    if spans:
        yield f'<text y="{top + 15}">{spans}</text>'


def _span(run: Run, name: str) -> str:
    if run.style.hidden:
        return ""
    place = f'x="{_x(run.column)}" textLength="{_number(run.cells * _CELL)}"'
    text = f'<tspan {place} class="{name}">{escape(run.text)}</tspan>'
    if run.style.link.startswith(("https://", "http://")):
        return f'<a href="{escape(run.style.link)}">{text}</a>'
    return text


def _x(column: int) -> str:
    return _number(_PAD + column * _CELL)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def escape(text: str) -> str:
    """Text for an SVG, without the characters that XML cannot hold."""
    held = "".join(char if char in "\n\t" or (char >= " " and char not in "\x7f\ufffe\uffff") else " " for char in text)
    return escape_html(held.encode("utf-8", "replace").decode("utf-8"), quote=True)
