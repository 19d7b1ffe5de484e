"""Which fences are programs, and which of those are run."""

import pytest

from inkwright.evidence.languages import bad_name, code_only, is_program, runs, why_bad, why_not
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


def only(text: str):
    (found,) = snippets(parse_text(text))
    return found


def test_data_and_diagrams_are_no_code_unless_they_are_saved() -> None:
    text = "```mermaid\na\n```\n\n```json\n{}\n```\n\n```go\nx\n```\n\n```csv file=a.csv\n1\n```\n"
    found = code_only(snippets(parse_text(text)))
    assert [snippet.language for snippet in found] == ["go", "csv"]
    assert [is_program(snippet) for snippet in found] == [True, False]


def test_a_console_without_a_prompt_shows_output_only() -> None:
    assert not is_program(only("```console\nCompiling...\n```\n"))
    assert is_program(only("```console\n$ make\nCompiling...\n```\n"))


def test_what_is_not_listed_is_not_run() -> None:
    bash = only("```sh\nls\n```\n")
    assert not runs(bash, {"python"})
    assert runs(bash, {"python", "bash"})
    assert why_not(bash) == "bash is not listed under [run] languages"
    assert why_not(only("```python norun='a GPU'\nx\n```\n")) == "a GPU"


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", r"C:\\x", "."])
def test_files_stay_below_the_post(name: str) -> None:
    assert bad_name(only(f"```python file='{name}'\nx\n```\n")) != ""


def test_names_below_the_post_are_fine() -> None:
    assert bad_name(only("```python file=src/x.py figure=img/a.svg writes=r.json\nx\n```\n")) == ""


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("pyhton", "did you mean python?"),
        ("ouput", "did you mean output?"),
        ("cython", "languages"),
        ("go", "languages"),
    ],
)
def test_a_slip_in_the_language_is_named(written: str, end: str) -> None:
    assert why_not(only(f"```{written}\nx\n```\n")).endswith(end)


@pytest.mark.parametrize("name", ["index.md", "INDEX.MD", "sub/a.mdx", "inkwright.toml", "./index.md"])
def test_texts_and_settings_are_made_by_no_snippet(name: str) -> None:
    assert bad_name(only(f"```python writes={name}\nx\n```\n")) == name
    assert "the author's to write" in why_bad(name)
    assert bad_name(only(f"```text file={name}\nx\n```\n")) == ""
