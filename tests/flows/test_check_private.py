from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.model.errors import UsageError

POST = "---\ntitle: Falcon\ndate: 2026-01-02\n---\n\nWe call it nightjar.\n"


def workspace(folder: Path, private: bytes) -> Path:
    (folder / "inkwright.toml").write_text("", "utf-8")
    (folder / "inkwright").mkdir()
    (folder / "inkwright" / "private.txt").write_bytes(private)
    (folder / "posts").mkdir()
    post = folder / "posts" / "bird.md"
    post.write_text(POST, "utf-8")
    return post


def test_a_private_word_blocks_in_text_and_front_matter(tmp_path: Path) -> None:
    post = workspace(tmp_path, b"# code names\n\nNightjar\nFalcon\n")
    found = [finding for finding in check([str(post)], "2026-11-21")[0].findings if finding.rule == "private-word"]
    assert [POST[finding.span.start : finding.span.end] for finding in found] == ["Falcon", "nightjar"]
    assert {finding.severity for finding in found} == {"error"}


def test_a_list_of_nothing_is_quiet(tmp_path: Path) -> None:
    post = workspace(tmp_path, b"# none yet\n")
    assert all(finding.rule != "private-word" for finding in check([str(post)], "2026-11-21")[0].findings)


def test_a_list_that_cannot_be_read_stops_the_check(tmp_path: Path) -> None:
    post = workspace(tmp_path, b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="private words cannot be read"):
        check([str(post)], "2026-11-21")
