from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.model.finding import Finding

TODAY = "2026-11-21"
PASSAGE = (
    "A cold cache answers every request from the disk until the working set has been read once, which took us nine"
    " minutes on the old machines."
)
EDITED = (
    "A cold cache answers each request from disk until the whole working set has been read once, which took nine"
    " minutes on the old boxes."
)
CLIP = f"---\nurl: https://example.com/cache\nkind: paragraph\n---\nOn caches.\n\n{PASSAGE}\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", "")
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def copied(path: str = "posts/mine.md") -> list[Finding]:
    (one,) = check([path], TODAY, force=True)
    return [finding for finding in one.findings if finding.rule == "copied-passage"]


def post(body: str, date: str = "2026-11-01") -> str:
    return f"---\ntitle: Mine\ndate: {date}\n---\nOurs is warm.\n\n{body}\n"


@pytest.mark.parametrize("body", [PASSAGE, EDITED, f"As we saw, it is slow. {PASSAGE} That was all."])
def test_a_clip_is_found_with_its_line(blog: Path, body: str) -> None:
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(body))
    (finding,) = copied()
    assert "notes/clips/cache.md:7 (https://example.com/cache)" in finding.message
    assert finding.severity == "warning"


def test_own_note_and_paper_are_suggestions(blog: Path) -> None:
    write("notes/cache.md", PASSAGE)
    write("posts/mine.md", post(PASSAGE))
    (finding,) = copied()
    assert finding.severity == "suggestion"
    Path("notes/cache.md").unlink()
    write("papers/cache.md", PASSAGE)
    (finding,) = copied()
    assert "papers/cache.md:1" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        f"> {PASSAGE}\n\nFrom [the authors](https://example.com/cache).",
        f"> {PASSAGE}[^1]\n\n[^1]: The authors, 2024.",
        f"They [write](https://example.com/cache): “{PASSAGE}”",
        f'They [write](https://example.com/cache): "{PASSAGE}"',
    ],
)
def test_a_quotation_that_says_whose_it_is(blog: Path, body: str) -> None:
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(body))
    assert copied() == []


@pytest.mark.parametrize("body", [f"> {PASSAGE}", f"“{PASSAGE}”", f"[Look](https://example.com/cache).\n\n{PASSAGE}"])
def test_a_quotation_of_nobody_and_a_link_without_quotes_are_found(blog: Path, body: str) -> None:
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(body))
    assert len(copied()) == 1


def test_code_headings_and_formulas_of_the_house_are_left_alone(blog: Path) -> None:
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(f"```text\n{PASSAGE}\n```\n\n## {PASSAGE}\n"))
    assert copied() == []
    for name in "abcd":
        write(f"notes/{name}.md", PASSAGE)
    write("posts/mine.md", post(PASSAGE))
    assert copied() == []


def test_an_earlier_version_never_counts(blog: Path) -> None:
    write("notes/mine.md", PASSAGE)
    write("notes/2024-01-01-other.md", f"---\nslug: mine\n---\n{PASSAGE}")
    write("posts/mine.md", post(PASSAGE))
    assert copied() == []


def test_only_older_posts_count(blog: Path) -> None:
    write("posts/older.md", post(PASSAGE, "2025-01-01"))
    write("posts/mine.md", post(PASSAGE, "2026-01-01"))
    assert "posts/older.md:7" in copied()[0].message
    assert copied("posts/older.md") == []


def test_outside_a_workspace_nothing_is_compared_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(PASSAGE))
    assert copied() == []
    assert not Path(".inkwright").exists()


def test_kept_fingerprints_follow_the_files(blog: Path) -> None:
    for number in range(25):
        write(f"notes/n{number}.md", f"Note {number} about nothing much at all.")
    write("posts/mine.md", post(PASSAGE))
    assert copied() == []
    assert Path(".inkwright/fingerprints.db").exists()
    write("notes/n3.md", PASSAGE)
    assert len(copied()) == 1
    assert len(copied()) == 1
    Path(".inkwright/fingerprints.db").write_bytes(b"no database")
    assert len(copied()) == 1
    Path("notes/n3.md").unlink()
    assert copied() == []


def test_unreadable_notes_are_passed_over(blog: Path) -> None:
    Path("notes").mkdir()
    Path("notes/bad.md").write_bytes(b"\xff\xfe\x00")
    write("notes/clips/cache.md", CLIP)
    write("posts/mine.md", post(PASSAGE))
    assert len(copied()) == 1
