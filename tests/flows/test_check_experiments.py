"""Posts that lean on experiments without a result."""

from pathlib import Path

import pytest

from inkwright.flows.check import check

NOTE = "---\nkind: experiment\n---\n## Question\nIs it fast?\n\n## Setup\nOne box.\n\n## Result\n"


@pytest.mark.parametrize("link", ["[halve it](../notes/warm.md)", "[[warm]]", "[[warm|halve it]]"])
def test_a_linked_note_without_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("posts", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts/p.md").write_text(f"---\ntitle: P\ndate: 2026-01-02\n---\nWarm caches {link}, and {link}.\n")

    def messages() -> list[str]:
        (one,) = check(["posts/p.md"], "2026-11-21", force=True)
        return [finding.message for finding in one.findings if finding.rule == "open-experiment"]

    (tmp_path / "notes/warm.md").write_text(NOTE)
    assert messages() == ["the experiment in notes/warm.md has no result yet"]
    (tmp_path / "notes/warm.md").write_text(f"{NOTE}\n31 ms instead of 60 ms.\n")
    assert messages() == []
