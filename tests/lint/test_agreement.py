"""Agreement and verb forms: what is proof, and what only looks like it."""

import pytest

from inkwright.lint import agreement, verbs
from inkwright.lint.tokens import tokens
from inkwright.text.markdown import parse_text


def agreements(text: str) -> list[tuple[str, str]]:
    """The wrong word and the right one of each slip of agreement."""
    return [(held.words[at], right) for held in tokens(parse_text(text, "a.md")) for at, right in agreement.slips(held)]


def forms(text: str) -> list[tuple[str, str]]:
    return [
        (" ".join(held.words[first : last + 1]), right)
        for held in tokens(parse_text(text, "a.md"))
        for first, last, right in verbs.slips(held)
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They was late.", "was", "were"),
        ("It have a name.", "have", "has"),
        ("The results shows a trend.", "shows", "show"),
        ("The model perform well.", "perform", "performs"),
        ("The list of files are long.", "are", "is"),
        ("One of the files are gone.", "are", "is"),
        ("Nobody have seen it.", "have", "has"),
        ("People thinks so.", "thinks", "think"),
        ("There has been several errors.", "has", "have"),
        ("This file are new.", "are", "is"),
    ],
)
def test_agreement(text: str, wrong: str, right: str) -> None:
    assert agreements(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Does it have a name?",
        "If the model were small, it would fit.",
        "What the list of files is, we know.",
        "The tests that the server has are few.",
        "Those who have time wait.",
        "Make it do so, or let them go.",
        "One of the files that are gone is here.",
        "The statistics is a science; the news is out.",
        "Type I has a limit.",
        "The number of files are counted here.",
        "",
    ],
)
def test_no_slip(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He did not went.", "went", "go"),
        ("We have already went there.", "went", "gone"),
        ("I done it.", "done", "did"),
        ("It will takes time.", "takes", "take"),
        ("I want to went home.", "went", "go"),
        ("An error was happened.", "was happened", "happened"),
        ("I am agree.", "am agree", "agree"),
    ],
)
def test_verb_form(text: str, wrong: str, right: str) -> None:
    assert forms(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "All we had went up in smoke.",
        "The machine that we had access to ran out of memory.",
        "Have you seen it done?",
        "The free will makes the choice.",
        "What happened is known.",
        "Those who can does it.",
    ],
)
def test_right_verb_form(text: str) -> None:
    assert forms(text) == []
