"""An excerpt against its file: what holds, and which line does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.excerpts import compare, excerpt_states, lines_of
from inkwright.model.origin import Origin
from inkwright.text.markdown import parse_text

FILE = """import os

class Deck:
\tdef turn(self, n):
\t\tcheck(n)

\t\tfor card in self.cards:
\t\t\tread(card)
\t\treturn n
"""
LINES = FILE.splitlines()


def found(code: str, first: int = 1, last: int = 9) -> list[tuple[str, int, int]]:
    return [(one.kind, one.line, one.theirs) for one in compare(code, (first, LINES[first - 1 : last]))]


HOLDS = {
    "all of it": (FILE, 1, 9),
    "indentation removed": ("check(n)\n\nfor card in self.cards:\n\tread(card)\n", 5, 8),
    "tabs as blanks": ("def turn(self, n):\n    check(n)\n\n    for card in self.cards:\n        read(card)\n", 4, 8),
    "tabs as two blanks": ("for card in self.cards:\n  read(card)\nreturn n\n", 7, 9),
    "blanks at line ends and around": ("\ndef turn(self, n):  \n\tcheck(n)\n\n", 4, 6),
    "a cut": ("class Deck:\n\tdef turn(self, n):\n\t\t...\n\t\treturn n\n", 3, 9),
    "a cut with words": ("class Deck:\n    # ... everything else\n        return n\n", 3, 9),
    "cut at both ends": ("...\n\t\tcheck(n)\n…\n", 1, 9),
    "a cut of nothing": ("import os\n// ...\n\nclass Deck:\n", 1, 3),
    "nothing but a cut": ("...\n", 1, 9),
}


@pytest.mark.parametrize("name", HOLDS)
def test_holds(name: str) -> None:
    assert found(*HOLDS[name]) == []


DIFFERS = {
    "a changed line": ("import os\n\nclass Decks:\n", 1, 3, [("changed", 3, 3)]),
    "one blank line more is still named by its lines": ("check(n)\nread(card)\n", 5, 6, [("added", 2, 6)]),
    "left out in the middle": ("def turn(self, n):\n\tcheck(n)\n\treturn n\n", 4, 9, [("shortened", 3, 7)]),
    "left out at the end": ("for card in self.cards:\n", 7, 9, [("shortened", 1, 8)]),
    "left out at the start": ("return n\n", 8, 9, [("shortened", 1, 8)]),
    "a cut that hides a change": ("class Deck:\n\t...\n\t\treturn m\n", 3, 9, [("changed", 3, 4)]),
    "another indentation": ("for card in self.cards:\nread(card)\nreturn n\n", 7, 9, [("changed", 2, 8)]),
}


@pytest.mark.parametrize("name", DIFFERS)
def test_differs(name: str) -> None:
    code, first, last, wanted = DIFFERS[name]
    assert found(code, first, last) == wanted


def test_a_repeated_line_behind_a_cut_is_the_last_one() -> None:
    assert not compare("a {\n...\n}\n", (1, ["a {", "  b {", "}", "c", "}"]))


def test_an_ellipsis_that_the_file_holds_too() -> None:
    assert not compare("class P:\n    ...\n", (1, ["class P:", "    ..."]))


def test_lines() -> None:
    assert lines_of("\ufeffa\r\nb\n", Origin("h", "a/b", "c", "x", 2, 2)) == (2, ["b"])
    assert lines_of("a\nb", Origin("h", "a/b", "c", "x")) == (1, ["a", "b"])
    with pytest.raises(ValueError, match="x has 2 lines at that commit, none with number 3"):
        lines_of("a\nb\n", Origin("h", "a/b", "c", "x", 2, 3))


class Clone:
    def text(self, origin: Origin) -> str | None:
        if origin.path == "gone.py":
            raise ValueError("there is no such file")
        return None if origin.repository == "far/away" else FILE


POST = """Intro.

- ```python source=ada/deck@0a1b2c3:deck.py#L7-L8
  for card in self.cards:
      skim(card)
  ```

```python source=ada/deck@0a1b2c3:gone.py
```

```python source=far/away@0a1b2c3:x.py
x
```

```python source=ada/deck@0a1b2c3:deck.py#L1
import os
```

```python source=deck.py
```
"""


def test_states_and_places_in_the_post() -> None:
    document = parse_text(POST)
    states = excerpt_states(document, Clone())
    assert [one.state for one in states] == ["differs", "broken", "unknown", "same", "broken"]
    assert [document.position(one.span.start).line for one in states] == [3, 8, 11, 15, 19]
    ((span, difference),) = states[0].differences
    assert document.slice(span) == "      skim(card)"
    assert (difference.theirs, difference.text.strip()) == (8, "read(card)")
    assert excerpt_states(parse_text("```python\nx\n```\n"), Clone()) == ()


LINE = st.sampled_from(["a", "b", "    a", "", "}", "...", "x = 1", "\tq", "# ..."])


@given(st.lists(LINE, max_size=12), st.integers(0, 12), st.integers(0, 12), st.sampled_from(["", "  ", "\t"]))
def test_an_excerpt_with_an_announced_cut_always_holds(lines: list[str], a: int, b: int, indent: str) -> None:
    a, b = sorted((min(a, len(lines)), min(b, len(lines))))
    source = [indent + line if line else "" for line in lines]
    assert compare("\n".join(lines), (1, source)) == ()
    assert compare("\n".join([*lines[:a], "...", *lines[b:]]), (1, lines)) == ()


@given(st.lists(LINE, max_size=12), st.lists(LINE, max_size=12))
def test_every_difference_lies_within_both(ours: list[str], theirs: list[str]) -> None:
    for one in compare("\n".join(ours), (5, theirs)):
        assert 0 <= one.line <= max(len(ours), 1)
        assert 5 <= one.theirs <= 5 + len(theirs)


@given(st.lists(st.sampled_from(["aa", "bb", "cc", "dd"]), min_size=1, max_size=10), st.integers(0, 9))
def test_a_changed_line_is_always_found(lines: list[str], at: int) -> None:
    changed = [*lines]
    changed[at % len(lines)] = "changed()"
    assert {one.kind for one in compare("\n".join(changed), (1, lines))} & {"changed", "added"}


def test_long_files_end_soon() -> None:
    lines = [f"x{number % 7}" for number in range(50_000)]
    assert compare("\n".join(["y", *lines]), (1, lines))
    assert not compare("\n".join(lines), (1, lines))
