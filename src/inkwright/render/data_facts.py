"""How measured values came about, as one line under their table or chart: machine, versions, date, n, spread."""

from collections.abc import Mapping
from typing import Any

from inkwright.model.data import DataTable
from inkwright.render.chart_scale import drawable
from inkwright.render.data_options import FACT_NAMES

LABELS = {"machine": "Machine", "versions": "Versions", "date": "Date", "n": "n", "spread": "Spread"}
ASKED = {
    "machine": "on which machine", "versions": "with which versions", "date": "when", "n": "how often",
    "spread": "with what spread",
}  # fmt: skip


def stated(table: DataTable, given: Mapping[str, str]) -> dict[str, str]:
    """The five facts in words, "" for one that nobody stated; what the fence says goes before what the file says.

    Text under other names in the file's facts (`"sqlite": "3.40.1"`) is taken for a version.
    """
    facts = table.facts
    found = {name: given.get(name) or _words(facts.get(name)) for name in FACT_NAMES}
    if not found["versions"]:
        others = {name: value for name, value in facts.items() if name not in FACT_NAMES and isinstance(value, str)}
        found["versions"] = _words({name: value for name, value in others.items() if any(map(str.isdigit, value))})
    off = _relative(table)
    if found["spread"] and off:
        found["spread"] += f", {off} of the median"
    return found


def line(facts: Mapping[str, str]) -> str:
    """The five facts as one line; one that nobody stated is said to be missing."""
    return " · ".join(f"{LABELS[name]}: {words or 'not stated'}" for name, words in facts.items())


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        plain = {name: one for name, one in value.items() if isinstance(one, str | int | float) and str(one)}
        bare = set(plain) <= {"cpu", "cores", "memory", "os"}
        cores = {"cores": f"{plain['cores']} cores"} if bare and "cores" in plain else {}
        return ", ".join(str(cores.get(name, one)) if bare else f"{name} {one}" for name, one in plain.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _relative(table: DataTable) -> str:
    """The spread of the rows as a share of their medians, "" for rows that do not hold both."""
    shares = []
    for row in table.rows:
        middle, off = drawable(row.get("median")), drawable(row.get("mad"))
        if middle and off is not None:
            shares.append(100 * off / abs(middle))
    if not shares:
        return ""
    low, high = f"{min(shares):.1f}", f"{max(shares):.1f}"
    return f"{low} %" if low == high else f"{low} to {high} %"
