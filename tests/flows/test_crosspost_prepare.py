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
