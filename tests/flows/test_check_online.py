import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from inkwright.cli.main import run
from inkwright.flows import check_online
from inkwright.flows.check_online import Web, ask_links
from inkwright.model.errors import NetError
from inkwright.model.net import NO_NETWORK, Hop, LinkAnswer, Reply
from inkwright.net.probe import Outcome

TODAY = "2026-11-21"


class Fake:
    """A web of our own: outcomes by address, 200 for all others; keeps what was asked."""

    def __init__(self, outcomes: Mapping[str, Outcome | int] = MappingProxyType({}), away: str = "") -> None:
        self._outcomes = outcomes
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
        return self._away == "always" or (self._away == "later" and self.controls > 1)


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


@pytest.mark.parametrize("away", ["always", "later"])
def test_without_a_network_nothing_can_be_told(folder: Path, away: str) -> None:
    Path("inkwright.toml").write_text("")
    error = NetError("dns", "there is no host `a.dev`", url="https://a.dev/")
    path = post("a.md", "https://a.dev/", "https://a.dev/2")
    fake = Fake({"https://a.dev/": error, "https://a.dev/2": error}, away)
    assert set(ask_links([path], TODAY, fake.web).values()) == {LinkAnswer("unclear", NO_NETWORK)}
    assert bool(fake.asked) is (away == "later")
    online = Fake()
    assert set(ask_links([path], TODAY, online.web).values()) == {LinkAnswer("alive")}


def test_a_host_that_is_gone_while_there_is_a_network_is_dead(folder: Path) -> None:
    error = NetError("dns", "there is no host `a.dev`", url="https://a.dev/")
    answers = ask_links([post("a.md", "https://a.dev/")], TODAY, Fake({"https://a.dev/": error}).web)
    assert answers["https://a.dev/"].state == "dead"


def test_what_answered_counts_even_when_the_network_goes_away(folder: Path) -> None:
    fake = Fake({"https://a.dev/": 404, "https://b.dev/": NetError("dns", "x", url="https://b.dev/")}, "later")
    answers = ask_links([post("a.md", "https://a.dev/", "https://b.dev/")], TODAY, fake.web)
    assert {address: answer.state for address, answer in answers.items()} == {
        "https://a.dev/": "dead", "https://b.dev/": "unclear",
    }  # fmt: skip


def test_it_says_how_far_it_is(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = post("a.md", "https://a.dev/", "https://b.dev/")
    ask_links([path], TODAY, Fake().web, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


GONE, MOVED, SHY = "https://a.dev/gone", "http://b.dev/old", "https://c.dev/shy"
THE_WEB: dict[str, Outcome | int] = {
    GONE: 404,
    SHY: 403,
    MOVED: Reply("https://b.dev/new", 200, redirects=(Hop(301, "https://b.dev/new"),)),
}


def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["inkwright", "check", *args])
    monkeypatch.setattr(check_online, "the_web", lambda: Fake(THE_WEB).web)
    with pytest.raises(SystemExit) as ended:
        run()
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_a_dead_link_is_an_error_at_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = post("a.md", GONE, SHY)
    code, out, _ = command(capsys, monkeypatch, path, "--online")
    assert code == 1
    assert "a.md:3:5: error: <https://a.dev/gone> is dead: 404 Not Found; link to" in out
    assert out.splitlines()[-1] == "could not tell about 1 link: 403 Forbidden; --format json names it"
    assert command(capsys, monkeypatch, path)[0] == 0


def test_what_moved_is_a_suggestion_that_unsafe_fixes_follow(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = post("a.md", f"{MOVED}#part", SHY)
    code, out, _ = command(capsys, monkeypatch, path, "--online", "--format", "json")
    told = json.loads(out)
    (finding,) = [finding for finding in told["findings"] if finding["rule"] == "moved-link"]
    assert (code, finding["severity"], finding["fix"]["safe"]) == (0, "suggestion", False)
    assert told["summary"]["unclear"] == {SHY: "403 Forbidden"}
    command(capsys, monkeypatch, path, "--online", "--fix")
    assert f"({MOVED}#part)" in Path(path).read_text()
    command(capsys, monkeypatch, path, "--online", "--fix", "--unsafe")
    assert "(https://b.dev/new#part)" in Path(path).read_text()


def test_a_dead_link_may_be_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("inkwright.toml").write_text("")
    path = post("posts/a.md", GONE)
    assert command(capsys, monkeypatch, path, "--online", "--ignore", "3:dead-link")[0] == 0
    assert command(capsys, monkeypatch, path, "--online")[0] == 0


def test_a_baseline_holds_dead_links_too(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("inkwright.toml").write_text("")
    path = post("posts/a.md", GONE)
    command(capsys, monkeypatch, path, "--online", "--baseline")
    assert command(capsys, monkeypatch, path, "--online", "--new")[0] == 0


OFFLINE = """
import sys

def no_network(event, args):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        raise AssertionError(f"{event} {args}")

sys.addaudithook(no_network)
sys.argv = ["inkwright", *sys.argv[1:]]
from inkwright.cli.main import run
try:
    run()
except SystemExit as ended:
    loaded = {"httpx", "httpcore", "ssl", "certifi", "anyio"} & sys.modules.keys()
    print("loaded:", *sorted(loaded))
    sys.exit(ended.code)
"""


@pytest.mark.parametrize("args", [["check", "a.md"], ["--help"], ["check", "--help"]])
def test_without_online_no_connection_is_opened_and_nothing_for_one_is_loaded(folder: Path, args: list[str]) -> None:
    post("a.md", "https://www.python.org/", "http://nowhere.dev/")
    command = [sys.executable, "-c", OFFLINE, *args]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].strip() == "loaded:"


def test_with_online_it_would_be(folder: Path) -> None:
    """The test above can fail: the same hook stops the lookup that `--online` begins with."""
    post("a.md", "https://www.python.org/")
    command = [sys.executable, "-c", OFFLINE, "check", "a.md", "--online"]
    assert "socket.getaddrinfo" in subprocess.run(command, capture_output=True, text=True, check=False).stderr
