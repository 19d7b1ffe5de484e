"""`inkwright subscribers` as somebody types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.main import main
from inkwright.model.errors import UsageError


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("INKWRIGHT_LEDGER", raising=False)
    (tmp_path / "inkwright.toml").write_text('[newsletter.lists]\ngpu = ["GPU programming"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["subscribers", *words], catch_exceptions=False)


def test_from_nobody_to_a_list(blog: Path):
    assert run("list").output == "0 active, 0 pending, 0 unsubscribed.\nLists, by who chose them: gpu 0. " \
        "Who chose none gets every issue.\n"  # fmt: skip
    assert "is pending" in run("add", "ada@example.com", "--list", "gpu").output
    assert "once" not in run("add", "ada@example.com").output and "already" in run("add", "ada@example.com").output
    assert "is a reader now" in run("add", "bob@example.com", "--confirmed", "told me").output
    assert "is a reader already" in run("add", "bob@example.com").output
    shown = run("list").output
    assert "1 active, 1 pending, 0 unsubscribed." in shown and "Mails that ask to confirm" in shown
    assert [line.split()[0] for line in shown.splitlines()[-2:]] == ["ada@example.com", "bob@example.com"]
    assert "ada@" not in run("list", "--state", "active").output


def test_json_names_everybody(blog: Path):
    (blog / "list.csv").write_text("email\n" + "".join(f"r{n}@example.com\n" for n in range(30)))
    assert run("import", "list.csv").exit_code == 0
    found = json.loads(run("list", "--format", "json").output)
    assert found["version"] == 1 and len(found["subscribers"]) == 30
    assert found["counts"] == {"active": 0, "pending": 30, "unsubscribed": 0} and found["mailed"] == 0
    assert "--all names every one" in run("list").output and "r29@" not in run("list").output
    assert "r29@" in run("list", "--all").output


def test_an_import_says_what_became_of_each_line(blog: Path):
    (blog / "list.csv").write_text(
        "email,status\na@example.com,active\nb@example.com,unsubscribed\n\x1b[31mbad,active\n"
    )
    done = run("import", "list.csv", "--confirmed", "double opt-in")
    assert done.exit_code == 1
    assert [line.strip() for line in done.stdout.splitlines()] == [
        "list.csv (csv): 3 lines read.", "1  new readers", "1  new, had unsubscribed there", "1  refused",
    ]  # fmt: skip
    assert "list.csv:4: " in done.stderr and "private/refused-list.csv" in done.stderr and "\x1b" not in done.stderr
    assert (blog / "private" / "refused-list.csv").is_file()
    pending = run("import", "list.csv")
    assert "--imported" not in pending.output


def test_pending_ones_are_vouched_for_later(blog: Path):
    (blog / "list.csv").write_text("email\na@example.com\n")
    assert "inkwright subscribers add --imported --confirmed WHY" in run("import", "list.csv").output
    assert (
        run("add", "--imported", "--confirmed", "double opt-in").output == "1 who came with a list are readers now.\n"
    )
    for words in (("add", "--imported"), ("add", "x@example.com", "--imported", "--confirmed", "x"), ("add",)):
        with pytest.raises(UsageError):
            run(*words)


def test_export_and_erase(blog: Path):
    run("add", "ada@example.com", "--name", "=Ada", "--confirmed", "told me")
    table = run("export").stdout_bytes
    assert table.startswith(b"email,name,status,") and b"\r\nada@example.com,'=Ada,active," in table
    assert run("export", "--out", "readers.csv").output == "Written to readers.csv.\n"
    assert (blog / "readers.csv").read_bytes() == table
    (blog / "mine.txt").write_text("mine")
    refused = CliRunner().invoke(main, ["subscribers", "export", "--out", "mine.txt"])
    assert isinstance(refused.exception, UsageError) and (blog / "mine.txt").read_text() == "mine"
    assert run("export", "--out", str(blog / "mine.txt"), "--force").exit_code == 0
    assert (blog / "mine.txt").read_bytes() == table
    assert json.loads(run("export", "ada@example.com").output)["subscriber"]["name"] == "=Ada"
    unasked = CliRunner().invoke(main, ["subscribers", "erase", "ada@example.com"])
    assert isinstance(unasked.exception, UsageError) and "Add --yes" in str(unasked.exception)
    assert "Forgotten." in run("erase", "ada@example.com", "--yes").output
    again = run("erase", "ada@example.com", "--yes")
    assert again.exit_code == 1
    assert again.stderr == "There is no reader ada@example.com; the address will not come in by an import.\n"
    assert run("export").stdout_bytes.count(b"\n") == 1


def test_help_imports_no_database():
    import subprocess
    import sys

    code = (
        "import sys; from click.testing import CliRunner; from inkwright.cli.main import main\n"
        "for words in ('subscribers --help', 'subscribers import --help', 'newsletter backup --help'):\n"
        "    assert CliRunner().invoke(main, words.split()).exit_code == 0\n"
        "print({'sqlalchemy', 'alembic', 'email_validator'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


@pytest.mark.parametrize("words", [("add", "a@example.com"), ("add", "--imported"), ("import", "list.csv")])
@pytest.mark.parametrize("why", ["", "  "])
def test_an_empty_reason_is_no_reason(blog: Path, words: tuple[str, ...], why: str):
    (blog / "list.csv").write_text("email\na@example.com\n")
    done = CliRunner().invoke(main, ["subscribers", *words, "--confirmed", why])
    assert isinstance(done.exception, UsageError)
    assert "--confirmed is empty" in str(done.exception)
    assert run("list").output.startswith("0 active, 0 pending")


def test_refused_lines_of_an_earlier_import_are_kept(blog: Path):
    for text in ("one", "two", "two"):
        (blog / "list.csv").write_text(f"email\na@example.com\n{text}\n")
        said = run("import", "list.csv").stderr
    assert "private/refused-list-2.csv" in said
    kept = sorted((blog / "private").glob("refused*"))
    assert [(one.name, one.read_text().split(",")[-1].strip()) for one in kept] == [
        ("refused-list-2.csv", "two"), ("refused-list.csv", "one"),
    ]  # fmt: skip


def test_two_columns_with_addresses_are_told_apart(blog: Path):
    (blog / "list.csv").write_text("Work E-Mail,email\na@example.com,b@example.com\n")
    assert (
        run("import", "list.csv").stderr == "list.csv: addresses were taken from 'email', and not from 'Work E-Mail'.\n"
    )
    assert "b@example.com" in run("list").output


def test_the_list_fits_the_terminal_and_a_file_has_it_whole(blog: Path, monkeypatch: pytest.MonkeyPatch):
    long = f"{'a.very.long.name' * 4}@{'a-very-long-domain.' * 4}example.com"[-200:]
    run("add", long, "--name", "Somebody With Many Names " * 4, "--confirmed", "told me")
    assert long in run("list").output
    monkeypatch.setattr("inkwright.cli.output.room", lambda stream=None: 80)
    shown = run("list").output
    assert max(map(len, shown.splitlines())) == 80
    assert "active" in shown


def test_erasing_says_which_copies_are_older(blog: Path):
    run("add", "ada@example.com", "--confirmed", "told me")
    CliRunner().invoke(main, ["newsletter", "backup"])
    done = run("erase", "ada@example.com", "--yes")
    assert done.exit_code == 0
    assert "Copies of the ledger in private/backup that were made before: 2." in done.output
