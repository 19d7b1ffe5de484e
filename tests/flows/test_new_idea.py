"""`new --from-idea`: what is known of an idea goes into the post, and all that was bound to it becomes bullets."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.cli.commands.new import command
from inkwright.flows.new_idea import bind_ideas
from inkwright.model.errors import UsageError
from inkwright.notes.ideas import bound, parse_ideas
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks
from inkwright.workspace.folder import open_workspace

IDEAS = f"""# Ideas

- 2026-11-01 Buckets beat averages [from:: debugged] [purpose:: disagree] [pillar:: latency] [to:: buckets]
- 2026-11-02 every exporter sends them already [to:: buckets]
- 2026-11-03 A queue that nobody sees{"  "}
- the queue at the bakery
"""
LOG = "# 2026-11-04\n\n- 09:00 the panel said 128 ms, the users waited 317 [project:: buckets]\n"
LOG += "- 10:00-10:30 wrote [[buckets]] +12 words (0→12)\n"
CLIP = "---\nkind: paragraph\nurl: https://example.org/h\nproject: buckets\n---\n"
CLIP += "# Histograms\n\nBuckets can be added up.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in {
        "inkwright.toml": "",
        "ideas.md": IDEAS,
        "log/2026-11-04.md": LOG,
        "notes/histograms.md": CLIP,
    }.items():
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args), catch_exceptions=False)


def test_all_that_was_bound_to_the_idea_becomes_bullets(blog: Path) -> None:
    shown = run("--from-idea", "3").output
    text = (blog / "posts" / "buckets" / "index.md").read_text(encoding="utf-8")
    data = read_front_matter(text).data
    assert (data["title"], data["purpose"], data["origin"], data["pillar"]) == (
        "Buckets beat averages", "disagree", "debugged", "latency",
    )  # fmt: skip
    laid = [(one.text, one.note) for plan in plan_marks(parse_text(text)) for one in plan.bullets]
    assert laid == [
        ("Buckets beat averages", ""),
        ("every exporter sends them already", ""),
        ("the panel said 128 ms, the users waited 317", ""),
        ("Buckets can be added up.", "histograms"),
    ]
    assert (blog / "ideas.md").read_text(encoding="utf-8") == IDEAS, "both ideas name the post already"
    assert "posts/buckets/index.md" in shown


def test_the_line_of_the_idea_says_where_it_went(blog: Path) -> None:
    shown = run("--from-idea", "queue that NOBODY", "--template", "opinion").output
    assert "1 idea of your inbox now say [to:: a-queue-that-nobody-sees]." not in shown
    assert "1 idea of your inbox now says [to:: a-queue-that-nobody-sees]." in shown
    changed = IDEAS.replace("nobody sees  \n", "nobody sees [to:: a-queue-that-nobody-sees]  \n")
    assert (blog / "ideas.md").read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(("typed", "said"), [
    ("1", "line 1 of ideas.md is no idea"), ("99", "line 99"), ("whales", "no idea says “whales”"),
    ("queue", "“queue” fits 2 ideas. Give the line of one: 5, 6"), (" ", "no idea says"),
])  # fmt: skip
def test_an_idea_that_is_not_there_or_several(blog: Path, typed: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        run("--from-idea", typed)
    assert not (blog / "posts").exists()


def test_an_inbox_that_changes_meanwhile_is_read_again(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace()
    inbox, write, once = blog / "ideas.md", type(workspace).write, []

    def racing(self: object, *args: object, **kwargs: object) -> object:
        if not once:
            once.append(1)
            inbox.write_text(IDEAS + "- one more\n", encoding="utf-8")
        return write(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(type(workspace), "write", racing)
    assert bind_ideas(workspace, [6], "bread") == 1
    assert inbox.read_text(encoding="utf-8").endswith("- the queue at the bakery [to:: bread]\n- one more\n")


LINES = st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=30), max_size=8)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sets(st.integers(1, 9)), st.booleans())
@settings(max_examples=400, deadline=None)
def test_binding_adds_its_field_and_changes_nothing_else(
    lines: list[str], end: str, wanted: set[int], closed: bool
) -> None:
    text = end.join(lines) + (end if closed else "")
    before = parse_ideas(text)
    after, count = bound(text, wanted, "the-post")
    assert after.replace(" [to:: the-post]", "") == text.replace(" [to:: the-post]", "")
    assert after.count(" [to:: the-post]") == text.count(" [to:: the-post]") + count
    now = parse_ideas(after)
    assert [(idea.text, idea.line) for idea in now] == [(idea.text, idea.line) for idea in before]
    free = [idea for idea in before if idea.line in wanted and not idea.field("to")]
    assert sum(idea.text[:1].isalpha() for idea in free) <= count <= len(free)
