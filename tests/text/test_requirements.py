"""What a post says that its code needs."""

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.text.markdown import parse_text
from inkwright.text.requirements import requirements
from inkwright.text.snippets import snippets

SCRIPT = (
    "```python\n# /// script\n# requires-python = '>=3.11'\n# dependencies = [\n#   'numpy<3',\n# ]\n# ///\nx\n```\n"
)


def declared(text: str):
    document = parse_text(text, "post.md")
    return requirements(document, snippets(document))


def test_front_matter_and_script_blocks() -> None:
    assert declared('---\nrequires: [numpy, "pandas>=2"]\n---\n\n```python\nx\n```\n') == ("numpy", "pandas>=2")
    assert declared(f"---\nrequires: [pandas]\n---\n\n{SCRIPT}") == ("numpy<3",)
    assert declared("---\nrequires: []\n---\n") == ()
    assert declared("```python\n# /// script\n# requires-python = '>=3.11'\n# ///\n```\n") == ()


def test_a_post_that_says_nothing() -> None:
    assert declared("```python\nimport numpy\n```\n") is None


def test_only_the_first_python_fence_declares() -> None:
    assert declared(f"```python\nx\n```\n\n{SCRIPT}") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: x\nrequires: numpy\n---\n", 3),
        ("---\nrequires: [1]\n---\n", 2),
        ("Text.\n\n```python\n# /// script\n# dependencies = [\n# ///\n```\n", 4),
        ("```python\n# /// script\n# dependencies = 3\n# ///\n```\n", 2),
    ],
)
def test_a_declaration_that_cannot_be_read_has_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        declared(text)
    assert (caught.value.path, caught.value.line) == ("post.md", line)
