from pathlib import Path

import pytest

from inkwright.flows.check import check


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Prices [fall](../notes/clips/rumour.md).", 1),
        ("Prices fall [[rumour]].", 1),
        ("I was told that prices fall [[rumour]].", 0),
        ("Prices [fall](../notes/clips/fact.md).", 0),
    ],
)
def test_a_note_of_hearsay_needs_a_caveat(tmp_path: Path, body: str, expected: int) -> None:
    (tmp_path / "inkwright.toml").write_text("", "utf-8")
    (tmp_path / "notes" / "clips").mkdir(parents=True)
    (tmp_path / "notes" / "clips" / "rumour.md").write_text("---\nsource: hearsay\n---\nAt the bar.\n", "utf-8")
    (tmp_path / "notes" / "clips" / "fact.md").write_text("---\nsource: measured\n---\nIn the lab.\n", "utf-8")
    (tmp_path / "posts").mkdir()
    post = tmp_path / "posts" / "prices.md"
    post.write_text(f"---\ntitle: Prices\ndate: 2026-01-02\n---\n\n{body}\n", "utf-8")
    found = [one for one in check([str(post)], "2026-11-21")[0].findings if one.rule == "hearsay-without-caveat"]
    assert len(found) == expected
