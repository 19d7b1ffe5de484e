"""The template set aside and put back: the plan as plain bullets meanwhile, and not a line lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.plan.aside import set_aside, set_back
from inkwright.plan.seed import NewPost, seed
from inkwright.plan.templates import template
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks, section_marks

BULLETS = {
    "claim": ["retries make outages longer [[storm]]"],
    "evidence": ["the peak had 71 % retries [[peak]]", "jitter spread the load"],
    "nuance": ["idempotent reads may retry"],
    "not-placed": ["the starter doubles in six hours"],
}
POST = seed(NewPost("Retries", "retries"), template("opinion"), bullets=BULLETS)
WRITTEN = POST.replace("<!-- section: claim 100-150 -->", "<!-- section: claim 100-150 -->\n\nWe retried too much.")


def aside(text: str) -> str:
    return set_aside(parse_text(text))


def back(now: str, before: str) -> str:
    return set_back(parse_text(now), parse_text(before))


def section_of(text: str, words: str) -> str:
    """The key of the section in which some words stand."""
    at = text.index(words)
    return max((mark for mark in section_marks(parse_text(text)) if mark.span.start < at), key=lambda m: m.span).key


def test_the_plan_is_plain_bullets_meanwhile() -> None:
    text = aside(POST)
    assert "##" not in text
    assert "Q:" not in text
    first, spare = plan_marks(parse_text(text))
    assert [bullet.text for bullet in first.bullets] == [
        "retries make outages longer", "the peak had 71 % retries", "jitter spread the load",
        "idempotent reads may retry",
    ]  # fmt: skip
    assert spare.spare
    assert text.startswith(POST[: POST.index("\n---\n", 4) + 5])


def test_written_sections_stay() -> None:
    text = aside(WRITTEN)
    assert [mark.key for mark in section_marks(parse_text(text))] == ["claim"]
    assert "We retried too much." in text
    assert back(text, WRITTEN) == WRITTEN


def test_a_post_without_unwritten_sections_stays_as_it_is() -> None:
    for text in ("", "Words.\n", "## Mine\n\nWords.\n", "# Title\n\n## Mine\n"):
        assert aside(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_untouched_it_comes_back_byte_for_byte(end: str) -> None:
    text = POST.replace("\n", end)
    assert back(aside(text), text) == text


def test_what_was_added_goes_where_it_belongs() -> None:
    now = aside(POST).replace(
        "- jitter spread the load", "- jitter spread the load\n  - by 90 %\n- [x] Ana asked about it"
    )
    now = now.replace(
        "<!-- plan: not", "Idempotent reads may retry: nobody pays twice.\n\n```python\nretry()\n```\n\n<!-- plan: not"
    )
    text = back(now, POST)
    assert section_of(text, "by 90 %") == section_of(text, "[x] Ana asked") == "evidence"
    assert section_of(text, "nobody pays twice") == section_of(text, "retry()") == "nuance"
    assert [mark.key for mark in section_marks(parse_text(text))] == [one.key for one in template("opinion").sections]
    assert "Q: " in text
    assert text.rstrip().endswith("-->"), "what is not placed stays last"


def test_what_belongs_nowhere_stays_on_top() -> None:
    now = aside(POST).replace("<!-- plan\n", "Good morning, whoever reads this.\n\n<!-- plan\n- a stray\n", 1)
    text = back(now, POST)
    first = text.index("## ")
    assert text.index("Good morning") < first
    assert text.index("- a stray") < first


def test_a_section_that_the_writer_made_again_is_not_made_twice() -> None:
    now = aside(POST) + "\n## My proof\n<!-- section: evidence 400-600 -->\n\nHere it is.\n"
    text = back(now, POST)
    assert [mark.key for mark in section_marks(parse_text(text))].count("evidence") == 1
    assert "jitter spread the load" in text


def test_what_stands_behind_the_end_of_the_plan_stays_and_the_bullets_go_home() -> None:
    rows = aside(POST).split("\n")
    rows.insert(next(at for at, row in enumerate(rows) if "the peak" in row), "--><b>odd</b>")
    text = back("\n".join(rows), POST)
    assert section_of(text, "retries make outages longer") == "claim"
    assert text.index("<b>odd</b>") < text.index("## ")


LINE = st.one_of(
    st.sampled_from([
        "", "", "A paragraph of its own.", "The peak had 71 % retries, and jitter spread the load.", "- a list item",
        "## A heading", "### Lower", "```", "<!-- plan", "-->", "- [x] ticked", "  - nested", "> quoted",
        "<!-- a remark -->", "<!-- section: nuance 1-2 -->", "<!-- plan: not placed", "# Title", "    indented",
        "| a |", "$$",
    ]),
    st.text("ab -*`#<>!", max_size=8),
)  # fmt: skip
FRAMES = {"<!-- plan", "<!-- plan: not placed", ""}


def lines(text: str) -> Counter[str]:
    """What stands in the lines of a text; the end of a comment counts for nothing, but what stands behind it does."""
    bare = (line.strip().removeprefix("-->").strip() for line in text.splitlines())
    return Counter(line for line in bare if line not in FRAMES)


@given(st.lists(st.tuples(st.integers(0, 60), LINE), max_size=12), st.booleans())
@settings(max_examples=400, deadline=None)
def test_no_line_is_lost_whatever_was_written_meanwhile(added: list[tuple[int, str]], written: bool) -> None:
    before = WRITTEN if written else POST
    now = aside(before).split("\n")
    head = now.index("---", 1) + 1
    for at, line in added:
        now.insert(min(len(now), head + at), line)
    text = "\n".join(now)
    after = back(text, before)
    assert not lines(text) - lines(after)


@given(st.lists(st.tuples(st.integers(0, 80), LINE), max_size=12))
@settings(max_examples=400, deadline=None)
def test_setting_aside_keeps_every_bullet_and_every_word(added: list[tuple[int, str]]) -> None:
    rows = POST.split("\n")
    head = rows.index("---", 1) + 1
    for at, line in added:
        rows.insert(min(len(rows), head + at), line)
    before = "\n".join(rows)
    text = aside(before)
    gone = lines(before) - lines(text)
    frame = ("## ", "Q:", "<!-- section:", "# ", "### ")
    assert all(line.startswith(frame) or line in "-*+" or not line.strip("#") for line in gone), gone
    assert back(text, before) == before
