"""Options that cannot be followed are named; those of other tools are left alone."""

import pytest

from inkwright.evidence.fence_terms import wrong_term
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


def said(code: str, output: str = "output", shown: str = "1") -> tuple[bool, str]:
    return wrong_term(snippets(parse_text(f"```{code}\nx\n```\n\n```{output}\n{shown}\n```\n"))[0])


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("python rases=KeyError", "did you mean `raises=`?"),
        ('python norum="a GPU"', "did you mean `norun=`?"),
        ("python figures=a.svg", "did you mean `figure=`?"),
        ("python tolerance=1e-3", "belongs to the output"),
        ("python regex", "belongs to the output"),
    ],
)
def test_of_the_code(code: str, named: str) -> None:
    on_output, message = said(code)
    assert named in message
    assert not on_output


@pytest.mark.parametrize(
    ("output", "shown", "named"),
    [
        ("output tolerence=1e-3", "1", "did you mean `tolerance=`?"),
        ("text output elipsis", "1", "did you mean `ellipsis`?"),
        ("output tolerance=abc", "1", "`tolerance=abc` is no number"),
        ("output tolerance=nan", "1", "`tolerance=nan` is no number"),
        ("output tolerance=-1", "1", "`tolerance=-1` is no number"),
        ("output regex", "(", "no regular expression: missing )"),
    ],
)
def test_of_the_output(output: str, shown: str, named: str) -> None:
    on_output, message = said("python", output, shown)
    assert named in message
    assert on_output


@pytest.mark.parametrize(
    "code",
    ["python", "python raises=KeyError file=a.py id=a", 'python title="a" hl_lines=2 linenos', "{python} #| echo=FALSE",
     "python {1,3} showLineNumbers", "{.python .numberLines startFrom=10}"],
)  # fmt: skip
def test_what_is_right_or_of_another_tool_is_left_alone(code: str) -> None:
    assert said(code) == (True, "")
    assert said("python", "output tolerance=1e-3 ellipsis") == (True, "")


def test_a_transcript_has_its_terms_on_its_own_fence() -> None:
    document = parse_text("```pycon ellipsis tolerance=x\n>>> 1\n1\n```\n")
    assert "is no number" in wrong_term(snippets(document)[0])[1]
