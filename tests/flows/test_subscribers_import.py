"""A list on the disk -> the ledger: all lines accounted for, twice as once, killed at any moment."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.flows.newsletter_desk import NOW, desk, on

from inkwright.flows.subscribers_add import Wanted as AddWanted
from inkwright.flows.subscribers_add import add_subscriber
from inkwright.flows.subscribers_erase import erase_subscriber
from inkwright.flows.subscribers_export import export_table
from inkwright.flows.subscribers_import import Wanted, import_subscribers
from inkwright.flows.subscribers_list import list_subscribers
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.subscriber import Intake
from inkwright.workspace.folder import Workspace

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))


@pytest.fixture
def blog(tmp_path: Path, ledger_place: str | Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    on(ledger_place, monkeypatch)
    return desk(tmp_path / "blog")


def write(folder: Path, text: str, name: str = "list.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return str(folder / name)


def test_every_line_is_accounted_for(blog: Workspace, tmp_path: Path):
    add_subscriber(blog, AddWanted("known@example.com"), NOW)
    erase_subscriber(blog, "erased@example.com", NOW)
    source = write(
        tmp_path,
        "email,name,status\r\nnew@example.com,New,active\r\nknown@example.com,,active\r\nerased@example.com,,active\r\n"
        'bad,"=1+1",active\r\nleft@example.com,,unsubscribed\r\nbounced@example.com,,bounced\r\nnew@example.com,,\r\n',
    )
    steps = []
    done = import_subscribers(blog, source, Wanted(vouched="x"), NOW, lambda at, of: steps.append((at, of)))
    assert done.people == Intake(active=1, left=1, stopped=1, barred=1, same=2) and done.format == "csv"
    assert done.people.total + len(done.refused) == 7
    with (blog.root / done.account).open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["line"], row["text"]) == ("5", 'bad,"=1+1",active') and "@" in row["why"]
    assert steps == [(8, 9)]
    again = import_subscribers(blog, source, Wanted(vouched="x"), NOW)
    assert again.people == Intake(barred=1, same=5) and again.people.total == done.people.total


def test_new_people_go_on_the_lists_that_were_named(blog: Workspace, tmp_path: Path):
    source = write(tmp_path, 'email,tags\na@example.com,"VIP, old"\n')
    import_subscribers(blog, source, Wanted(lists=("GPU", "llm")), NOW)
    (shown,) = list_subscribers(blog, None, "").subscribers
    assert (shown.lists, shown.tags) == (("gpu", "llm"), ("old", "vip"))
    with pytest.raises(UsageError, match="there is no list"):
        import_subscribers(blog, source, Wanted(lists=("cooking",)), NOW)


@pytest.mark.parametrize(("text", "error"), [("", UnreadableError), ("name\nAda\n", UnreadableError)])
def test_a_file_that_is_no_list(blog: Workspace, tmp_path: Path, text: str, error: type[Exception]):
    with pytest.raises(error):
        import_subscribers(blog, write(tmp_path, text), Wanted(), NOW)
    with pytest.raises(UnreadableError):
        import_subscribers(blog, str(tmp_path / "nowhere.csv"), Wanted(), NOW)
    with pytest.raises(UsageError):
        import_subscribers(blog, write(tmp_path, "email\n"), Wanted(format="papyrus"), NOW)


def test_what_goes_out_comes_in_again_as_it_was(blog: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source = write(
        tmp_path,
        "email,name,status,created_at,tags\na@example.com,=Ada,active,2024-01-01T00:00:00.123456Z,gpu;vip\n"
        "b@example.com,&amp;,unsubscribed,,\nc@example.com,,bounced,,\nd@example.com,,pending,,\n"
        "+e@bücher.example,Łódź,complained,,\n",
    )
    import_subscribers(blog, source, Wanted(vouched="x"), NOW)
    first = "".join(export_table(blog))
    monkeypatch.setenv("INKWRIGHT_LEDGER", str(tmp_path / "other.db"))
    done = import_subscribers(blog, write(tmp_path, first, "own.csv"), Wanted(vouched="y"), NOW)
    assert done.format == "inkwright" and not done.refused
    assert "".join(export_table(blog)) == first and first.count("\r\n") == 6


KILLED = """
import sys, time
from datetime import datetime, UTC
from inkwright.flows.subscribers_import import Wanted, import_subscribers
from inkwright.workspace.folder import open_workspace
print("go", flush=True)
import_subscribers(open_workspace(sys.argv[1]), sys.argv[2], Wanted(vouched="x"), datetime.now(UTC))
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_nobody_is_in_by_half_and_the_next_run_completes_it(blog: Workspace, tmp_path: Path):
    from sqlalchemy import text

    from inkwright.flows.ledger import ledger_for_reading

    count = 4000
    source = write(tmp_path, "email\n" + "".join(f"r{number}@example.com\n" for number in range(count)))
    dice = random.Random(TORTURE or 5)
    for _ in range(TORTURE // 20 or 3):
        command = [sys.executable, "-c", KILLED, str(blog.root), source]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(dice.uniform(0.2, 1.2))
            process.send_signal(signal.SIGKILL)
        with ledger_for_reading(blog) as ledger, ledger.read() as connection:
            torn = connection.execute(text(
                "SELECT count(*) FROM subscriber WHERE status <> 'active' OR confirmed IS NULL OR "
                "(SELECT count(*) FROM consent_event WHERE sub = subscriber.id) <> 2"
            )).scalar()  # fmt: skip
            inside = connection.execute(text("SELECT count(*) FROM subscriber")).scalar_one()
        assert torn == 0 and inside % 500 == 0
    done = import_subscribers(blog, source, Wanted(vouched="x"), NOW)
    assert done.people.active + done.people.same == count
    assert list_subscribers(blog, None, "", 0).counts["active"] == count
