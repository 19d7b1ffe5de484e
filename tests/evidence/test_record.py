"""A run is remembered until the code or the shown output changes."""

from inkwright.evidence.record import remembered, state_of
from inkwright.evidence.snippets import code_only, prove
from inkwright.model.snippet import CellResult
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets

POST = "```python\nprint(1)\n```\n\n```output\n1\n```\n\n```mermaid\na\n```\n"


class Prints:
    def __init__(self, output: str) -> None:
        self.output = output

    def run(self, cells):
        return [CellResult("ok", self.output) for _ in cells]


def remembers(text: str, output: str) -> dict[str, object]:
    document = parse_text(text)
    found = code_only(snippets(document))
    return remembered(found, prove(document, found, Prints(output)), "2026-01-02")


def state(text: str, record: dict[str, object]) -> str:
    return state_of(snippets(parse_text(text)), record)


def test_the_states() -> None:
    passed, failed = remembers(POST, "1\n"), remembers(POST, "2\n")
    assert state(POST, {}) == "never"
    assert state(POST, passed) == "passed"
    assert state(POST, failed) == "failed"
    assert state(POST.replace("print(1)", "print(3)"), passed) == "stale"
    assert state(POST.replace("output\n1", "output\n7"), passed) == "stale"
    assert state("Prose around.\n\n" + POST, passed) == "passed"


def test_nothing_to_run() -> None:
    assert state("```rust\nx\n```\n\n```python norun=why\nx\n```\n", {}) == "none"
    assert state("No code.\n", {}) == "none"


def test_counts_and_date_are_kept() -> None:
    kept = remembers(POST, "1\n")
    assert (kept["date"], kept["verified"], kept["failed"], kept["not_run"]) == ("2026-01-02", 1, 0, 0)
