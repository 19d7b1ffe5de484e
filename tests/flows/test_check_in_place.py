"""`check` without a path in a folder that never heard of us: the posts its own generator publishes are checked."""

from pathlib import Path

import pytest

from inkwright.flows.check_paths import places
from inkwright.model.errors import UsageError

SAMPLES = Path(__file__).parents[1] / "platforms"


def test_the_posts_of_a_site_are_found_by_its_own_layout(monkeypatch):
    monkeypatch.chdir(SAMPLES / "hugo" / "tree")
    shown = {place.shown for place in places([])}
    assert "content/posts/slugged.md" in shown
    assert "README.md" not in shown


def test_a_folder_without_posts_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="holds no posts"):
        places([])
