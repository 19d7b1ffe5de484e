import json
from pathlib import Path

import jsonschema
import pytest

from inkwright.cli.main import run
from inkwright.flows.check import check
from inkwright.flows.voice import build_voices, drift_rows
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.voices import PATH

TODAY = "2026-11-21"
OWN = (
    "The cache was cold when we looked at it, so the first calls went to the disk. We started the job at night, found"
    " the table that had dropped out of the log, and moved it. After that the calls were fast, and nobody had to wait."
)
LOFTY = (
    "Notwithstanding the aforementioned considerations, every subsidiary undertaking shall furnish the secretariat with"
    " quarterly attestations; whosoever neglects this obligation forfeits, ipso facto, all entitlements hitherto vested"
    " in the constituent municipalities of the archdiocese, pursuant to the articles of incorporation, whereupon"
    " restitution becomes inadmissible."
)


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", 'title = "Blog"\n')
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def post(name: str, body: str = f"{OWN}\n\n" * 10, author: str = "", draft: bool = False) -> None:
    keys = f"title: {name}\ndate: 2026-01-01\n" + (f"author: {author}\n" if author else "")
    write(f"posts/{name}.md", f"---\n{keys}{'draft: true' if draft else ''}\n---\n{body}\n")


def test_only_published_posts_are_learnt_from(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name)
    post("draft", f"{LOFTY}\n\n" * 10, draft=True)
    (profile,) = build_voices(open_workspace(), TODAY)
    assert (profile.author, profile.posts, profile.paragraphs) == ("", 3, 30)
    assert "archdiocese" not in Path(PATH).read_text(encoding="utf-8")


def test_a_profile_for_each_author_of_three_posts(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name, author="Ada")
        post(f"{name}-too", author="Bob")
    post("guest", author="Cleo")
    assert [profile.author for profile in build_voices(open_workspace(), TODAY)] == ["Ada", "Bob"]
    write("posts/mine.md", f"---\nauthor: Bob\n---\n{OWN}\n")
    assert drift_rows(open_workspace(), "posts/mine.md")
    assert drift_rows(open_workspace(), "posts/guest.md", "Ada")
    with pytest.raises(UsageError, match="no voice profile"):
        drift_rows(open_workspace(), "posts/guest.md")


def test_too_little_says_so_and_writes_nothing(blog: Path) -> None:
    post("one", OWN)
    with pytest.raises(UsageError, match="too little"):
        build_voices(open_workspace(), TODAY)
    assert not Path(PATH).exists()


def test_check_names_the_paragraph_that_differs(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name)
    write("posts/mine.md", f"---\ntitle: Mine\ndraft: true\n---\n{OWN}\n\n{LOFTY}\n\n{OWN}\n")
    assert drifting() == []
    build_voices(open_workspace(), TODAY)
    (message,) = drifting()
    assert message.count("(yours ") == 3
    Path(PATH).write_text("[[voice", encoding="utf-8")
    assert drifting() == []


def drifting() -> list[str]:
    (one,) = check(["posts/mine.md"], TODAY, force=True)
    return [finding.message for finding in one.findings if finding.rule == "voice-drift"]


def test_the_command(blog: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two", "three"):
        post(name)
    write("posts/mine.md", f"---\ntitle: Mine\ndraft: true\n---\n{OWN}\n\n{LOFTY}\n")
    assert "3 posts, 30 paragraphs" in said("build", capsys=capsys, monkeypatch=monkeypatch)
    assert "words a sentence" in said("show", capsys=capsys, monkeypatch=monkeypatch)
    shown = said("show", "posts/mine.md", capsys=capsys, monkeypatch=monkeypatch)
    assert shown.startswith("line 7:")
    assert "unlike your published paragraphs" in shown
    data = json.loads(said("show", "posts/mine.md", "--format", "json", capsys=capsys, monkeypatch=monkeypatch))
    assert [row["far"] for row in data["paragraphs"]] == [True, False]
    profiles = json.loads(said("show", "--format", "json", capsys=capsys, monkeypatch=monkeypatch))
    monkeypatch.setattr("sys.argv", ["inkwright", "schema", "voice"])
    with pytest.raises(SystemExit):
        run()
    schema = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, schema)
    jsonschema.validate(profiles, schema)


def said(*words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.argv", ["inkwright", "voice", *words])
    with pytest.raises(SystemExit) as ended:
        run()
    assert not ended.value.code
    return capsys.readouterr().out
