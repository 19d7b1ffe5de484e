import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.demand import Demand
from inkwright.model.errors import ConflictError, UnreadableError
from inkwright.workspace.demand import PATH, load_demand, save_demand
from inkwright.workspace.folder import open_workspace

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demand")
    (folder / "inkwright.toml").touch()
    return open_workspace(folder)


@given(
    st.lists(st.builds(Demand, TEXT.filter(bool), TEXT.filter(bool), TEXT, st.integers(0, 10**15), TEXT, TEXT, TEXT))
)
def test_what_is_written_is_read(workspace, rows):
    save_demand(workspace, rows, load_demand(workspace)[1])
    assert list(load_demand(workspace)[0]) == rows


def test_a_change_made_meanwhile_is_not_written_over(workspace):
    workspace.write(PATH, "# mine\n")
    with pytest.raises(ConflictError):
        save_demand(workspace, (), "0" * 64)
    assert workspace.read(PATH).text == "# mine\n"


@pytest.mark.parametrize(
    "text", ["[[demand", "demand = 1", '[[demand]]\ntopic = "a"', '[[demand]]\ntopic = "a"\nsource = "b"\ncount = -1',
             '[[demand]]\ntopic = "a"\nsource = "b"\ncount = true', '[[demand]]\ntopic = "a"\nsource = 3'],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_named(workspace, text):
    workspace.write(PATH, text)
    with pytest.raises(UnreadableError, match=PATH):
        load_demand(workspace)
