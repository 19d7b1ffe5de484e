"""A year as a strip of days: a column for each week, Monday at the top, shaded by one count and marked by another."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from inkwright.render.chart_frame import SIZE, WIDTH, clean, framed, unit
from inkwright.render.chart_scale import width

WEEKS = 53
LEVELS = (".3", ".5", ".75", "1")
"""How much of the colour each quarter of the highest count takes."""
SHADE, MARK = "#0072b2", "#d55e00"
"""Colours of charts that stand out from white and from near-black alike; marks are also told by their form."""
_STEP = WIDTH / WEEKS
_CELL = _STEP - 1
_TOP = SIZE + 5
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def first_day(last: str) -> str:
    """The Monday (ISO) on which the strip that ends in the week of an ISO day begins."""
    day = date.fromisoformat(last)
    return (day - timedelta(day.weekday(), weeks=WEEKS - 1)).isoformat()


class Year(Struct, frozen=True):
    """The 53 weeks up to the ISO day `last`. `shaded` and `marked` hold counts by ISO day, those outside are left out;
    `shades` and `mark` name what is counted ("minutes", "post")."""

    shaded: Mapping[str, int]
    marked: Mapping[str, int]
    last: str
    shades: str
    mark: str
    alt: str


def year_strip(year: Year, id_: str = "", told: str = "") -> str:
    """The drawing of a year; `id_` and `told` are those of `framed`."""
    begin = date.fromisoformat(first_day(year.last))
    shaded = {day: count for day, count in year.shaded.items() if begin.isoformat() <= day <= year.last and count > 0}
    most = max(shaded.values(), default=0)
    empty, cells, dots = [], [], []
    for at in range((date.fromisoformat(year.last) - begin).days + 1):
        x, y, day = at // 7 * _STEP, _TOP + at % 7 * _STEP, (begin + timedelta(at)).isoformat()
        count, marks = shaded.get(day, 0), year.marked.get(day, 0)
        said = [f"{count:,} {year.shades}"] * (count > 0) + [f"{marks} {year.mark}{'s' * (marks != 1)}"] * (marks > 0)
        if count:
            cells.append(_cell(x, y, LEVELS[len(LEVELS) * (count - 1) // most], f"{day}: {', '.join(said)}"))
        else:
            empty.append(f"M{unit(x)} {unit(y)}h{unit(_CELL)}v{unit(_CELL)}h-{unit(_CELL)}z")
        if marks:
            dots.append(_dot(x + _CELL / 2, y + _CELL / 2, 3, f"{day}: {', '.join(said)}"))
    ground = f'<path d="{"".join(empty)}" fill-opacity=".13"/>'
    bottom = _TOP + 7 * _STEP + 6
    drawn = (*_months(begin, year.last), ground, *cells, *dots, *_key(bottom, most, year))
    return framed("\n".join(drawn), bottom + SIZE + 8, year.alt, id_, told)


def _months(begin: date, last: str) -> list[str]:
    """The name of each month over the week of its first day, where there is room."""
    out, free = [], 0.0
    for at in range((date.fromisoformat(last) - begin).days + 1):
        day, x = begin + timedelta(at), at // 7 * _STEP
        if day.day == 1 and x >= free and x + width("Mmm", SIZE) <= WIDTH:
            out.append(f'<text x="{unit(x)}" y="{SIZE - 1}" opacity=".75">{_MONTHS[day.month - 1]}</text>')
            free = x + width("Mmm", SIZE) + 4
    return out


def _cell(x: float, y: float, level: str, said: str) -> str:
    return (
        f'<rect x="{unit(x)}" y="{unit(y)}" width="{unit(_CELL)}" height="{unit(_CELL)}" rx="1" fill="{SHADE}" '
        f'fill-opacity="{level}"><title>{clean(said)}</title></rect>'
    )


def _dot(x: float, y: float, radius: float, said: str = "") -> str:
    told = f"<title>{clean(said)}</title>" if said else ""
    return (
        f'<circle cx="{unit(x)}" cy="{unit(y)}" r="{unit(radius)}" fill="{MARK}" stroke="currentColor" '
        f'stroke-width=".8">{told}</circle>'
    )


def _key(y: float, most: int, year: Year) -> list[str]:
    """What shades and marks mean."""
    out, x = [], 0.0
    if most:
        for level in LEVELS:
            out.append(f'<rect x="{unit(x)}" y="{unit(y + 2)}" width="10" height="10" rx="1" fill="{SHADE}" '
                       f'fill-opacity="{level}"/>')  # fmt: skip
            x += 12
        words = f"up to {most:,} {year.shades} a day"
        out.append(f'<text x="{unit(x + 3)}" y="{unit(y + SIZE - 1)}">{clean(words)}</text>')
        x += 3 + width(words, SIZE) + 12
    return [*out, _dot(x + 5, y + 7, 4), f'<text x="{unit(x + 14)}" y="{unit(y + SIZE - 1)}">{clean(year.mark)}</text>']
