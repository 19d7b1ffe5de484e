"""The letter as a reader would get it: where its links to leave lead."""

import pytest

from inkwright.flows.newsletter_preview import preview
from inkwright.workspace.folder import open_workspace


@pytest.mark.parametrize(
    ("said", "leave"),
    [
        ('url = "https://post.me.example/"', "https://post.me.example/unsubscribe/sample"),
        ("", "https://letters.example/unsubscribe/sample"),
    ],
)
@pytest.mark.parametrize("part", ["html", "text", "source"])
def test_the_links_to_leave_are_those_of_ones_own_server_once_it_is_known(tmp_path, said, leave, part):
    (tmp_path / "inkwright.toml").write_text(f'base_url = "https://me.example"\n[newsletter]\n{said}\n')
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/kv.md").write_text("---\ntitle: Caches\ndate: 2026-02-01\n---\n\nA ring forgets.\n")
    data = preview(open_workspace(tmp_path), "kv", "2026-11-21", part, kept=False, force=False).data
    assert leave.encode() in data.replace(b"=\r\n", b"")
    assert (b"letters.example/unsubscribe" in data) == (not said)
