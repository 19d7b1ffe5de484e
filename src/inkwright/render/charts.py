"""Charts as static SVG: bars, lines, points, with error bars. Text in, text out; no script, no font, no address.

A chart is drawn 360 units wide with letters 12 high, so that it can be read on a telephone as it is. Words and axes
take the colour of the text around them, so that light and dark themes need nothing.
"""

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from inkwright.render.chart_frame import SIZE, WIDTH, clean, framed, unit
from inkwright.render.chart_scale import Scale, drawable, fit, scale, shown, tick_labels, width

Kind = Literal["bar", "line", "scatter"]
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "currentColor")
"""One for each series, in order: those of the palette that stand out at 3:1 from white and from near-black alike, and
the colour of the text. **Source:** M. Okabe and K. Ito, Color Universal Design (2008); WCAG 2.2, criterion 1.4.11."""
DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 4")
"""How the line of each series is broken, so that colour alone never tells."""
_LINE = 15
_BAR, _GAP, _BETWEEN = 14, 3, 8
_PLOT = 190
_MARGIN = 110.0
"""How much of the width figures beside bars may take, on one side."""


class Series(Struct, frozen=True):
    """One row of values, None where there is none; `errors` holds how far each may be off, below and above."""

    name: str
    values: tuple[float | None, ...]
    errors: tuple[tuple[float, float] | None, ...] = ()

    def ends(self, at: int) -> tuple[float, float] | None:
        """Where the error bar of a value ends, None without one."""
        value, error = self.values[at], self.errors[at] if at < len(self.errors) else None
        ends = (drawable(value - error[0]), drawable(value + error[1])) if value is not None and error else (None, None)
        return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


class Chart(Struct, frozen=True):
    """What to draw. `labels` name the places of the values in order; `places` are the same as numbers for lines and
    points, empty when they are no numbers. `alt` says what the chart shows, for those who cannot see it."""

    kind: Kind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    places: tuple[float, ...] = ()
    x_label: str = ""
    y_label: str = ""
    form: str = ""


class _Canvas:
    """Elements of a drawing, in order."""

    def __init__(self) -> None:
        self.out: list[str] = []

    def text(self, x: float, y: float, words: str, anchor: str = "start", soft: bool = False) -> None:
        given = f' text-anchor="{anchor}"' if anchor != "start" else ""
        faint = ' opacity=".75"' if soft else ""
        self.out.append(f'<text x="{unit(x)}" y="{unit(y)}"{given}{faint}>{clean(words)}</text>')

    def line(self, x1: float, y1: float, x2: float, y2: float, opacity: str = "", more: str = "") -> None:
        faint = f' opacity="{opacity}"' if opacity else ""
        ends = f'x1="{unit(x1)}" y1="{unit(y1)}" x2="{unit(x2)}" y2="{unit(y2)}"'
        self.out.append(f'<line {ends} stroke="currentColor"{faint}{more}/>')

    def whisker(self, low: tuple[float, float], high: tuple[float, float]) -> None:
        """An error bar with its caps between two points, upright or lying."""
        across = low[1] == high[1]
        dx, dy = (0, 4) if across else (4, 0)
        self.line(*low, *high)
        for x, y in (low, high):
            self.line(x - dx, y - dy, x + dx, y + dy)


def chart_svg(chart: Chart, id_: str = "", told: str = "") -> str:
    """The drawing of a chart, well-formed XML that can stand in HTML; a chart without values shows its axes.

    `id_` and `told` are those of `framed`.
    """
    canvas = _Canvas()
    height = _bars(canvas, chart) if chart.kind == "bar" else _plot(canvas, chart)
    return framed("\n".join(canvas.out), height, chart.alt, id_, told)


def _bars(canvas: _Canvas, chart: Chart) -> float:
    """Lying bars under their labels: a label of any length has the whole width. They begin at zero."""
    top = _legend(canvas, chart)
    ends = [end for one in chart.series for at in range(len(one.values)) for end in one.ends(at) or ()]
    values = [value for one in chart.series for value in one.values if value is not None]
    room = min(_MARGIN, max((width(shown(value, chart.form), SIZE) for value in values), default=0) + 8)
    left = room if any(value < 0 for value in values) else 1.0
    axis = scale([*values, *ends], left, WIDTH - max(room, 1.0), 4, zero=True)
    y = float(top)
    for at, label in enumerate(chart.labels):
        for words in fit(_flat(label), WIDTH - 4, SIZE, 2):
            canvas.text(0, y + SIZE - 1, words)
            y += _LINE
        # Behind the bars only, so that no line strikes a label through.
        canvas.out += _grid(axis, y, y + len(chart.series) * (_BAR + _GAP) - _GAP)
        for number, one in enumerate(chart.series):
            _bar(canvas, chart, axis, number, one, at, y)
            y += _BAR + _GAP
        y += _BETWEEN
    y = max(y - _BETWEEN, top)
    _tick_row(canvas, axis, y + SIZE + 3)
    if chart.y_label:
        canvas.text(WIDTH / 2, y + 2 * _LINE + 3, fit(_flat(chart.y_label), WIDTH, SIZE)[0], "middle", soft=True)
    return y + 2 * _LINE + 9


def _bar(canvas: _Canvas, chart: Chart, axis: Scale, number: int, one: Series, at: int, y: float) -> None:
    value, zero = one.values[at], axis.at(0.0)
    if value is None:
        fits = zero + 4 + width("no value", SIZE) <= WIDTH
        canvas.text(zero + 4 if fits else zero - 4, y + SIZE - 1, "no value", "start" if fits else "end", soft=True)
        return
    tip, ends = axis.at(value), one.ends(at)
    canvas.out.append(
        f'<rect x="{unit(min(zero, tip))}" y="{unit(y)}" width="{unit(abs(tip - zero))}" height="{_BAR}" '
        f'fill="{COLOURS[number]}"><title>{clean(_told(chart, one, at))}</title></rect>'
    )
    if ends:
        canvas.whisker((axis.at(ends[0]), y + _BAR / 2), (axis.at(ends[1]), y + _BAR / 2))
    far = [tip, *(axis.at(end) for end in ends or ())]
    figure = fit(shown(value, chart.form), _MARGIN - 8, SIZE)[0]
    if value < 0:
        canvas.text(min(far) - 4, y + SIZE - 1, figure, "end")
    else:
        canvas.text(max(far) + 4, y + SIZE - 1, figure)


def _grid(axis: Scale, top: float, bottom: float) -> list[str]:
    lines = _Canvas()
    for tick in axis.ticks:
        lines.line(axis.at(tick), top, axis.at(tick), bottom, ".6" if tick == 0 else ".15")
    return lines.out


def _tick_row(canvas: _Canvas, axis: Scale, y: float) -> None:
    """The labels of a lying axis; those that would touch the one before are left out."""
    right = float(-SIZE)
    for tick, label in zip(axis.ticks, tick_labels(axis.ticks), strict=True):
        half = width(label, SIZE) / 2
        x = min(max(axis.at(tick), half), WIDTH - half)
        if x - half >= right + SIZE / 2:
            canvas.text(x, y, label, "middle", soft=True)
            right = x + half


def _plot(canvas: _Canvas, chart: Chart) -> float:
    """Lines or points over two axes; the name of the upright axis stands above it, where it can be read."""
    top = _legend(canvas, chart)
    if chart.y_label:
        canvas.text(0, top + SIZE - 1, fit(_flat(chart.y_label), WIDTH, SIZE)[0], soft=True)
        top += _LINE
    top += SIZE - 4  # half of the highest label stands above the plot
    bottom = top + _PLOT
    ends = [end for one in chart.series for at in range(len(one.values)) for end in one.ends(at) or ()]
    upright = scale([*(v for one in chart.series for v in one.values if v is not None), *ends], bottom, top)
    names = tick_labels(upright.ticks)
    left = max(width(name, SIZE) for name in names) + 8
    for tick, name in zip(upright.ticks, names, strict=True):
        canvas.line(left, upright.at(tick), WIDTH - 8, upright.at(tick), ".6" if tick == 0 else ".15")
        canvas.text(left - 6, upright.at(tick) + 4, name, "end", soft=True)
    places, lying = _places(canvas, chart, left, bottom)
    for number, one in enumerate(chart.series):
        _draw(canvas, chart, number, one, [lying.at(place) for place in places], upright)
    below = bottom + _LINE
    if chart.x_label:
        below += _LINE + 3
        words = fit(_flat(chart.x_label), WIDTH, SIZE)[0]
        canvas.text(WIDTH / 2, below, words, "middle", soft=True)
    return below + 6


def _places(canvas: _Canvas, chart: Chart, left: float, bottom: float) -> tuple[tuple[float, ...], Scale]:
    """Where the values stand along the lying axis, whose labels are written here."""
    canvas.line(left, bottom, WIDTH - 8, bottom, ".6")
    if chart.places:
        lying = scale(chart.places, left + 6, WIDTH - 14)
        _tick_row(canvas, lying, bottom + SIZE + 3)
        return chart.places, lying
    last = max(1.0, len(chart.labels) - 1.0)
    lying = Scale(0.0, last, left + 20, WIDTH - 28, ())
    right = left - SIZE
    for at, label in enumerate(chart.labels):
        words = fit(_flat(label), (WIDTH - left) / 3, SIZE)[0]
        half = width(words, SIZE) / 2
        x = min(max(lying.at(at), half), WIDTH - half)
        if x - half >= right + SIZE / 2:
            canvas.text(x, bottom + SIZE + 3, words, "middle", soft=True)
            right = x + half
    return tuple(map(float, range(len(chart.labels)))), lying


def _draw(canvas: _Canvas, chart: Chart, number: int, one: Series, xs: list[float], upright: Scale) -> None:
    colour, dash = COLOURS[number], DASHES[number]
    points = [(x, upright.at(value)) if value is not None else None for x, value in zip(xs, one.values, strict=True)]
    if chart.kind == "line":
        given = f' stroke-dasharray="{dash}"' if dash else ""
        steps = [
            f"{'L' if before else 'M'}{unit(point[0])} {unit(point[1])}"
            for before, point in pairwise([None, *points])
            if point
        ]
        if steps:
            canvas.out.append(f'<path d="{"".join(steps)}" fill="none" stroke="{colour}" stroke-width="2"{given}/>')
    for at, point in enumerate(points):
        ends = one.ends(at)
        if point and ends:
            canvas.whisker((point[0], upright.at(ends[0])), (point[0], upright.at(ends[1])))
        if point:
            told = f"<title>{clean(_told(chart, one, at))}</title>"
            canvas.out.append(_marker(number, *point, f'fill="{colour}"', told))


def _marker(number: int, x: float, y: float, given: str, inside: str) -> str:
    """A dot, square, triangle, diamond or ring for each series."""
    if number in (0, 4):
        ring = 'fill="none" stroke="currentColor" stroke-width="1.5"' if number == 4 else given
        return f'<circle cx="{unit(x)}" cy="{unit(y)}" r="3.5" {ring}>{inside}</circle>'
    shapes = {
        1: ((-3, -3), (3, -3), (3, 3), (-3, 3)),
        2: ((0, -4), (4, 3), (-4, 3)),
        3: ((0, -4), (4, 0), (0, 4), (-4, 0)),
    }
    corners = " ".join(f"{unit(x + dx)},{unit(y + dy)}" for dx, dy in shapes[number])
    return f'<polygon points="{corners}" {given}>{inside}</polygon>'


def _legend(canvas: _Canvas, chart: Chart) -> float:
    """The names of several series, each after its mark, on as many lines as they need; how far down they reach."""
    if len(chart.series) < 2:
        return 0
    x, y = 0.0, 0.0
    for number, one in enumerate(chart.series):
        words = fit(_flat(one.name), WIDTH - 20, SIZE)[0]
        if x and x + 16 + width(words, SIZE) > WIDTH:
            x, y = 0.0, y + _LINE + 2
        given = f'fill="{COLOURS[number]}"'
        if chart.kind == "bar":
            canvas.out.append(f'<rect x="{unit(x)}" y="{unit(y + 2)}" width="10" height="10" {given}/>')
        else:
            canvas.out.append(_marker(number, x + 5, y + 7, given, ""))
        canvas.text(x + 15, y + SIZE - 1, words)
        x += 16 + width(words, SIZE) + 14
    return y + _LINE + 6


def _told(chart: Chart, one: Series, at: int) -> str:
    """One value in words, for a pointer that rests on it."""
    value, ends = one.values[at], one.ends(at)
    name = f"{chart.labels[at]}, {one.name}" if len(chart.series) > 1 else chart.labels[at]
    range_ = f" ({shown(ends[0], chart.form)} to {shown(ends[1], chart.form)})" if ends else ""
    return f"{name}: {shown(value, chart.form)}{range_}"


def _flat(words: str) -> str:
    return " ".join(words.split())
