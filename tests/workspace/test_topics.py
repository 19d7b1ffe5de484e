import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import ConflictError, UnreadableError
from inkwright.model.topic import HandTopic
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.topics import PATH, load_topics, save_topics

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: " ".join(text.split()))

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("topics")
    (folder / "inkwright.toml").touch()
    return open_workspace(folder)


@given(
    st.lists(
        st.builds(HandTopic, WORDS.filter(bool), st.lists(TEXT).map(tuple), TEXT, st.integers(0, 5), TEXT),
        unique_by=lambda one: one.name.lower(),
        max_size=4,
    )
)
def test_what_is_written_is_read(workspace, topics):
    save_topics(workspace, topics, load_topics(workspace)[1])
    assert list(load_topics(workspace)[0]) == topics


def test_a_change_made_meanwhile_is_not_written_over(workspace):
    _, expected = load_topics(workspace)
    workspace.write(PATH, "# mine\n")
    with pytest.raises(ConflictError):
        save_topics(workspace, (), expected or "0" * 64)
    assert workspace.read(PATH).text == "# mine\n"


@pytest.mark.parametrize(
    "text",
    ["[[topic", "topic = 1", "[[topic]]\nnotes = []", '[[topic]]\nname = "a"\nnotes = [1]',
     '[[topic]]\nname = "a"\n[[topic]]\nname = "A"', '[[topic]]\nname = " "',
     '[[topic]]\nname = "a"\ninterest = 6', '[[topic]]\nname = "a"\ninterest = true',
     '[[topic]]\nname = "a"\npillar = 1'],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_named(workspace, text):
    workspace.write(PATH, text)
    with pytest.raises(UnreadableError, match=PATH):
        load_topics(workspace)
