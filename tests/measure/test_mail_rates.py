from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.mail_rates import by_pillar, share
from inkwright.model.mail_result import MailResult, Share


def result(pillar, day="2026-10-01", sent=100, opens=None, clicks=None):
    return MailResult(f"{pillar}-{day}", "T", day, "own", sent, opens, opens, clicks, pillar)


def test_the_best_pillar_comes_first_with_its_number():
    found = by_pillar([
        result("GPU", clicks=9, opens=40), result("GPU", "2026-11-01", clicks=11, opens=60),
        result("GPU", "2025-01-01"), result("Evals", clicks=2, opens=90), result("", clicks=0, opens=1),
    ])  # fmt: skip
    assert [(one.pillar, one.year, one.issues, one.sent) for one in found] == [
        ("GPU", "2026", 2, 200), ("Evals", "2026", 1, 100), ("", "2026", 1, 100), ("GPU", "2025", 1, 100),
    ]  # fmt: skip
    assert found[0].clicked == Share(0.1, 0.0657, 0.1494, 200) and found[0].opened.value == 0.5
    assert found[-1].opened is None is found[-1].clicked


def test_two_of_two_do_not_win():
    found = by_pillar([result("Luck", sent=2, clicks=2), result("Work", sent=1000, clicks=500)])
    assert [one.pillar for one in found] == ["Work", "Luck"]
    assert by_pillar([]) == []


@given(st.integers(0, 10_000), st.integers(1, 1_000))
def test_a_share_is_never_above_one(count, sent):
    found = share(count, sent)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_a_share_says_of_how_many_it_is():
    (found,) = by_pillar([result("GPU", sent=90, clicks=9), result("GPU", "2026-11-01", sent=120, clicks=6, opens=60)])
    assert found.sent == 210
    assert found.opened == share(60, 120) and found.clicked == share(15, 210)


def test_case_makes_no_second_pillar():
    found = by_pillar([result("GPU", clicks=9), result("gpu", "2026-11-01", clicks=11)])
    assert [(one.pillar, one.issues, one.clicked.value) for one in found] == [("GPU", 2, 0.1)]


def test_all_opened_is_no_certainty():
    (found,) = by_pillar([result("GPU", sent=4, opens=9)])
    assert found.opened == Share(1.0, 0.5101, 1.0, 4)
