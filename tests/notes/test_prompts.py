import pytest

from inkwright.model.errors import UsageError
from inkwright.model.note import ORIGINS, PURPOSES
from inkwright.notes.prompts import chosen, prompts


def test_every_prompt_asks_and_leads_to_a_known_origin():
    found = prompts()
    assert [prompt.number for prompt in found] == list(range(1, len(found) + 1))
    assert len({prompt.name for prompt in found}) == len(found) >= 8
    for prompt in found:
        assert prompt.question.endswith("?") and prompt.follow.endswith("?")
        assert prompt.origin in ORIGINS and prompt.purpose in ("", *PURPOSES)


def test_a_prompt_is_chosen_by_number_or_name():
    assert chosen("8", "2026-11-21") == chosen("disagree", "2026-11-21")
    with pytest.raises(UsageError, match=r"there is no prompt 99. Choose 1 to \d+; `inkwright prompt --list`"):
        chosen("99", "2026-11-21")


def test_each_day_has_another_prompt():
    week = {chosen("", f"2026-11-{day}").number for day in range(10, 17)}
    assert len(week) == 7
