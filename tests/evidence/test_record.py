"""A run is remembered until the code, the shown output or the data changes."""

from typing import Any

from inkwright.evidence.languages import code_only
from inkwright.evidence.record import code_hash, holds, output_hash, remembered, standing
from inkwright.evidence.snippets import prove
from inkwright.model.run import Inputs
from inkwright.model.snippet import CellResult
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets

POST = "```python\nprint(1)\n```\n\n```output\n1\n```\n\n```mermaid\na\n```\n"
TWO = POST + "\n```python\nopen('data/x.csv')\n```\n"
INPUTS = Inputs({"posts/a/data/x.csv": "12ab"}, "python 3.11.7")


class Prints:
    languages = frozenset({"python"})

    def __init__(self, output: str) -> None:
        self.output = output

    def run(self, cells):
        return [CellResult("ok", self.output) for _ in cells]

    def beside(self, name: str) -> None:
        return None


def remembers(text: str, output: str) -> dict[str, Any]:
    document = parse_text(text)
    found = code_only(snippets(document))
    return remembered(found, prove(document, found, Prints(output)), INPUTS, "2026-01-02")


def state(text: str, record: dict[str, Any]) -> str:
    return standing(snippets(parse_text(text)), record, {"python"}).state


def test_the_states() -> None:
    passed, failed = remembers(POST, "1\n"), remembers(POST, "2\n")
    assert state(POST, {}) == "never"
    assert state(POST, passed) == "passed"
    assert state(POST, failed) == "failed"
    assert state(POST.replace("print(1)", "print(3)"), passed) == "stale"
    assert state(POST.replace("output\n1", "output\n7"), passed) == "stale"
    assert state("Prose around.\n\n" + POST, passed) == "passed"


def test_what_changed_and_what_failed_is_named() -> None:
    passed = remembers(TWO, "1\n")
    changed = snippets(parse_text(TWO.replace("x.csv'", "y.csv'")))
    assert standing(changed, passed, {"python"}).snippets == (3,)
    found = snippets(parse_text(TWO))
    by_data = standing(found, passed, {"python"}, ["posts/a/data/x.csv"])
    assert (by_data.state, by_data.snippets, by_data.files) == ("stale", (3,), ("posts/a/data/x.csv",))
    failed = standing(found, remembers(TWO, "2\n"), {"python"})
    assert (failed.state, failed.snippets) == ("failed", (1,))
    moved = snippets(parse_text(TWO.replace(POST, "")))
    assert standing(moved, passed, {"python"}).snippets == (1,)


def test_a_run_holds_while_everything_is_as_it_was() -> None:
    found = code_only(snippets(parse_text(POST)))
    passed = remembers(POST, "1\n")
    assert holds(found, passed, INPUTS)
    assert not holds(found, {}, INPUTS)
    assert not holds(found, remembers(POST, "2\n"), INPUTS)
    assert not holds(found, passed, Inputs({"posts/a/data/x.csv": "ffff"}, "python 3.11.7"))
    assert not holds(found, passed, Inputs({}, "python 3.11.7"))
    assert not holds(found, passed, Inputs(INPUTS.data, "python 3.12.0"))
    assert not holds(code_only(snippets(parse_text(POST.replace("(1)", "(2)")))), passed, INPUTS)


def test_nothing_to_run() -> None:
    assert state("```rust\nx\n```\n\n```python norun=why\nx\n```\n", {}) == "none"
    assert state("No code.\n", {}) == "none"


def test_counts_and_date_are_kept() -> None:
    kept = remembers(POST, "1\n")
    assert (kept["date"], kept["verified"], kept["failed"], kept["not_run"]) == ("2026-01-02", 1, 0, 0)
    assert kept["tools"] == "python 3.11.7"


def test_hashes_tell_code_from_output() -> None:
    one, two, three = (
        snippets(parse_text(f"```python\n{code}\n```\n\n```output\n{shown}\n```\n"))
        for code, shown in (("a", "1"), ("b", "1"), ("a", "2"))
    )
    assert code_hash(one) == code_hash(three) != code_hash(two)
    assert output_hash(one) == output_hash(two) != output_hash(three)


def test_of_a_transcript_what_is_typed_is_code_and_the_rest_output() -> None:
    one, two, three = (
        snippets(parse_text(f"```pycon\n>>> {code}\n{shown}\n```\n"))
        for code, shown in (("a", "1"), ("b", "1"), ("a", "2"))
    )
    assert code_hash(one) == code_hash(three) != code_hash(two)
    assert output_hash(one) == output_hash(two) != output_hash(three)


def test_a_run_does_not_hold_on_other_terms() -> None:
    loose = POST.replace("```output\n", "```output tolerance=0.5\n")
    record = remembers(loose, "1.2\n")
    assert state(loose, record) == "passed"
    assert {state(loose.replace("tolerance=0.5", terms), record) for terms in ("", "tolerance=0.1", "regex")} == {
        "stale"
    }
    again = code_only(snippets(parse_text(loose.replace(" tolerance=0.5", ""))))
    assert not holds(again, record, INPUTS)
