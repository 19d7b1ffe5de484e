"""Data files that a post names lie below the workspace, however the name is written."""

from pathlib import Path

import pytest

from inkwright.flows.beside import place_beside, read_beside
from inkwright.workspace.folder import Workspace


def test_a_file_is_found_as_named_or_decoded(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/my data.json").write_text("{}", encoding="utf-8")
    workspace = Workspace(tmp_path, inside=True)
    assert place_beside(workspace, "posts/a.md", "my%20data.json") == "posts/my data.json"
    assert place_beside(workspace, "posts/a.md", "../gone.json") == "gone.json"
    assert read_beside(workspace, "posts/a.md", "my%20data.json") == "{}"
    with pytest.raises(ValueError, match=r"there is no gone\.json beside the post"):
        read_beside(workspace, "posts/a.md", "gone.json")


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("name", ["/etc/passwd", "%2Fetc%2Fpasswd", "~/x.json", "C:\\x.json", "C%3A/x.json", "a%5Cb"])
def test_no_name_leads_to_another_place_on_the_disk(tmp_path: Path, name: str, inside: bool) -> None:
    with pytest.raises(ValueError, match="no file beside the post"):
        place_beside(Workspace(tmp_path, inside), "posts/a.md", name)


@pytest.mark.parametrize("name", ["../../x.json", "%2e%2e/../x.json"])
def test_nothing_outside_a_workspace_is_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="lies outside the workspace"):
        place_beside(Workspace(tmp_path, inside=True), "posts/a.md", name)
