"""What the fence of a table or chart asks for: ```` ```chart from=bench.json kind=bar x=name y=median ````.

Decision 0023 has the spelling. A fence named `table` or `chart` without `from=` is an ordinary one.
"""

import difflib
from typing import Literal

from msgspec import Struct

from inkwright.model.document import Block
from inkwright.model.regex import regex
from inkwright.render.charts import Kind
from inkwright.text.drawn import FROM
from inkwright.text.info_string import parse_info

FACT_NAMES = ("machine", "versions", "date", "n", "spread")
"""What must be said of measured values. **Source:** requirement EVD-6."""
KINDS: tuple[Kind, ...] = ("bar", "line", "scatter")
_COMMON = {"from", "title", "unit", "format", "facts", *FACT_NAMES}
_OWN = {"table": {"columns"}, "chart": {"kind", "x", "y", "error", "series", "alt"}}
OPTIONS = sorted(_COMMON.union(*_OWN.values()))
"""Every option that a table or a chart takes."""
_MEANT = {"mad": "median absolute deviation", "q1": "lower quartile", "q3": "upper quartile"}
_FORM = regex(r"[+]?,?(?:\.\d{1,2})?[fegd%]?\Z")


class Column(Struct, frozen=True):
    """A column and what it is called here."""

    name: str
    label: str


class Asked(Struct, frozen=True):
    """A fence, read. `file` and `key` say where the rows are. `errors` are no columns, one (how far a value may be off
    either way) or two (where its error bar ends). `facts` is a file, "none" for values that nobody measured, "" for
    those of the data file; `given` holds facts that the fence itself states. `caption` is the body of the fence."""

    what: Literal["table", "chart"]
    file: str
    key: str
    caption: str
    title: str = ""
    unit: str = ""
    form: str = ""
    columns: tuple[Column, ...] = ()
    kind: Kind = "bar"
    x: Column | None = None
    ys: tuple[Column, ...] = ()
    errors: tuple[str, ...] = ()
    series: str = ""
    alt: str = ""
    facts: str = ""
    given: tuple[tuple[str, str], ...] = ()


def read_fence(block: Block) -> Asked:
    """What a fence asks for; one that is drawn. Raises ValueError with a sentence for a wish nobody knows."""
    info = parse_info(block.info)
    what: Literal["table", "chart"] = "table" if info.language == "table" else "chart"
    known, options = _COMMON | _OWN[what], info.options
    for name in [*options, *info.words]:
        if name not in known or name in info.words:
            if name in info.words and "," in block.info:
                raise ValueError(f"`{name}` belongs to nothing: a value with a comma or a space stands in quotes")
            near = ["from"] if name in FROM else difflib.get_close_matches(name, sorted(known), 1)
            hint = f"; did you mean `{near[0]}=`?" if near else f"; known are {', '.join(sorted(known))}"
            raise ValueError(f"a {what} takes no `{name}`{hint}")
    file, _, key = options["from"].partition("#")
    kind = next((one for one in KINDS if one == options.get("kind", "bar")), None)
    if kind is None:
        raise ValueError(f"there is no chart of kind `{options['kind']}`; known are {', '.join(KINDS)}")
    form = options.get("format", "")
    if not _FORM.match(form):
        raise ValueError(f"`{form}` is no format; write one such as .1f or ,.0f")
    return Asked(
        what, file, key, block.text.strip(), options.get("title", ""), options.get("unit", ""), form,
        _columns(options.get("columns", "")), kind, next(iter(_columns(options.get("x", ""))), None),
        _columns(options.get("y", "")), tuple(one.name for one in _columns(options.get("error", ""))),
        options.get("series", ""), options.get("alt", "").strip(), options.get("facts", ""),
        tuple((name, options[name]) for name in FACT_NAMES if options.get(name)),
    )  # fmt: skip


def named(name: str, label: str = "") -> Column:
    """A column under its label, else under its name or what a name of `bench run` stands for."""
    return Column(name, label or _MEANT.get(name, name))


def _columns(written: str) -> tuple[Column, ...]:
    """`name: Label, name` as columns."""
    parts = [part.partition(":") for part in written.split(",") if part.strip()]
    return tuple(named(name.strip(), label.strip()) for name, _, label in parts)
