import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.inbox import take_in
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace import archive
from inkwright.workspace.folder import open_workspace

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "inbox").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return tmp_path


def drop(blog, files):
    for name, text in files.items():
        path = blog / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (1_770_000_000, 1_770_000_000))


def run(*words):
    return CliRunner().invoke(main, ("inbox", *words))


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_file_becomes_what_it_is_once(blog):
    drop(blog, {
        "a.txt": "KV cache surprised me\n", "phone/b.md": "# Batching\n\nLong.\nText.\n", "p.JPG": b"\xff\xd8",
        "p.txt": "the ring, drawn\n", "A page.url": "[InternetShortcut]\nURL=https://e.org/x\n",
    })  # fmt: skip
    done = run()
    assert done.exit_code == 0 and "4 taken in, 0 left." in done.output
    assert (blog / "ideas.md").read_text() == (
        "- 2026-02-02 A page <https://e.org/x>\n- 2026-02-02 KV cache surprised me\n"
    )
    note = (blog / "notes/batching.md").read_text()
    assert note.endswith("# Batching\n\nLong.\nText.\n") and read_front_matter(note).data["title"] == "Batching"
    assert "the ring, drawn" in (blog / "notes/clips/the-ring-drawn.md").read_text()
    assert (blog / "notes/clips/the-ring-drawn.jpg").read_bytes() == b"\xff\xd8"
    assert len([path for path in (blog / "inbox/taken").rglob("*") if path.is_file()]) == 5
    before = tree(blog)
    assert run().output == "Nothing waits in inbox/.\n"
    assert tree(blog) == before


def test_the_same_file_dropped_again_makes_nothing_new(blog):
    files = {"a.txt": "one thought\n", "b.md": "# B\n\nx\ny\n", "p.png": b"\x89PNG"}
    drop(blog, files)
    run()
    before = {name: data for name, data in tree(blog).items() if not name.startswith(("inbox/", ".inkwright/"))}
    drop(blog, files)
    assert "3 taken in" in run().output
    assert {name: data for name, data in tree(blog).items() if not name.startswith(("inbox/", ".inkwright/"))} == before


def test_what_is_not_finished_hidden_or_a_link_waits(blog, tmp_path):
    drop(blog, {"a.txt.part": "x", ".b.txt": "x", "c.md.icloud": "x", "~d.txt": "x", "e.txt": ""})
    (blog / "inbox/l.txt").symlink_to("/etc/hostname")
    (blog / "inbox/loop").symlink_to(blog / "inbox")
    assert run().output == "Nothing waits in inbox/.\n"


def test_what_cannot_be_read_stays_with_its_reason_and_the_rest_is_taken(blog):
    drop(blog, {"a.m4a": "x", "b.txt": b"\xff\xfa\x00", "c.url": "x", "d.zip": "x", "e.txt": "fine"})
    done = run("--format", "json")
    report = json.loads(done.output)["inbox"]
    assert done.exit_code == 1 and [one["name"] for one in report["taken"]] == ["e.txt"]
    assert {name: why.rpartition(": ")[2] for name, why in report["left"]} == {
        "a.m4a": "nobody here reads .m4a files. Take it in by hand.",
        "b.txt": "this text is neither UTF-8 nor UTF-16. Save it as UTF-8.",
        "c.url": "there is no web address in it.",
        "d.zip": "this is no zip that can be read. Export it again.",
    }
    assert sorted(path.name for path in (blog / "inbox").iterdir() if path.is_file()) == [
        "a.m4a", "b.txt", "c.url", "d.zip",
    ]  # fmt: skip


def test_a_zip_becomes_a_folder_of_notes_and_what_is_left_out_is_counted(blog):
    with zipfile.ZipFile(blog / "inbox/Export.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Pages/A note.md", "# A\n\nx\n")
        made.writestr("Pages/i.png", b"\x89PNG")
        made.writestr("../evil.md", "x")
        made.writestr("bomb.md", bytes(40 << 20))
        made.writestr("data.bin", "x")
    done = run()
    assert done.exit_code == 1 and "1 taken in, 3 left." in done.output
    notes = sorted(name for name in tree(blog) if name.startswith("notes/"))
    assert notes == ["notes/export/Pages/A note.md", "notes/export/Pages/i.png"]
    assert not (blog.parent / "evil.md").exists() and not (blog / "evil.md").exists()


def test_a_zip_of_too_many_entries_and_zips_in_zips_end_and_what_is_kept_is_counted(blog, monkeypatch):
    monkeypatch.setattr(archive, "ENTRIES", 20)
    with zipfile.ZipFile(blog / "inbox/many.zip", "w") as made:
        for number in range(25):
            made.writestr(f"{number:02}.md", f"# Note {number}\n\nx\n")
    packed = b"# x\n"
    for _ in range(5):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as made:
            for number in range(6):
                made.writestr(f"{number}.zip", packed)
        packed = inner.getvalue()
    (blog / "inbox/nest.zip").write_bytes(packed)
    told: list[tuple[int, int]] = []
    report = take_in(open_workspace(blog), lambda done, total: told.append((done, total)))
    assert [one.name for one in report.taken] == ["many.zip"] and len(list((blog / "notes/many").iterdir())) == 20
    assert dict(report.left)["many.zip"] == "it has 25 entries; those after the first 20 were left out"
    assert "nothing in this zip can be kept" in dict(report.left)["nest.zip"]
    assert told[19] == (20, 20) and all(done <= total for done, total in told)
    assert (blog / "inbox/taken/many.zip").exists() and (blog / "inbox/nest.zip").exists()


def test_a_zip_of_slack_becomes_notes_of_its_days(blog):
    with zipfile.ZipFile(blog / "inbox/slack.zip", "w") as made:
        made.writestr(
            "self/2026-01-02.json", json.dumps([{"ts": "1", "text": "one"}, {"ts": "2", "text": "two"}], indent=1)
        )
        made.writestr("users.json", "[]")
    done = run()
    assert "Left: slack.zip/users.json: nobody here reads .json files" in done.output
    assert (blog / "notes/slack/self/2026-01-02.md").read_text().endswith("# self 2026-01-02\n\none\n\ntwo\n")


def test_a_dry_run_changes_nothing(blog):
    drop(blog, {"a.txt": "x"})
    before = tree(blog)
    assert "a.txt (1 bytes)" in run("--dry-run").output
    assert tree(blog) == before


def test_the_settings_may_name_another_folder(blog):
    (blog / "inkwright.toml").write_text('inbox = "phone"\n')
    (blog / "phone").mkdir()
    (blog / "phone/a.txt").write_text("thought")
    assert "1 taken in" in run().output and (blog / "phone/taken/a.txt").exists()


def start(blog, *words):
    return subprocess.Popen(
        [sys.executable, "-m", "inkwright", *words], cwd=blog, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    )


def test_killed_at_any_moment_nothing_is_lost_or_taken_twice(blog):
    names = [f"{number:02}" for number in range(12)]
    drop(blog, {f"{name}.txt": f"thought number {name}" for name in names})
    drop(blog, {f"n{name}.md": f"# Note {name}\n\nline\nline\n" for name in names})
    chance = random.Random(7)
    for _ in range(6):
        process = start(blog, "inbox")
        time.sleep(chance.uniform(0.15, 0.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert run().exit_code == 0
    ideas = (blog / "ideas.md").read_text().splitlines()
    assert sorted(line[13:] for line in ideas) == [f"thought number {name}" for name in names]
    assert sorted(path.name for path in (blog / "notes").iterdir()) == [f"note-{name}.md" for name in names]
    assert len(list((blog / "inbox/taken").iterdir())) == 24


def test_forty_captures_at_once_lose_nothing_even_when_some_are_killed(blog):
    calls = [("idea", f"thought {number:02}") for number in range(14)]
    calls += [("clip", "--text", f"Passage {number:02} of it.") for number in range(13)]
    calls += [("clip", "--text", f"Same title.\n\nBody {number:02}") for number in range(13)]
    processes = [start(blog, *words) for words in calls]
    for process in processes[5::10]:
        process.kill()
    done = [
        (words, process.communicate()[0], process.returncode) for words, process in zip(calls, processes, strict=True)
    ]
    ideas = (blog / "ideas.md").read_text()
    notes = [path.read_text() for path in (blog / "notes/clips").iterdir()]
    for words, said, code in done:
        if code == 0 or said:
            body = words[-1].partition("\n\n")[2] or words[-1]
            assert body in ideas if words[0] == "idea" else sum(body in note for note in notes) == 1
    assert sum(code == 0 for _, _, code in done) >= 36
    assert all(note.startswith("---\ntitle: ") and "\n> " in note for note in notes), "no note is half-written"
