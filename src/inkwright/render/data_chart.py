"""From the rows of a table to a chart: which columns, which places, which series. Where they cannot be drawn, why."""

from collections.abc import Mapping, Sequence

from inkwright.model.data import DataTable, Value
from inkwright.render.chart_scale import drawable, shown
from inkwright.render.charts import COLOURS, Chart, Series
from inkwright.render.data_options import Asked, Column, named

MOST_BARS, MOST_POINTS = 60, 2000
Row = Mapping[str, Value]


def chart_of(asked: Asked, table: DataTable) -> tuple[Chart, tuple[Column, ...]]:
    """The chart that a fence asks for and the columns it is drawn from. Raises ValueError with a sentence."""
    x = asked.x or named(table.columns[0])
    ys = asked.ys or _first_numbers(asked, table, x.name)
    for name in (x.name, *(y.name for y in ys), *asked.errors, *filter(None, [asked.series])):
        known(asked, table, name)
    for y in ys:
        if all(drawable(row.get(y.name)) is None for row in table.rows):
            raise ValueError(f"the column `{y.name}` of {asked.file} holds no numbers")
    if len(asked.errors) > 2 or (asked.errors and len(ys) > 1):
        raise ValueError("`error=` takes one column, or two for the lower and the upper end, and then one `y=`")
    if asked.series and len(ys) > 1:
        raise ValueError("`series=` goes with one `y=`")
    spots = _spots(asked, table, x.name)
    series = _series(asked, table, x.name, ys, spots)
    numbers = [drawable(at) for at, _ in spots]
    places = tuple(number for number in numbers if number is not None)
    unit = f" ({asked.unit})" if asked.unit else ""
    y_label = ys[0].label if len(ys) == 1 else ""
    chart = Chart(
        asked.kind, tuple(shown(at) for at, _ in spots), series, asked.alt,
        places if asked.kind != "bar" and len(places) == len(spots) else (),
        x.label, f"{y_label}{unit}" if y_label else asked.unit, asked.form,
    )  # fmt: skip
    group = (named(asked.series),) if asked.series else ()
    return chart, (x, *group, *ys, *map(named, asked.errors))


def known(asked: Asked, table: DataTable, name: str) -> None:
    """Raises ValueError for a column that the table does not have."""
    if name not in table.columns:
        raise ValueError(f"{asked.file} has no column `{name}`; it has {', '.join(table.columns[:8]) or 'none'}")


def _first_numbers(asked: Asked, table: DataTable, x: str) -> tuple[Column, ...]:
    """The column `median` of a file of `bench run`, else the first that holds numbers."""
    names = [name for name in table.columns if name != x]
    numbers = [name for name in names if any(drawable(row.get(name)) is not None for row in table.rows)]
    if not numbers:
        raise ValueError(f"{asked.file} has no column of numbers to draw")
    name = "median" if "median" in numbers else numbers[0]
    return (named(name),)


def _spots(asked: Asked, table: DataTable, x: str) -> list[tuple[Value, list[Row]]]:
    """The places along the axis with the rows that stand there: in the file's order, numbers of a line by size. Each
    point of a scatter has a place of its own."""
    if asked.kind == "scatter":
        spots = [(row.get(x), [row]) for row in table.rows]
    else:
        gathered: dict[Value, list[Row]] = {}
        for row in table.rows:
            gathered.setdefault(row.get(x), []).append(row)
        spots = list(gathered.items())
        if asked.kind == "line" and all(drawable(at) is not None for at in gathered):
            spots.sort(key=lambda spot: drawable(spot[0]) or 0.0)
    if len(spots) > (MOST_BARS if asked.kind == "bar" else MOST_POINTS):
        raise ValueError(f"{asked.file} holds {len(spots)} values of `{x}`, too many for one chart")
    return spots


def _series(
    asked: Asked, table: DataTable, x: str, ys: Sequence[Column], spots: Sequence[tuple[Value, list[Row]]]
) -> tuple[Series, ...]:
    groups: list[tuple[str, str, Value]] = [(y.label, y.name, None) for y in ys]
    if asked.series:
        names = dict.fromkeys(row.get(asked.series) for row in table.rows)
        groups = [(shown(name), ys[0].name, name) for name in names]
    if len(groups) > len(COLOURS):
        raise ValueError(
            f"{len(groups)} series are more than the {len(COLOURS)} that can be told apart: draw two charts"
        )
    found = []
    for label, column, name in groups:
        rows: list[Row] = []
        for at, standing in spots:
            own = [row for row in standing if not asked.series or row.get(asked.series) == name]
            if len(own) > 1:
                raise ValueError(f"`{shown(at)}` stands in several rows of {asked.file}: add series=COLUMN")
            rows.append(own[0] if own else {})
        values = tuple(drawable(row.get(column)) for row in rows)
        found.append(Series(label, values, tuple(_error(asked.errors, row, column) for row in rows)))
    return tuple(found)


def _error(columns: Sequence[str], row: Row, column: str) -> tuple[float, float] | None:
    """How far below and above a value its error bar reaches: by one column either way, by two to their values."""
    value, ends = drawable(row.get(column)), [drawable(row.get(name)) for name in columns]
    found = [end for end in ends if end is not None]
    if value is None or not found or len(found) < len(ends):
        return None
    if len(found) == 1:
        return abs(found[0]), abs(found[0])
    return value - found[0], found[1] - value
