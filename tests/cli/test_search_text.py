"""What search and topics print fits a terminal; the words asked for stay marked where a line is broken."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.cli import output
from inkwright.cli.commands._topics_text import print_topic
from inkwright.cli.commands.search import _marked
from inkwright.cli.output import led
from inkwright.model.columns import cells
from inkwright.model.found import Hit
from inkwright.model.topic import Member, Topic
from inkwright.similar.stems import WORD


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda stream=None: 40)


def hit(snippet: str, marks: tuple[tuple[int, int], ...]) -> Hit:
    return Hit("notes/a.md", 3, "note", "a", "A", "", (), 1.0, snippet, marks)


@given(st.text("ab é\t\u2028.", min_size=1, max_size=120), st.data())
def test_the_marked_words_are_bold_and_no_sign_is_lost(text: str, data: st.DataObject) -> None:
    words = [found.span() for found in WORD.finditer(text)]
    marks = tuple(span for span in words if data.draw(st.booleans()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output, "room", lambda stream=None: 20)
        shown = _marked(hit(text, marks))
    bold = [part.split("\x1b[0m")[0] for part in shown.split("\x1b[1m")[1:]]
    assert bold == [text[start:end] for start, end in marks]
    assert click.unstyle(shown).split() == text.split()


def test_a_long_excerpt_takes_several_lines(narrow: None) -> None:
    lines = click.unstyle(_marked(hit("word " * 30 + "end", ((150, 153),)))).splitlines()
    assert len(lines) > 3 and max(map(len, lines)) <= 40 and all(line.startswith("    ") for line in lines)


def test_what_acts_on_a_terminal_is_spelled_out() -> None:
    shown = _marked(hit("a \x1b[31mred note", ((11, 15),)))
    assert click.unstyle(shown) == "    a \\x1b[31mred note" and "\x1b[1mnote\x1b[0m" in shown
    assert "\x1b]0" not in led("notes/a.md", "\x1b]0;title")


def test_a_place_leads_and_its_title_goes_on_below(narrow: None) -> None:
    assert click.unstyle(led("notes/a.md:3", "a title of several words, too many")).splitlines() == [
        "notes/a.md:3  a title of several words,",
        "    too many",
    ]
    assert led("notes/a b.md", "A") == click.style("notes/a b.md", fg="cyan") + "  A"


def test_a_topic_fits(narrow: None, capsys: pytest.CaptureFixture[str]) -> None:
    members = (Member("a", "notes/2026/a-name.md", 1, "A title that is longer than what is left of it", "note"),)
    print_topic(Topic("Caches", members, ("eviction", "invalidation", "write-ahead", "page")), explain=True)
    lines = click.unstyle(capsys.readouterr().out).splitlines()
    assert max(map(cells, lines)) <= 40 and "what is left of it" in " ".join(" ".join(lines).split())
