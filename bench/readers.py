"""What a list of 100,000 addresses costs to bring in, a tenth of it rubbish."""

import sys
from pathlib import Path

import measure

COUNT = 100_000
INKWRIGHT = [sys.executable, "-m", "inkwright"]
RUBBISH = (
    "not an address,x,active",
    "bob@,x,active",
    '"an open quote,x,active',
    "a@b@c.com,,",
    "x@example.com,Y,lodger",
)
Row = tuple[str, str, str]


def importing(folder: Path) -> list[Row]:
    """An import of new addresses, then the same again."""
    folder.mkdir(exist_ok=True)
    (folder / "inkwright.toml").write_text("")
    lines = ["email,name,status"] + [
        RUBBISH[number // 10 % len(RUBBISH)]
        if number % 10 == 9
        else f"r.{number}@m{number % 977}.com,R {number},active"
        for number in range(COUNT)
    ]
    (folder / "list.csv").write_text("\n".join(lines), encoding="utf-8-sig")
    command = [*INKWRIGHT, "subscribers", "import", "list.csv", "--confirmed", "double opt-in"]
    rows = []
    for what in (f"import of {COUNT:,} addresses, 10 % rubbish", "  the same again"):
        cost = measure.run(command, folder)
        figure = f"{COUNT / cost.wall:,.0f}/s wall, {COUNT / cost.cpu:,.0f}/s CPU, {cost.memory:.0f} MB"
        rows.append((what, figure, ">= 5,000/s"))
    return rows
