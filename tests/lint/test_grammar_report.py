import re
from pathlib import Path

import pytest

from inkwright.lint.grammar_report import report, shown_rules, without_echoes
from inkwright.model.finding import Finding
from inkwright.model.grammar import Slip
from inkwright.model.span import Span
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

DATA = Path("src/inkwright/lint/harper_rules.txt")


def finding(source: str, words: str, instead: str | None, said: str = "Why `so`.", rule: str = "DidPast") -> Finding:
    document = parse_text(source + "\n", "a.md")
    text = re.sub(r"[*\n]+", lambda match: " " if "\n" in match[0] else "", source)
    at = text.index(words)
    slip = Slip(rule, "Grammar", Span(at, at + len(words)), said, instead)
    (found,) = report(document, {text: (slip,)})
    return found


def test_the_message_says_what_to_write_why_and_who_says_so() -> None:
    assert finding("It didn't ran.", "ran", "run").message == "write “run” for “ran”: why “so” (Harper, did past)"
    assert finding("It lets us to go.", " to", "").message.startswith("drop “to”: why")
    assert finding("It allows to go.", "allows to go", None).message.startswith("“allows to go”: why")
    assert finding("It was afterall.", "afterall", "after all", "Did you mean `after all`?").message == (
        "write “after all” for “afterall” (Harper, did past)"
    )


@pytest.mark.parametrize(
    ("source", "words", "instead", "mended"),
    [
        ("It didn't ran.", "ran", "run", "It didn't run.\n"),
        ("Despite of it.", "Despite of", "despite", "Despite it.\n"),
        ("SSH of it.", "SSH of", "ssh", "ssh it.\n"),
        ("On the right hand side.", " ", "-", None),
        ("It lets us to go.", " to", "", "It lets us go.\n"),
    ],
)
def test_the_fix_puts_the_suggestion_there(source: str, words: str, instead: str, mended: str | None) -> None:
    found = finding(source, words, instead)
    assert found.fix and not found.fix.safe
    if mended:
        assert apply(source + "\n", found.fix.edits) == mended


def test_a_mere_space_is_shown_with_the_words_around_it() -> None:
    document = parse_text("The right hand side.\n", "a.md")
    slips = {"The right hand side.": (Slip("LeftRightHand", "Misc", Span(9, 10), "Hyphenate", "-"),)}
    (found,) = report(document, slips)
    assert document.slice(found.span) == "right hand"
    assert found.fix and found.fix.edits[0].text == "right-hand"


def test_without_the_very_words_in_the_source_there_is_no_fix() -> None:
    assert finding("It could **of** been.", "could of", "could have").fix is None
    assert finding("It could\nof been.", "could of", "could have").fix is None


def test_what_touches_code_or_would_write_its_stand_in_is_dropped() -> None:
    document = parse_text("It had `x` went.\n", "a.md")
    text = "It had x.com went."
    slips = (Slip("A", "B", Span(3, 9), "Why", "has"), Slip("A", "B", Span(13, 17), "Why", "x.com gone"))
    assert list(report(document, {text: slips})) == []


def test_our_own_finding_about_the_same_words_is_enough() -> None:
    def made(rule: str, category: str, start: int, end: int) -> Finding:
        return Finding(rule, category, "warning", Span(start, end), "m")

    same, near = made("grammar-slip", "grammar", 4, 8), made("grammar-slip", "grammar", 20, 24)
    own, other = made("confused-word", "grammar", 6, 12), made("long-sentence", "clarity", 0, 40)
    assert without_echoes([other, same, own, near]) == (other, own, near)
    assert without_echoes([other, same, near]) == (other, same, near)


def test_only_rules_that_proved_right_are_shown() -> None:
    rows = [line.split() for line in DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    counts = {name: tuple(map(int, rest)) for name, *rest in rows}
    assert len(counts) == len(rows)
    shown = set(shown_rules())
    assert {"DidPast", "AllowTo", "LeftRightHand"} <= shown
    assert not shown & {"HopHope", "PronounKnew", "ItsContraction", "SpellCheck"}
    for name, (right, wrong, slips) in counts.items():
        assert (name in shown) == (10 * right >= 9 * (right + wrong) and right + slips > 0)
