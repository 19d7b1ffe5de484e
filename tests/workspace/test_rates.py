from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.rates import WriterRates
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.rates import PATH, load_rates, save_rates

ADA = WriterRates("Ada", "2026-11-21", 4, 5210, {"weasel-word": 2.5, "long-sentence": 1.0})


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    return open_workspace(tmp_path)


def test_the_file_is_sorted_and_says_what_it_is(workspace: Workspace) -> None:
    save_rates(workspace, [WriterRates("Bob", "2026-11-21", 3, 3000, {}), ADA])
    text = workspace.read(PATH).text
    assert text.startswith("# What is usual for you")
    assert text.index('author = "Ada"') < text.index('author = "Bob"')
    assert text.index("long-sentence = 1.000") < text.index("weasel-word = 2.500")
    assert "date = 2026-11-21\nposts = 4\nwords = 5210\n" in text


def test_nothing_to_keep_writes_nothing_but_empties_what_is_there(workspace: Workspace) -> None:
    save_rates(workspace, [])
    assert not workspace.exists(PATH) and load_rates(workspace) == ()
    save_rates(workspace, [ADA])
    save_rates(workspace, [])
    assert load_rates(workspace) == ()


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.dictionaries(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True), st.integers(0, 10**6)),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, author: str, thousandths: dict[str, int]
) -> None:
    folder = tmp_path_factory.mktemp("w")
    (folder / "inkwright.toml").write_text("", encoding="utf-8")
    rates = WriterRates(author, "2026-01-02", 3, 3000, {rule: number / 1000 for rule, number in thousandths.items()})
    save_rates(open_workspace(folder), [rates])
    assert load_rates(open_workspace(folder)) == (rates,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[writer]", "no TOML"),
        ("[[writer]]\nauthor = 'a'\n", "lack or misstate"),
        ("writer = 3", "lack or misstate"),
        ("[[writer]]\nauthor='a'\ndate=2026-01-01\nposts=3\nwords=3\nrates={x='y'}", "lack or misstate"),
        ("[[writer]]\nauthor='a'\ndate=2026-01-01\nposts=3\nwords=3\nrates={x=-1}", "`x`"),
        ("[[writer]]\nauthor='a'\ndate=2026-01-01\nposts=3\nwords=3\nrates={x=nan}", "`x`"),
        ("[[writer]]\nauthor='a'\ndate='now'\nposts=3\nwords=3\nrates={}", "`date`"),
        ("a = " + "[" * 5000, "nested too deep|no TOML"),
    ],
)
def test_a_damaged_file_is_named(workspace: Workspace, text: str, said: str) -> None:
    workspace.write(PATH, text)
    with pytest.raises(UnreadableError, match=said) as caught:
        load_rates(workspace)
    assert caught.value.path == PATH and "voice build" in caught.value.hint
