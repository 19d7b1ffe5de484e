from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.voice import VoiceProfile
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.voices import PATH, load_voices, save_voices

NAMES = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
WORDS = st.dictionaries(st.from_regex(r"[a-zé'\u4e00-]{1,30}", fullmatch=True), st.integers(1, 500), max_size=60)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_none(blog: Path) -> None:
    assert load_voices(open_workspace(blog)) == ()


@settings(max_examples=40)
@given(author=NAMES, counts=WORDS, feature=NAMES)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, author: str, counts: dict[str, int], feature: str
) -> None:
    folder = tmp_path_factory.mktemp("blog")
    (folder / "inkwright.toml").write_text("", encoding="utf-8")
    workspace = open_workspace(folder)
    profiles = [
        VoiceProfile(author, 3, 40, 900, {feature: (1.5, 0.25)}, counts, -1.5, 0.25),
        VoiceProfile("other", 4, 50, 1200, {}, {"cache": 3}, -1.0, 0.5),
    ]
    save_voices(workspace, profiles)
    assert list(load_voices(workspace)) == profiles


@pytest.mark.parametrize("text", ["voice = [", "[[voice]]\nauthor = 1\n", "voice = 3\n", "[[voice]]\nfeatures = 'x'\n"])
def test_a_damaged_file_says_what_to_do(blog: Path, text: str) -> None:
    (blog / "inkwright").mkdir()
    (blog / PATH).write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match="voice"):
        load_voices(open_workspace(blog))
