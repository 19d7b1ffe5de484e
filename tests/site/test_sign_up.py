import pytest

from inkwright.model.settings import SiteSettings
from inkwright.site.sign_up import promise, rounded


@pytest.mark.parametrize(
    ("readers", "shown"),
    [(0, 0), (50, 0), (51, 50), (99, 90), (100, 90), (101, 100), (1834, 1800), (1800, 1700), (12_345, 12_000), (-3, 0)],
)
def test_a_count_is_rounded_down_and_more_than_it_is_true(readers, shown):
    assert rounded(readers) == shown and (not shown or readers > shown)


def test_the_box_says_how_many_read():
    assert promise(SiteSettings(signup_readers=1834)) == "New posts by e-mail, read by more than 1,800 people"
    assert promise(SiteSettings(signup_readers=12)) == promise(SiteSettings()) == "New posts by e-mail"
