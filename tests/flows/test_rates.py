import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inkwright.cli.main import run
from inkwright.flows.check import check
from inkwright.flows.init import init
from inkwright.flows.rates import PATH, build_rates
from inkwright.model.finding import Checked
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
PLAIN = (
    "The cache was cold when we looked at it, so the first calls went to the disk. We started the job at night, found"
    " the table that had dropped out of the log, and moved it. After that the calls were fast, and nobody had to wait."
)
HEDGED = PLAIN.replace("was cold", "was really cold")
"""One weasel word in 44 words."""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", 'title = "Blog"\n[check]\nphase = "quality"\n')
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def post(name: str, hedged: int, plain: int = 25, author: str = "", keys: str = "") -> str:
    head = f"title: {name}\ndate: 2026-01-01\n{keys}" + (f"author: {author}\n" if author else "")
    write(f"posts/{name}.md", f"---\n{head}---\n" + f"{HEDGED}\n\n" * hedged + f"{PLAIN}\n\n" * plain)
    return f"posts/{name}.md"


def checked(path: str) -> Checked:
    (one,) = check([path], TODAY, with_checklist=False)
    return one


def held(path: str) -> int:
    one = checked(path)
    return sum(one.usual[finding.rule].held for finding in one.findings if finding.rule in one.usual)


Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Runs the command line with some words and gives what it prints, standard error last."""

    def call(*words: str, code: int = 0) -> str:
        monkeypatch.setattr("sys.argv", ["inkwright", *words])
        with pytest.raises(SystemExit) as caught:
            run()
        assert caught.value.code == code
        return "".join(capsys.readouterr())

    return call


def test_old_posts_become_quieter_and_a_denser_one_does_not(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name, hedged=3)
    assert held("posts/one.md") == 0
    (rates,) = build_rates(open_workspace(), TODAY)
    assert (rates.author, rates.date, rates.posts) == ("", TODAY, 3)
    assert rates.rates["weasel-word"] == pytest.approx(9000 / rates.words, abs=0.001)
    assert held("posts/one.md") == 3
    dense = post("dense", hedged=20, plain=8, keys="draft: true\n")
    assert held(dense) == 0 and checked(dense).usual["weasel-word"].here == 20


def test_drafts_pages_and_too_few_posts_teach_nothing(blog: Path) -> None:
    post("one", hedged=3)
    post("two", hedged=3)
    post("three", hedged=3, keys="draft: true\n")
    assert build_rates(open_workspace(), TODAY) == ()
    assert not Path(PATH).exists()


def test_what_an_author_allowed_is_not_counted(blog: Path) -> None:
    for name in ("one", "two", "three"):
        write(post(name, 3), Path(f"posts/{name}.md").read_text() + "\n<!-- inkwright: allow-file weasel-word -->\n")
    (rates,) = build_rates(open_workspace(), TODAY)
    assert "weasel-word" not in rates.rates


def test_every_author_has_rates_of_their_own(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name, hedged=3, author="Ada")
        post(f"{name}-too", hedged=0, author="Bob")
    guest = post("guest", hedged=3, author="Cleo")
    ada, bob = build_rates(open_workspace(), TODAY)
    assert ada.rates.keys() - bob.rates.keys() == {"weasel-word"}
    same = {who: post(f"new-{who}", hedged=3, author=who, keys="draft: true\n") for who in ("Ada", "Bob")}
    assert (held(same["Ada"]), held(same["Bob"]), held(guest)) == (3, 0, 0)


def test_severity_by_audience_is_no_habit(blog: Path) -> None:
    """The acronym is a suggestion for a team and an error for leaders, whatever is usual."""
    body = (f"{PLAIN}\n\n" * 8 + "We moved the XQRT to the other host.\n\n" + f"{PLAIN}\n\n" * 17) * 2
    for name in ("one", "two", "three"):
        text = body.replace("XQRT", f"XQ{name[0].upper()}T").replace("the other host", "the ZQPV and the other host")
        write(f"posts/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-01\n---\n{text}")
    build_rates(open_workspace(), TODAY)
    team, leaders = "posts/one.md", "posts/leaders.md"
    write(leaders, Path(team).read_text().replace("title: one", "title: leaders\naudience: leadership"))
    assert held(team) == 2
    found = [one for one in checked(leaders).findings if one.rule == "undefined-acronym"]
    assert {one.severity for one in found} == {"error"}
    assert "undefined-acronym" not in checked(leaders).usual


def test_what_is_shown_to_people_and_what_to_programs(blog: Path, said: Said) -> None:
    for name in ("one", "two", "three"):
        post(name, hedged=3)
    assert "per 1,000 words" in said("voice", "build")
    text = said("check", "posts/one.md")
    assert "3 findings held: usual for you; --no-adapt shows them." in text and "[weasel-word]" not in text
    for option in ("--no-adapt", "--all"):
        everything = said("check", "posts/one.md", option)
        assert everything.count("[weasel-word]") == 3 and "usual for you" not in everything
        assert "usual: 3 in 1," in everything and "you usually have 3.0" in everything
    found = json.loads(said("check", "posts/one.md", "--format", "json"))["findings"]
    weasels = [one["usual"] for one in found if one["rule"] == "weasel-word"]
    assert weasels == [{"here": 3, "yours": 3.0, "good": weasels[0]["good"], "held": True}] * 3
    assert all(one["usual"] is None for one in found if one["category"] == "seo")
    assert said("check", "posts/one.md", "--format", "github").count("weasel-word") == 3
    said("check", "posts/one.md", "--fail-on", "suggestion", code=1)


def test_a_line_taken_out_shows_its_rule_again(blog: Path) -> None:
    for name in ("one", "two", "three"):
        post(name, hedged=3)
    build_rates(open_workspace(), TODAY)
    kept = Path(PATH).read_text(encoding="utf-8").splitlines(keepends=True)
    write(PATH, "".join(line for line in kept if not line.startswith("weasel-word")))
    assert held("posts/one.md") == 0


def test_a_damaged_file_holds_nothing_and_is_told(blog: Path, said: Said) -> None:
    path = post("one", hedged=3)
    write(PATH, "[[writer")
    assert held(path) == 0
    assert "nothing was held as usual for you" in said("check", path)


def test_voice_shows_the_rates(blog: Path, said: Said) -> None:
    for name in ("one", "two", "three"):
        post(name, hedged=3, author="Ada")
    said("voice", "build")
    assert "Usual for Ada, in 3 posts of" in said("voice", "show")
    (shown,) = json.loads(said("voice", "show", "--format", "json"))["rates"]
    assert shown["author"] == "Ada" and shown["rates"]["weasel-word"] > 0
    for path in Path("posts").iterdir():
        path.write_text(path.read_text().replace(PLAIN, "Short."), encoding="utf-8")
    write("posts/long.md", "---\ntitle: long\ndate: 2026-01-01\n---\n" + f"{PLAIN}\n\n" * 40)
    assert "takes 3 posts of 3,000 words in all" in said("voice", "build")


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["jekyll-scikit-learn", "docusaurus-llm-d", "quarto-great-tables"])
def test_real_authors_find_their_own_posts_quieter(
    name: str, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the judgement on style in an author's published posts some is held, not all, and no finding is lost."""
    shutil.copytree(corpus / "posts" / name, tmp_path / "blog")
    monkeypatch.chdir(tmp_path / "blog")
    init(".", TODAY, {})
    before = check([], TODAY, with_checklist=False)
    rates = build_rates(open_workspace(), TODAY)
    after = check([], TODAY, with_checklist=False)
    assert [one.findings for one in after] == [one.findings for one in before]
    style = [
        (finding, one.usual[finding.rule]) for one in after for finding in one.findings if finding.rule in one.usual
    ]
    assert rates and 0.2 < sum(usual.held for _, usual in style) / len(style) < 1
