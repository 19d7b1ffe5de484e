"""Drafts as files, and how telling people of a post stands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli import output
from inkwright.cli.commands.promote import command
from inkwright.flows.promote import Wish, drafts, promote
from inkwright.flows.promote_subject import told
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.promote.networks import names
from inkwright.workspace.folder import Workspace

from .promote_blog import SETTINGS, TODAY, make_blog, snapshot

DRAFTS = Path("inkwright/promotion/slow-cache")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return make_blog(tmp_path)


def run(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(command, list(words), input=stdin)


def test_every_network_gets_its_file_and_a_second_run_writes_nothing(blog: Workspace) -> None:
    found = promote(blog, "slow-cache", TODAY, Wish())
    assert [one.state for one in found.drafts] == ["new"] * len(names())
    assert [Path(one.path) for one in found.drafts] == [DRAFTS / f"{name}.md" for name in names()]
    before = snapshot(blog.root)
    again = promote(blog, "slow-cache", "2027-01-05", Wish())
    assert {one.state for one in again.drafts} == {"unchanged"}
    assert snapshot(blog.root) == before


def test_linkedin_opens_with_the_finding_and_ends_with_the_canonical_address(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    text = (DRAFTS / "linkedin.md").read_text().split("-->")[1].strip()
    assert text.startswith("Our cache of sessions answered in 48 ms, and nobody knew why.")
    assert text.endswith("\n\nhttps://me.dev/posts/slow-cache/")
    assert sorted(path.name for path in DRAFTS.iterdir()) == ["linkedin.md"]


def test_what_the_writer_changed_is_left_and_a_newer_draft_is_laid_beside_it(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish())
    mine = DRAFTS / "linkedin.md"
    mine.write_text("My own words.\n")
    kept = {one.network: one for one in promote(blog, "slow-cache", TODAY, Wish()).drafts}
    assert (kept["linkedin"].state, kept["linkedin"].beside) == ("yours", "")
    post = blog.path("posts/slow-cache.md")
    post.write_text(post.read_text().replace("answered in 48 ms", "answered in 52 ms"))
    found = {one.network: one for one in promote(blog, "slow-cache", TODAY, Wish()).drafts}
    assert found["linkedin"].state == "beside"
    assert found["x"].state == "renewed"
    assert mine.read_text() == "My own words.\n"
    assert "52 ms" in Path(found["linkedin"].beside).read_text()
    assert "52 ms" in (DRAFTS / "x.md").read_text()
    again = {one.network: one for one in promote(blog, "slow-cache", TODAY, Wish()).drafts}
    assert (again["linkedin"].state, again["linkedin"].beside) == ("yours", found["linkedin"].beside)
    assert {one.state for one in again.values()} == {"yours", "unchanged"}


def test_a_draft_is_the_writers_where_the_record_is_lost(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    (DRAFTS / "linkedin.md").write_text("My own words.\n")
    blog.path("inkwright/posts/slow-cache.toml").unlink()
    found = promote(blog, "slow-cache", TODAY, Wish(("linkedin",))).drafts[0]
    assert found.state == "beside"
    assert (DRAFTS / "linkedin.md").read_text() == "My own words.\n"


def test_other_line_ends_are_no_change(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("x",)))
    place = DRAFTS / "x.md"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    assert promote(blog, "slow-cache", TODAY, Wish(("x",))).drafts[0].state == "unchanged"


def test_a_draft_that_is_no_text_stops_it_in_one_sentence(blog: Workspace) -> None:
    DRAFTS.mkdir(parents=True)
    (DRAFTS / "x.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match=r"x\.md"):
        promote(blog, "slow-cache", TODAY, Wish(("x",)))


def test_tags_by_choice(blog: Workspace, tmp_path: Path) -> None:
    assert "utm_" not in drafts(told(blog, "slow-cache", TODAY), ["linkedin"])[0].text
    tagged = drafts(told(blog, "slow-cache", TODAY), ["linkedin"], True)[0].text
    assert "?utm_source=linkedin&utm_medium=social&utm_campaign=slow-cache" in tagged
    always = make_blog(tmp_path, SETTINGS + "[promote]\ntagged = true\nnetworks = ['mastodon']\n")
    found = promote(always, "slow-cache", TODAY, Wish())
    assert [one.network for one in found.drafts] == ["mastodon"]
    assert "utm_source=mastodon" in (DRAFTS / "mastodon.md").read_text()


def test_a_post_that_is_not_published_is_said_so(blog: Workspace) -> None:
    post = blog.path("posts/slow-cache.md")
    post.write_text(post.read_text().replace("tags:", "draft: true\ntags:"))
    found = promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    assert found.remarks == ("the post is not published yet (draft): nothing leads to it so far",)


def test_the_canonical_address_counts_and_a_copy_where_there_is_no_site(blog: Workspace, tmp_path: Path) -> None:
    post = blog.path("posts/slow-cache.md")
    whole = post.read_text()
    post.write_text(whole.replace("tags:", "canonical_url: https://home.dev/slow\ntags:"))
    assert promote(blog, "slow-cache", TODAY, Wish()).url == "https://home.dev/slow"
    homeless = make_blog(tmp_path, "")
    nowhere = promote(homeless, "slow-cache", TODAY, Wish())
    assert nowhere.url == "" and "no public address" in nowhere.remarks[0]
    assert "[? The address of the post?]" in (DRAFTS / "linkedin.md").read_text()
    post.write_text(whole.replace("tags:", "syndicated: {devto: 'https://dev.to/me/slow'}\ntags:"))
    copy = promote(homeless, "slow-cache", TODAY, Wish())
    assert copy.url == "https://dev.to/me/slow" and "devto" in copy.remarks[0]


def test_the_closing_line_of_a_pillar_is_offered_until_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = "Working on something similar? Write to me@me.dev."
    blog = make_blog(tmp_path, f'{SETTINGS}[promote.closing]\nserving = "{line}"\n')
    assert promote(blog, "slow-cache", TODAY, Wish()).closing == line
    post = blog.path("posts/slow-cache.md")
    post.write_text(post.read_text() + f"\n{line}\n")
    assert promote(blog, "slow-cache", TODAY, Wish()).closing == ""


def test_an_unknown_network_writes_nothing(blog: Workspace) -> None:
    before = snapshot(blog.root)
    with pytest.raises(UsageError, match="there is no network `pigeons`"):
        promote(blog, "slow-cache", TODAY, Wish(("linkedin", "pigeons")))
    assert snapshot(blog.root) == before


def test_the_command_shows_drafts_items_and_what_nobody_can_tell(blog: Workspace) -> None:
    said = run("slow-cache").output
    assert "inkwright/promotion/slow-cache/linkedin.md  new" in said
    assert "[ ]  2026-11-20  linkedin" in said
    assert "0 of 10 done." in said
    assert "Nobody can tell your share of own links on Reddit" in said
    assert max(map(len, said.split("\n")[: said.split("\n").index("0 of 10 done.")])) <= 80


def test_the_command_as_json(blog: Workspace) -> None:
    found = json.loads(run("slow-cache", "--format", "json").output)
    assert found["version"] == 1
    assert len(found["items"]) == 11
    assert found["url"] == "https://me.dev/posts/slow-cache/"
    assert {one["state"] for one in found["drafts"]} == {"new"}
    assert found["share"]["over"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--check", "--ics", "x.ics"), "--check and --ics do not go together"),
        (("done", "x", "--check"), "done and --check do not go together"),
        (("--questions", "-", "--reddit", "9"), "--questions and --reddit do not go together"),
        (("done", "x", "--tagged"), "done and --tagged do not go together"),
        (("--check", "--to", "x", "--untagged"), "--check and --untagged do not go together"),
        (("linkedin",), "`linkedin` is neither `done` nor `open`"),
        (("--to", ","), "--to names no network"),
    ],
)
def test_wrong_use_is_refused_with_the_words_that_are_wrong(blog: Workspace, words: tuple[str, ...], said: str) -> None:
    before = snapshot(blog.root)
    done = run("slow-cache", *words)
    assert done.exit_code == 2
    assert said in done.output
    assert snapshot(blog.root) == before


def test_on_a_terminal_every_line_fits(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("slow-cache").output
    assert max(map(len, whole.splitlines())) > 80, "piped it stays whole"
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    shown = run("slow-cache").output
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert shown.split() == whole.replace("  new", "  as it was").split()
