from collections.abc import Callable
from pathlib import Path

import pytest

from inkwright.flows.check_online import NO_NETWORK, Outcome, Web, ask_links
from inkwright.model.errors import NetError
from inkwright.model.net import Hop, LinkAnswer, Reply

TODAY = "2026-11-21"


class Fake:
    """A web of our own: outcomes by address, 200 for all others; keeps what was asked."""

    def __init__(self, outcomes: dict[str, Outcome | int] | None = None, away: bool = False) -> None:
        self._outcomes = outcomes or {}
        self.asked: list[str] = []
        self.controls = 0
        self._away = away
        self.web = Web(self._ask, self._is_away)

    def _ask(self, url: str, wait: Callable[[float], object]) -> Outcome:
        self.asked.append(url)
        outcome = self._outcomes.get(url, 200)
        return Reply(url, outcome) if isinstance(outcome, int) else outcome

    def _is_away(self) -> bool:
        self.controls += 1
        return self._away


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def post(name: str, *addresses: str) -> str:
    place = Path(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("# A post\n\n" + "".join(f"See [it]({address}).\n" for address in addresses), encoding="utf-8")
    return name


def test_an_address_of_many_posts_is_asked_once(folder: Path) -> None:
    fake = Fake({"https://a.dev/gone": 404})
    paths = [
        post("a.md", "https://a.dev/gone", "https://a.dev/gone#x"),
        post("b.md", "https://a.dev/gone", "https://b.dev/"),
    ]
    answers = ask_links(paths, TODAY, fake.web)
    assert sorted(fake.asked) == ["https://a.dev/gone", "https://b.dev/"]
    assert answers == {"https://a.dev/gone": LinkAnswer("dead", "404 Not Found"), "https://b.dev/": LinkAnswer("alive")}


def test_no_links_ask_nobody(folder: Path) -> None:
    fake = Fake()
    assert ask_links([post("a.md", "https://example.com/x", "b.md")], TODAY, fake.web) == {}
    assert (fake.asked, fake.controls) == ([], 0)


def test_one_file_that_cannot_be_read_stops_nothing(folder: Path) -> None:
    Path("bad.md").write_bytes(b"\xff\xfe\x00")
    fake = Fake()
    assert list(ask_links(["bad.md", "missing.md", post("a.md", "https://a.dev/")], TODAY, fake.web)) == [
        "https://a.dev/"
    ]


def test_fresh_answers_are_not_asked_for_again(folder: Path) -> None:
    Path("inkwright.toml").write_text("")
    moved = Reply("https://c.dev/2", 200, redirects=(Hop(301, "https://c.dev/2"),))
    outcomes: dict[str, Outcome | int] = {"https://a.dev/": 404, "https://b.dev/": 403, "https://c.dev/1": moved}
    path = post("posts/a.md", *outcomes, "https://d.dev/")
    first = ask_links([path], TODAY, Fake(outcomes).web)
    again = Fake(outcomes)
    assert ask_links([path], TODAY, again.web) == first
    assert again.asked == ["https://b.dev/"]
    tomorrow = Fake(outcomes)
    ask_links([path], "2026-11-22", tomorrow.web)
    assert sorted(tomorrow.asked) == ["https://a.dev/", "https://b.dev/"]


def test_outside_a_workspace_nothing_is_kept(folder: Path) -> None:
    path = post("a.md", "https://a.dev/")
    ask_links([path], TODAY, Fake().web)
    assert [place.name for place in folder.iterdir()] == ["a.md"]


def test_without_a_network_nothing_can_be_told(folder: Path) -> None:
    Path("inkwright.toml").write_text("")
    error = NetError("dns", "there is no host `a.dev`", url="https://a.dev/")
    path = post("a.md", "https://a.dev/", "https://a.dev/2")
    fake = Fake({"https://a.dev/": error, "https://a.dev/2": error}, away=True)
    assert set(ask_links([path], TODAY, fake.web).values()) == {LinkAnswer("unclear", NO_NETWORK)}
    assert fake.controls == 1
    online = Fake()
    assert set(ask_links([path], TODAY, online.web).values()) == {LinkAnswer("alive")}


def test_a_host_that_is_gone_while_there_is_a_network_is_dead(folder: Path) -> None:
    error = NetError("dns", "there is no host `a.dev`", url="https://a.dev/")
    answers = ask_links([post("a.md", "https://a.dev/")], TODAY, Fake({"https://a.dev/": error}).web)
    assert answers["https://a.dev/"].state == "dead"


def test_what_answered_counts_even_when_the_network_goes_away(folder: Path) -> None:
    fake = Fake({"https://a.dev/": 404, "https://b.dev/": NetError("dns", "x", url="https://b.dev/")}, away=True)
    answers = ask_links([post("a.md", "https://a.dev/", "https://b.dev/")], TODAY, fake.web)
    assert {address: answer.state for address, answer in answers.items()} == {
        "https://a.dev/": "dead", "https://b.dev/": "unclear",
    }  # fmt: skip


def test_it_says_how_far_it_is(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = post("a.md", "https://a.dev/", "https://b.dev/")
    ask_links([path], TODAY, Fake().web, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]
