"""Files with a number each, kept in one row."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.seen import GONE, number, of_stamps, seen

numbers = st.integers(-(2**63), 2**63 - 1)


@given(st.dictionaries(st.text(max_size=3), st.tuples(numbers, numbers), max_size=8))
def test_the_files_whose_number_is_another_are_told(found: dict[str, tuple[int, int]]) -> None:
    before = seen({name: had for name, (had, _) in found.items()})
    other = before.other([has for _, has in found.values()])
    assert other == [name for name, (had, has) in found.items() if had != has]


@given(st.lists(st.integers(0, 2**64), min_size=4, max_size=4), st.integers(0, 3), st.integers(1, 9))
def test_another_stamp_has_another_number(parts: list[int], at: int, more: int) -> None:
    stamp = ":".join(map(str, parts))
    other = ":".join(str(part + more * (no == at)) for no, part in enumerate(parts))
    assert number(stamp) == hash(tuple(parts))
    assert len({number(stamp), number(other), number(f"{stamp}:{more}"), GONE}) == 4
    assert number("") == GONE


def test_a_file_had_the_stamp_that_was_kept_and_no_other() -> None:
    kept = of_stamps({"a": "1:2:3:4", "b": "", "c": "5:6:7:8"})
    assert kept.had("a", "1:2:3:4")
    assert kept.had("b", "")
    assert kept.had("c", "5:6:7:8")
    assert not kept.had("a", "1:2:3:5")
    assert not kept.had("c", "")
    assert not kept.had("d", "")
