"""Which fences are snippets, and which is the output of which."""

from inkwright.text.markdown import parse_text
from inkwright.text.snippets import loose_outputs, snippets


def only(text: str):
    (found,) = snippets(parse_text(text))
    return found


def test_the_next_output_fence_belongs_to_the_snippet() -> None:
    found = only("```python\nprint(1)\n```\n\n\n```text output ellipsis\n1\n```\n")
    assert found.number == 1
    assert found.output is not None
    assert found.output.text == "1\n"
    assert found.output.ellipsis
    assert found.output.tolerance is None


def test_prose_between_makes_it_another_fence() -> None:
    assert only("```python\nprint(1)\n```\n\nprints\n\n```output\n1\n```\n").output is None


def test_a_fence_without_the_word_is_never_output() -> None:
    first, second = snippets(parse_text("```python\nprint(1)\n```\n\n```text\n1\n```\n"))
    assert first.output is None
    assert second.language == "text"


def test_fences_without_language_are_no_snippets() -> None:
    assert snippets(parse_text("```\nx\n```\n\n    indented\n")) == ()


def test_what_a_snippet_declares() -> None:
    found = only('```python norun="needs a GPU" raises=KeyError file=a.py\nx\n```\n')
    assert (found.norun, found.raises, found.file) == ("needs a GPU", "KeyError", "a.py")
    assert only("```python norun\nx\n```\n").norun == "no reason given"


def test_snippets_in_lists_and_quotes_are_found_in_reading_order() -> None:
    text = "- a\n\n  ```python\n  one\n  ```\n\n  ```output\n  1\n  ```\n\n> ```python\n> two\n> ```\n"
    text += "> ```output\n> 2\n> ```\n"
    first, second = snippets(parse_text(text))
    assert (first.code, second.code) == ("one\n", "two\n")
    assert (first.output.text, second.output.text) == ("1\n", "2\n")


def test_the_span_is_the_code_in_the_source() -> None:
    document = parse_text("# a\r\n\r\n```python\r\nx = 'é'\r\n```\r\n")
    (found,) = snippets(document)
    assert document.slice(found.span).rstrip() == "x = 'é'"


def test_an_output_fence_is_loose_without_a_snippet_right_before_it() -> None:
    text = "```output\n0\n```\n\n```py\n1\n```\n\n```output\n1\n```\n\n```text output\n2\n```\n\n```text\n3\n```\n"
    assert [block.text for block in loose_outputs(parse_text(text))] == ["0\n", "2\n"]
    assert loose_outputs(parse_text("No code.\n")) == []
