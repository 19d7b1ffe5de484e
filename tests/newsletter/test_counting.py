import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter import counting
from inkwright.newsletter.counting import Visitors, clicked_by, opened_by, plain_path

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.mark.parametrize(
    ("agent", "who"),
    [
        (FIREFOX, "human"),
        ("Mozilla/5.0", "mpp"),
        ("Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)", "proxy"),
        ("YahooMailProxy; https://help.yahoo.com/", "proxy"),
        ("Barracuda Sentinel", "scanner"),
        ("python-requests/2.32", "scanner"),
        ("", "scanner"),
    ],
)
def test_who_opens(agent: str, who: str) -> None:
    assert opened_by(agent) == who
    assert clicked_by(agent) == ("human" if who == "human" else "scanner")


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/posts/a/", "/posts/a/"),
        ("/posts/a/?utm=x#y", "/posts/a/"),
        ("//evil.example/", ""),
        ("https://evil.example/", ""),
        ("", ""),
        ("/\x00", ""),
        ("/" + "a" * 200, ""),
    ],
)
def test_paths(written: str, path: str) -> None:
    assert plain_path(written) == path


@given(st.text(max_size=300))
def test_any_path_is_one_line_or_none(written: str) -> None:
    path = plain_path(written)
    assert path == "" or (path[0] == "/" and path.isprintable() and len(path) <= 200)


def test_visitors_are_told_apart_within_a_day_and_forgotten() -> None:
    salts = iter([b"one", b"two"])
    visitors = Visitors(lambda: next(salts))
    assert visitors.is_new("2026-11-21", "/", "192.0.2.1", FIREFOX)
    assert not visitors.is_new("2026-11-21", "/", "192.0.2.1", FIREFOX)
    assert visitors.is_new("2026-11-21", "/", "192.0.2.2", FIREFOX)
    assert visitors.is_new("2026-11-21", "/other", "192.0.2.1", FIREFOX)
    kept = set(visitors._seen)
    assert all(len(name) == 16 and b"192" not in name for name in kept)
    assert visitors.is_new("2026-11-22", "/", "192.0.2.1", FIREFOX)
    assert len(visitors._seen) == 1
    assert not kept & visitors._seen


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_MOST", 3)
    visitors = Visitors(lambda: b"salt")
    assert [visitors.is_new("d", "/", str(number), "") for number in range(5)] == [True] * 3 + [False] * 2
