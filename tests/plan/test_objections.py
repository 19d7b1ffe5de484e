"""Answers for a draft that stands still; the writer's own come first."""

import pytest

from inkwright.model.errors import SettingsError
from inkwright.plan.objections import chosen, objections, stalled

OWN = '[[objection]]\nabout = "known"\nsays = "Old news."\nanswer = "Not to the new colleague."\n'


def test_own_answers_replace_shipped_ones_of_the_same_name() -> None:
    shipped, both = objections(), objections(OWN, "mine.toml")
    assert both[0].says == "Old news."
    assert len(both) == len(shipped) and len({one.about for one in both}) == len(both)


@pytest.mark.parametrize(
    "text",
    [
        "[[objection]",
        '[[objection]]\nabout = "x"\n',
        "objection = 3",
        '[[objection]]\nabout = 1\nsays = "a"\nanswer = "b"',
    ],
)
def test_a_wrong_file_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match=r"mine\.toml"):
        objections(text, "mine.toml")


def test_another_one_each_time() -> None:
    known = objections()
    assert [chosen(known, turn) for turn in range(len(known) + 1)] == [*known, known[0]]


def test_what_stalls() -> None:
    assert stalled(15, 49) and not stalled(14, 0) and not stalled(15, 50)
    assert not stalled(60, -200), "a cut is work"
