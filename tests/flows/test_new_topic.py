"""`new --topic`: the notes of a topic laid out as bullets in their own words, and own posts that come near."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.new import command
from inkwright.cli.commands.outline import command as outline_command
from inkwright.flows.new_topic import meant
from inkwright.model.errors import UsageError
from inkwright.model.topic import Member, Topic
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks

NOTES = {
    "jitter": "# Retries need jitter\n\nI forgot the jitter, so all clients came back in the same second.\n",
    "budget": "# A budget for retries\n\n1. cap the retries at a tenth\n2. count them per client\n",
    "peak": "# How to see retries\n\nAt the peak 71 % of the requests were retries.\n",
    "sourdough": "# Sourdough\n\nThe starter doubles in six hours at 26 degrees.\n",
}
BY_HAND = """
[[topic]]
name = "Retry storms"
notes = ["notes/jitter.md", "notes/budget.md", "notes/peak.md", "idea: hedge the second request"]
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    for name, text in NOTES.items():
        place = tmp_path / "notes" / f"{name}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (tmp_path / "ideas.md").write_text("# Ideas\n\n- hedge the second request\n- bake more\n", encoding="utf-8")
    (tmp_path / "inkwright").mkdir()
    (tmp_path / "inkwright" / "topics.toml").write_text(BY_HAND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args), catch_exceptions=False)


def post(blog: Path) -> str:
    (found,) = (blog / "posts").rglob("index.md")
    return found.read_text(encoding="utf-8")


def bullets(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.note) for plan in plan_marks(parse_text(text)) for one in plan.bullets]


def test_the_topics_notes_become_bullets_in_their_own_words(blog: Path) -> None:
    shown = run("--topic", "retry", "--template", "tutorial").output
    assert shown.startswith("Retry storms: 3 notes, 1 captured line\n")
    assert "notes/jitter.md  Retries need jitter  (1 bullet)" in shown
    laid = bullets(post(blog))
    assert {note for _, note in laid} == {"jitter", "budget", "peak", ""}
    own = set(re.findall(r"\w+", " ".join(NOTES.values()) + "hedge the second request"))
    assert set(re.findall(r"\w+", " ".join(text for text, _ in laid))) <= own
    assert "sourdough" not in post(blog).lower()
    assert "## Troubleshooting\n<!-- section: troubleshooting 100-200 -->" in post(blog)
    assert "- I forgot the jitter, so all clients came back in the same second. [[jitter]]\n-->\n\n## Next" in post(
        blog
    )
    assert (blog / "ideas.md").read_text(encoding="utf-8").count("[to:: how-to-retry]") == 1


def test_the_topic_proposes_the_kind_of_post_and_explains_each_bullet(blog: Path) -> None:
    shown = run("--topic", "retry storms", "--explain").output
    assert "template: tutorial" in post(blog) or "template: deep-dive" in post(blog)
    assert re.search(r"Kind of post: [\w-]+, because ", shown)
    assert "it gives a figure (“71 %”)" in shown


def test_what_fits_nowhere_stands_at_the_end_and_can_be_moved(blog: Path) -> None:
    words = "".join(f"The {n}th remark failed after {n} ms.\n\n" for n in range(2, 14))
    (blog / "notes" / "peak.md").write_text(f"# Peaks of retries\n\n{words}", encoding="utf-8")
    run("Retries", "--topic", "retry", "--template", "opinion")
    left = plan_marks(parse_text(post(blog)))[-1]
    assert left.spare
    assert len(bullets(post(blog))) == 12 + 4
    first = left.bullets[0].text
    runner = CliRunner()
    moved = runner.invoke(outline_command, ["retries", "move", "not-placed/1", "1"], catch_exceptions=False)
    assert f"  1/1  {first}" in moved.output
    assert first in [one.text for one in plan_marks(parse_text(post(blog)))[0].bullets]
    assert first not in [one.text for one in plan_marks(parse_text(post(blog)))[-1].bullets]
    assert len(bullets(post(blog))) == 12 + 4


def test_without_such_a_topic_it_says_so(blog: Path) -> None:
    before = sorted(blog.rglob("*"))
    with pytest.raises(UsageError, match="no topic of your notes is about “quantum”"):
        run("--topic", "quantum")
    assert [path for path in sorted(blog.rglob("*")) if ".inkwright" not in path.parts] == [
        path for path in before if ".inkwright" not in path.parts
    ]
    assert "No topic of your notes is about “quantum”" in run("A title", "--topic", "quantum").output
    assert bullets(post(blog)) == []


def test_a_topic_and_an_idea_at_once_are_refused(blog: Path) -> None:
    with pytest.raises(UsageError, match="from a topic or from an idea"):
        run("--topic", "retry", "--from-idea", "3")


def test_an_earlier_post_on_the_same_is_shown(blog: Path) -> None:
    (blog / "posts").mkdir()
    (blog / "posts" / "storms.md").write_text(
        "---\ntitle: Retry storms make outages longer\n---\n\nRetries made our outage longer.\n", encoding="utf-8"
    )
    shown = run("Why retry storms hurt").output
    assert "You wrote on this before: posts/storms.md" in shown
    assert "wrote on this" not in run("Sourdough at 26 degrees").output


def topic(label: str, shared: tuple[str, ...], *titles: str) -> Topic:
    return Topic(label, tuple(Member(title, title, 1, title, "note") for title in titles), shared)


def test_words_mean_the_topic_that_is_about_all_of_them() -> None:
    first = topic("kernel warp", ("kernel", "warp", "gpu"), "Warps", "Kernels on a GPU")
    second = topic("GPU prices", ("spot", "prices"), "Spot prices", "GPU prices in autumn")
    assert meant([first, second], "gpu prices") is second
    assert meant([first, second], "Kernels") is first
    assert meant([first, second], "kernel warp") is first
    assert meant([first, second], "gpu bread") is None
    assert meant([first, second], "  ") is None
    assert meant([], "gpu") is None


def test_what_the_writer_set_for_the_topic_goes_into_the_post(blog: Path) -> None:
    path = blog / "inkwright" / "topics.toml"
    path.write_text(f'{BY_HAND}\npillar = "latency"\nproject = "gateway"\ninterest = 2\n', encoding="utf-8")
    run("Storms", "--topic", "retry", "--template", "none")
    assert 'pillar: "latency"\nproject: "gateway"\ninterest: 2\n' in post(blog)
    shown = CliRunner().invoke(outline_command, ["storms"], catch_exceptions=False).output
    assert "You rated your interest 2 of 5" in shown


def test_in_a_vault_that_is_its_own_site_the_notes_still_make_a_topic(blog: Path) -> None:
    (blog / "inkwright.toml").write_text('generator = "obsidian"\nnotes = "."\n', encoding="utf-8")
    assert run("Storms", "--topic", "retry storms", "--template", "tutorial").output.startswith("Retry storms: 3 notes")
