"""A blog of twelve posts with sessions, readings and mails, under titles that mean harm."""

import random
from datetime import date, timedelta
from pathlib import Path

from inkwright.flows.ledger import ledger_of
from inkwright.ledger.readings import keep
from inkwright.model.reading import Reading
from inkwright.workspace.folder import Workspace, open_workspace

TODAY = "2026-11-21"
SECRET = "a private thought that nobody shall see"
TITLES = (
    "What a KV cache costs", '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</title></svg>&lt;b&gt;",
    "\u202eeltit a", "A title that goes on and on, over more lines than anybody would want to give to it in a chart",
    "{{ today }}", "日本語の題名", "Where NaNs come from", "x" * 120, "A & B", "Tools",
)  # fmt: skip


def make_blog(root: Path) -> Workspace:
    """The blog below a folder; the same each time."""
    chance = random.Random(8)
    (root / "posts").mkdir(parents=True)
    (root / "log").mkdir()
    (root / "inkwright.toml").write_text(
        'title = "Caches & <kernels>"\nbase_url = "https://me.example"\npillars = ["GPU", "Tools"]\n', encoding="utf-8"
    )
    (root / "log/2026-11-20.md").write_text(f"- 08:00 {SECRET}\n", encoding="utf-8")
    ideas = "".join(f"- 2026-11-20 {SECRET} [pillar:: {pillar}]\n" for pillar in ("GPU", "Tools"))
    (root / "ideas.md").write_text(ideas, encoding="utf-8")
    found: list[Reading] = []
    for number, title in enumerate(TITLES):
        day = date(2025, 8, 15) + timedelta(number * 37 + chance.randrange(9))
        _write(root, number, title, day, chance)
        found += _readings(number, day, chance)
    workspace = open_workspace(root)
    ledger = ledger_of(workspace)
    with ledger.write() as connection:
        keep(connection, "substack", found)
        days = [one for one in found if one.page == "/posts/p0/" and one.metric == "views" and not one.referrer]
        keep(connection, "goatcounter", [Reading(one.page, "views", one.value // 2, one.day) for one in days])
    ledger.close()
    return workspace


def _write(root: Path, number: int, title: str, day: date, chance: random.Random) -> None:
    pillar = chance.choice(["pillar: GPU\n", "pillar: Tools\n", ""])
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    words = "word " * chance.randrange(50, 900)
    (root / f"posts/p{number}.md").write_text(
        f'---\ntitle: "{quoted}"\ndate: {day}\n{pillar}---\n\n<!-- {SECRET} -->\n\n{words}\n', encoding="utf-8"
    )
    total = 0
    for step in range(2):
        hour, minutes, gained = chance.choice([6, 9, 21]), chance.randrange(30, 59), chance.randrange(100, 700)
        line = f"- {hour:02}:00-{hour:02}:{minutes} wrote [[p{number}]] +{gained} words ({total}→{total + gained})\n"
        total += gained
        ended = f"- 22:00 ended the draft of [[p{number}]] ({total} words)\n" if step else ""
        sat = day - timedelta(9 - 4 * step if number % 4 else 9)  # now and then twice on one day
        with (root / f"log/{sat}.md").open("a", encoding="utf-8") as log:
            log.write(line + ended)


def _readings(number: int, day: date, chance: random.Random) -> list[Reading]:
    page = f"/posts/p{number}/"
    found = [
        Reading(page, "views", chance.randrange(0, 400), (day + timedelta(after)).isoformat())
        for after in range(0, 40, 8)
        if (day + timedelta(after)).isoformat() <= TODAY
    ]
    found.append(Reading(page, "likes", chance.randrange(1, 30), day.isoformat(), "total"))
    found.append(Reading(page, "views", chance.randrange(1, 90), day.isoformat(), "day", "https://news.example/"))
    if number % 3:
        sent = chance.randrange(20, 300)
        opened = chance.randrange(0, sent)
        mailed = (("sent", sent), ("opens", opened), ("clicks", chance.randrange(0, opened + 1)))
        found += [Reading(page, metric, value, day.isoformat()) for metric, value in mailed]  # type: ignore[arg-type]
    return found
