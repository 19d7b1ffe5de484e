"""Which platforms a post may be prepared for, and what is said of others."""

import pytest

from inkwright.flows.crosspost_prepare import prepare
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace


@pytest.mark.parametrize(
    ("targets", "said"),
    [([], "name a platform with --to"), (["medium"], "no platform `medium`"), (["devto", "x", "y"], "`x, y`")],
)
def test_platforms_are_named_and_known(tmp_path, targets, said):
    (tmp_path / "inkwright.toml").write_text("")
    with pytest.raises(UsageError) as error:
        prepare(open_workspace(tmp_path), "kv", targets, "2026-11-21", None)
    assert said in str(error.value) and "There are: bluesky, devto" in str(error.value)


@pytest.fixture
def drafted(tmp_path):
    (tmp_path / "inkwright.toml").write_text('base_url = "https://a.example"\n')
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "kv.md").write_text(
        "---\ntitle: KV\ndate: 2026-11-01\ndraft: true\nsubtitle: Why\n---\n\nText.\n"
    )
    return open_workspace(tmp_path)


def test_what_a_draft_would_lose_is_shown(drafted):
    post, (copy,) = prepare(drafted, "kv", ["devto"], "2026-11-21", None)
    assert post.why_held == "draft"
    assert "Text." in copy.article.body
    assert [loss.what for loss in copy.told.losses] == ["the subtitle"]


def test_a_draft_is_not_sent(drafted):
    with pytest.raises(UsageError, match=r"not published \(draft\)"):
        prepare(drafted, "kv", ["devto"], "2026-11-21", {"DEVTO_API_KEY": "k"})
