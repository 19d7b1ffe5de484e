"""Pictures of a post whose files tell more than they show."""

import struct
import zlib
from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.model.finding import Finding

KEY = "ghp_" + "q8ZrT2mW4xYb6NcV1kLp9SdF3gHj5Ka7Qw0Eu"
RULES = {"revealing-image", "secret-in-code", "private-word", "private-path"}


def png(name: str, text: str) -> bytes:
    data = b"tEXt" + name.encode() + b"\0" + text.encode()
    chunk = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright").mkdir()
    (tmp_path / "inkwright.toml").write_text('author = "Ada Byron"\n')
    (tmp_path / "inkwright/private.txt").write_text("Falcon\n")
    (tmp_path / "posts/p.md").write_text("---\ntitle: P\n---\nSee ![a queue over a day](a.png).\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(path: str = "posts/p.md") -> list[Finding]:
    (one,) = check([path], "2026-11-21", force=True)
    return [finding for finding in one.findings if finding.rule in RULES]


TOLD = {
    "a person": ("Author", "Kim S", "revealing-image", "warning"),
    "a key": ("Comment", f"token {KEY}", "secret-in-code", "error"),
    "a private word": ("Title", "falcon queue", "private-word", "error"),
    "a path": ("Source", "/home/kschmidt/plots/a.svg", "private-path", "suggestion"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_a_picture_tells(blog: Path, name: str) -> None:
    field, text, rule, severity = TOLD[name]
    (blog / "posts/a.png").write_bytes(png(field, text))
    (finding,) = findings()
    assert (finding.rule, finding.severity) == (rule, severity)
    assert "posts/a.png" in finding.message
    assert KEY not in finding.message
    written = (blog / "posts/p.md").read_text()
    assert "a.png" in written[finding.span.start : finding.span.end]


@pytest.mark.parametrize(("field", "text"), [("Author", "Ada Byron"), ("Software", "Matplotlib 3.9"), ("Comment", "")])
def test_what_may_be_told(blog: Path, field: str, text: str) -> None:
    (blog / "posts/a.png").write_bytes(png(field, text))
    assert findings() == []


def test_a_private_word_in_a_name(blog: Path) -> None:
    (blog / "posts/falcon-notes.md").write_text(
        "---\ntitle: P\n---\nSee ![a queue over a day](../img/my_falcon.png).\n"
    )
    (blog / "img").mkdir()
    (blog / "img/my_falcon.png").write_bytes(png("Title", "x"))
    found = findings("posts/falcon-notes.md")
    assert [finding.rule for finding in found] == ["private-word"] * len(found)
    assert any("the file's name" in finding.message for finding in found)
    assert any("img/my_falcon.png names" in finding.message for finding in found)
