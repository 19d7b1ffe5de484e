"""The kinds of post: Appendix A's sections and budgets, sound data files, examples that hold what they preach."""

import contextlib
import io
import re

import pytest

from inkwright.model.errors import SettingsError, UsageError
from inkwright.model.template import Budget, Template, TemplateSection
from inkwright.plan.parts import missing_parts
from inkwright.plan.templates import kinds, parse_template, template, template_or_none, title_from
from inkwright.text.markdown import parse_text
from inkwright.text.prose import word_count
from inkwright.text.snippets import snippets

APPENDIX_A = {
    "tutorial": [
        ("Problem", "100-150"), ("Prerequisites", "50-100"), ("Architecture", "100-200"), ("Step-by-step", "800-1500"),
        ("Results", "200-300"), ("Troubleshooting", "100-200"), ("Next steps", "100"),
    ],
    "deep-dive": [
        ("Why it matters", "100-150"), ("Intuition", "200-300"), ("How it works", "500-800"),
        ("Practical implications", "200-300"), ("Code", "200-400"), ("Misconceptions", "100-200"),
        ("Further reading", "50-100"),
    ],
    "comparison": [
        ("Context", "100-150"), ("Summary table", "100"), ("Detailed comparison", "600-1000"),
        ("Benchmarks", "200-300"),
        ("Recommendation matrix", "100-200"), ("My experience", "100-200"),
    ],
    "paper-summary": [
        ("Context", "100-150"), ("Contributions", "150-200"), ("How it works", "400-600"), ("Results", "200-300"),
        ("Limits", "100-200"), ("My take", "100-200"),
    ],
    "opinion": [
        ("Claim", "100-150"), ("Evidence", "400-600"), ("Counterargument", "200-300"), ("Nuance", "200-300"),
        ("Implications", "100-200"),
    ],
}  # fmt: skip
SUMS = {
    "tutorial": (1450, 2550), "deep-dive": (1350, 2250), "comparison": (1200, 1950), "paper-summary": (1050, 1650),
    "opinion": (1000, 1550), "what-i-learned": (300, 500),
}  # fmt: skip
FURTHER = {"first-post", "essay", "behind-the-scenes", "faq", "study-notes", "survey", "teardown", "project",
           "year-in-review", "none"}  # fmt: skip
WITH_EXAMPLES = [kind for kind in kinds() if kind != "none"]


def examples(found: Template) -> list[tuple[str, str]]:
    return [(section.key, section.example) for section in found.sections] or [("whole", found.example)]


@pytest.mark.parametrize("kind", APPENDIX_A)
def test_sections_order_and_budgets_of_appendix_a(kind: str) -> None:
    assert [(section.title, str(section.budget)) for section in template(kind).sections] == APPENDIX_A[kind]


@pytest.mark.parametrize("kind", SUMS)
def test_sums_of_appendix_a(kind: str) -> None:
    assert template(kind).budget == SUMS[kind]


def test_all_kinds_are_there_the_six_first() -> None:
    assert kinds()[:6] == tuple(SUMS)
    assert set(kinds()) == set(SUMS) | FURTHER
    assert kinds()[-1] == "none"


@pytest.mark.parametrize("kind", WITH_EXAMPLES)
def test_every_section_has_questions_and_an_example_of_80_to_200_words(kind: str) -> None:
    found = template(kind)
    assert found.name
    assert found.summary
    assert found.when
    for key, example in examples(found):
        prose = word_count(parse_text(example))
        longest = 400 if key == "whole" else 200
        assert prose <= longest, f"{kind} {key}: {prose} words of prose"
        assert len(example.split()) >= 80, f"{kind} {key}: {len(example.split())} words, code included"
    for section in found.sections:
        assert 2 <= len(section.questions) <= 4, section.key
        assert all(question.endswith(("?", ".")) for question in section.questions), section.questions


@pytest.mark.parametrize("kind", WITH_EXAMPLES)
def test_an_example_holds_the_parts_that_its_section_requires(kind: str) -> None:
    for section in template(kind).sections:
        # one step of many stands for the whole section, so counted subsections are not looked for
        wanted = [part for part in section.requires if not part.startswith("subsections:")]
        missing = missing_parts(wanted, list(parse_text(section.example).all_blocks), ())
        assert missing == (), f"{kind} {section.key}"


@pytest.mark.parametrize("kind", WITH_EXAMPLES)
def test_python_in_an_example_prints_what_the_example_shows(kind: str) -> None:
    for key, example in examples(template(kind)):
        for snippet in snippets(parse_text(example)):
            if snippet.language != "python" or key == "detailed":
                continue
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(snippet.code, f"{kind}.{key}", "exec"), {"__name__": "example"})
            if snippet.output is not None:
                assert out.getvalue() == snippet.output.text, f"{kind} {key}"


def test_the_example_that_must_fail_fails_as_it_says() -> None:
    example = next(section.example for section in template("comparison").sections if section.key == "detailed")
    (snippet,) = snippets(parse_text(example))
    with pytest.raises(Exception, match=r"Expected `int`, got `str` - at `\$\.user`"):
        exec(compile(snippet.code, "detailed", "exec"), {})


def test_examples_are_not_shared_between_kinds() -> None:
    seen = [example for kind in WITH_EXAMPLES for _, example in examples(template(kind))]
    assert len(set(seen)) == len(seen)


def test_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="tutorial"):
        template("tutoral")
    assert template_or_none("everyone-s-own") is None
    assert template_or_none("essay") == template("essay")


GOOD = """---
name: Test
summary: s
when: w
title_pattern: "All About [Topic]"
budget: 150-250
---

## First part

key: first
budget: 100-150
requires: code, list:3-5
- Why?
- How?

### Example

Some words.

```python
## no heading
```

## Second

key: second
budget: 50-100
"""


def test_a_template_is_read_from_its_text() -> None:
    found = parse_template("test", GOOD)
    first = TemplateSection(
        "first", "First part", Budget(100, 150), ("Why?", "How?"),
        "Some words.\n\n```python\n## no heading\n```", ("code", "list:3-5"),
    )  # fmt: skip
    assert found == Template(
        "test", "Test", "s", (first, TemplateSection("second", "Second", Budget(50, 100))), Budget(150, 250),
        "All About [Topic]", "w",
    )  # fmt: skip
    assert title_from(found.title_pattern, r"C:\new") == r"All About C:\new"
    assert title_from("No place", "x") == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("when: w", "wen: w"), "unknown key `wen`"),
        (("requires: code", "needs: code"), "test.md:9: unknown key `needs`"),
        (("code, list:3-5", "code, pictures"), "unknown required part `pictures`"),
        (("key: second", "key: first"), "same key"),
        (("key: second", "key: Second one"), "needs a key"),
        (("budget: 100-150", "budget: 150-100"), "runs backwards"),
        (("budget: 100-150", "budget: some"), "no word budget"),
        (("budget: 150-250", "budget: 150-260"), "its sections make 150-250"),
        (("- Why?", "Why?"), "test.md:14: `Why\\?` is neither"),
    ],
)
def test_what_is_not_understood_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        parse_template("test", GOOD.replace(*change, 1))


def test_no_example_uses_a_worn_out_word() -> None:
    stale = re.compile(r"\b(delve|leverage|seamless|game.changer|in today's|let's dive|robust|crucial|journey)\b", re.I)
    for kind in WITH_EXAMPLES:
        for key, example in examples(template(kind)):
            assert not stale.search(example), f"{kind} {key}"
