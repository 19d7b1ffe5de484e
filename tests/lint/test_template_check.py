"""What a kind of post must hold: good posts lack nothing, crippled ones are told each missing part."""

import pytest

from inkwright.lint.template_check import lacks
from inkwright.plan.templates import kinds, template
from inkwright.text.markdown import parse_text

WITH_SECTIONS = [kind for kind in kinds() if template(kind).sections]


def said(kind: str, text: str) -> list[str]:
    return [f"{lack.section}: {lack.part}" for lack in lacks(parse_text(text), template(kind))]


def written(kind: str, but: str = "", instead: str = "") -> str:
    """The template's own examples as one post, one section replaced."""
    return "\n\n".join(
        f"## {section.title}\n<!-- section: {section.key} -->\n\n{instead if section.key == but else section.example}"
        for section in template(kind).sections
    )


@pytest.mark.parametrize("kind", WITH_SECTIONS)
def test_the_templates_own_examples_lack_nothing(kind: str) -> None:
    # An example shows one of the subsections that its section wants.
    missing = [line for line in said(kind, written(kind)) if "subsections" not in line]
    assert missing == []


CRIPPLED = [
    ("tutorial", "problem", "Messages are lost.", "what the reader has in the end"),
    ("tutorial", "prerequisites", "Patience.", "a list of 2 to 6 items"),
    ("tutorial", "architecture", "A file, and a reader.", "a diagram"),
    ("tutorial", "steps", "### One\n\nText.\n\n### Two\n\nText.\n\n### Three\n\nText.", "code in each step"),
    ("tutorial", "steps", "### One\n\n```sh\nx\n```\n\n### Two\n\n```sh\nx\n```", "what each step does and why"),
    ("tutorial", "steps", "### One\n\nIt runs.\n\n```sh\nx\n```", "a pitfall"),
    ("tutorial", "results", "It is fast.", "a figure"),
    ("tutorial", "troubleshooting", "- It hangs.\n- It fails.", "a list of 3 to 5 items"),
    ("tutorial", "troubleshooting", "- It hangs.\n- It fails.\n- It is slow.", "a solution for each problem"),
    ("tutorial", "next", "Go on.", "a link"),
    ("deep-dive", "why", "The norm is $x^2$.", "the intuition before any formula"),
    ("deep-dive", "intuition", "A cache keeps values.", "an analogy"),
    ("deep-dive", "how", "It works.", "a diagram"),
    ("deep-dive", "implications", "Use it everywhere.", "when not to use it"),
    ("deep-dive", "code", "It is short.", "code"),
    ("deep-dive", "misconceptions", "- It is slow. False.\n- It is hard. False.", "evidence against each of them"),
    ("deep-dive", "reading", "See [my other post](https://example.com/x).", "a link to the original paper or source"),
    ("comparison", "context", "There are parsers.", "the criteria"),
    ("comparison", "summary", "| a | b |\n|---|---|\n| 1 | 2 |", "a winner for each dimension"),
    ("comparison", "detailed", "### Setup\n\nEasy.", "5 subsections"),
    ("comparison", "detailed", "### Setup\n\nEasy.\n\n### Cost\n\nLow.", "evidence in each category"),
    ("comparison", "benchmarks", "| a |\n|---|\n| 1 |", "how it was measured (machine, versions, runs)"),
    ("comparison", "recommendation", "- Both are good.\n- Not one is bad.\n- Fine.", "“use X if ...”"),
    ("comparison", "recommendation", "- Use a if awake.\n- Use b if up.\n- Use c if tired.", "“avoid Z if ...”"),
    ("comparison", "experience", "It works well.", "what happened to you"),
    ("paper-summary", "contributions", "1. A method.\n2. A set.\n3. A proof.", "why each of them matters"),
    ("paper-summary", "contributions", "A method.", "a list of 3 to 5 items"),
    ("paper-summary", "how", "$$x^2$$", "the formula in plain words"),
    ("paper-summary", "results", "| a |\n|---|\n| 1 |", "where its figures come from"),
    ("paper-summary", "limits", "- It assumes no noise.\n- It is slow.", "limits that the authors name"),
    ("paper-summary", "limits", "- The authors say so.\n- They admit it.", "limits that they do not name"),
    ("paper-summary", "take", "It is sound.", "what happened to you"),
    ("opinion", "claim", "Seeds and spread.", "a claim that someone could deny"),
    ("opinion", "evidence", "Everybody knows it.", "evidence: a figure, code, a link or a quotation"),
    ("opinion", "counterargument", "There is none.", "the best argument of the other side"),
    ("opinion", "nuance", "It always applies.", "when not to use it"),
    ("opinion", "implications", "Think.", "a list of 2 to 5 items"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "section", "instead", "part"), CRIPPLED)
def test_each_missing_part_is_named(kind: str, section: str, instead: str, part: str) -> None:
    title = template(kind).section(section).title  # type: ignore[union-attr]
    expected = "Intuition" if part == "the intuition before any formula" else title
    assert f"{expected}: {part}" in said(kind, written(kind, section, instead))


def test_a_section_that_is_not_there_is_one_lack() -> None:
    text = "## The problem\n\nYou will have a queue.\n\n## Prerequisites\n\n- Python 3.11\n- You know files.\n"
    assert "Troubleshooting: " in said("tutorial", text)
    assert not any(line.startswith(("Problem", "Prerequisites")) for line in said("tutorial", text))


def test_a_tutorial_covers_setup_implementation_benchmarks_and_troubleshooting() -> None:
    """Requirement SEO-8: what a thin tutorial leaves out is named, part by part."""
    thin = "## Step-by-step\n\n### One\n\nIt runs.\n\n```sh\nx\n```\n"
    named = said("tutorial", thin)
    for section in ("Prerequisites", "Architecture", "Results", "Troubleshooting"):
        assert f"{section}: " in "\n".join(named), section
    assert any(line.startswith("Step-by-step: ") for line in named)
    whole = "\n".join(said("tutorial", written("tutorial")))
    assert not any(section in whole for section in ("Prerequisites", "Architecture", "Results", "Troubleshooting"))


def test_an_empty_section_is_one_lack() -> None:
    plan = "<!-- plan\n- the panel said 130\n-->"
    missing = [line for line in said("opinion", written("opinion", "evidence", plan)) if line.startswith("Evidence")]
    assert missing == ["Evidence: everything: nothing is written yet"]


def test_a_post_that_follows_no_section_is_left_alone() -> None:
    assert said("tutorial", "Only prose.\n") == []
    assert said("tutorial", "") == []


OWN_TITLES = """## What you will build

By the end you have a queue of 80 lines that survives a power cut. It takes 30 minutes.

## What you need

You should know Python classes.

- Python 3.11
- A disk

## The big picture

```mermaid
flowchart LR
 a --> b
```

The writer appends, the reader follows.

## Building it

### Append a message

We open the file in append mode so that a crash never damages what is there already. Do not forget to flush.

```python
f = open("q", "ab")
```

### Read it back

The reader starts at the last offset that it confirmed and reads to the end of the file from there.

```python
f.seek(0)
```

### Confirm

The offset goes to a second file, written whole and renamed, so that it is never half there at all.

```python
import os
```

## What I measured

9,000 messages a second on a laptop.

## When things go wrong

- The reader hangs: the writer holds the lock, so close its file and start the reader again.
- Messages come twice: the offset was not confirmed before the crash, make your handler repeatable.
- The disk fills up: rotate the file at 100 MB and delete those whose last offset is confirmed.

## Next steps

Read [the manual](https://example.com/fsync).
"""


def test_sections_are_known_by_what_authors_call_them() -> None:
    assert said("tutorial", OWN_TITLES) == []


@pytest.mark.parametrize(
    ("but", "instead", "missing"),
    [
        ("```mermaid\nflowchart LR\n a --> b\n```", "Two files.", "Architecture: a diagram"),
        ("9,000 messages a second on a laptop.", "Fast.", "Results: a figure"),
        ("Read [the manual](https://example.com/fsync).", "Go on.", "Next steps: a link"),
        ("- A disk\n", "", "Prerequisites: a list of 2 to 6 items"),
        ("```python\nf.seek(0)\n```", "", "Step-by-step: code in each step"),
        ("## What I measured\n\n9,000 messages a second on a laptop.", "", "Results: "),
    ],
)
def test_and_what_they_lack_is_named(but: str, instead: str, missing: str) -> None:
    assert said("tutorial", OWN_TITLES.replace(but, instead)) == [missing]


LOOSE = [
    ("deep-dive", "intuition", "A cache keeps values. I like it.", "an analogy"),
    ("deep-dive", "implications", "Use it in every service. It is not expensive.", "when not to use it"),
    ("tutorial", "prerequisites", "- Docker 27\n- 2 GB of memory, nothing more", "what the reader must know already"),
    (
        "paper-summary",
        "limits",
        "- The authors name no weakness.\n- They say that it is slow.",
        "limits that they do not name",
    ),
    ("opinion", "claim", "Random seeds are numbers.", "a claim that someone could deny"),
]


@pytest.mark.parametrize(("kind", "section", "instead", "part"), LOOSE)
def test_words_that_only_look_like_the_part_do_not_count(kind: str, section: str, instead: str, part: str) -> None:
    title = template(kind).section(section).title  # type: ignore[union-attr]
    assert f"{title}: {part}" in said(kind, written(kind, section, instead))


def test_a_design_review_names_assumptions_trade_offs_scale_and_flaws() -> None:
    project = template("project")
    whole = written("project")
    assert list(lacks(parse_text(whole), project)) == []
    for word, missing in (
        ("Assumption", "an assumption"), ("Trade-off", "a trade-off"),
        ("At ten times", "what happens at a larger size"),
        ("Known flaw", "a known flaw"),
    ):  # fmt: skip
        without = "".join(line for line in whole.splitlines(keepends=True) if not line.startswith(f"- **{word}"))
        assert missing in [lack.part for lack in lacks(parse_text(without), project)]
