"""Scripts that run from the start."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.python_script import commented, python_script, wrapped, writing
from inkwright.model.post import Metadata
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets

SAVED = (
    '```python norun="a server" file=serve.py\nraise SystemExit(3)\n```\n\n'
    '```python\nprint(open("serve.py").read())\n```\n'
)
DEMO = Path(__file__).parents[2] / "src/inkwright/demo/workspace/posts"


def script(text: str, packages: tuple[str, ...] = (), prose: bool = True) -> str:
    return python_script(parse_text(text), Metadata(title="T"), packages, prose)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def test_prose_is_comments_and_can_be_left_out() -> None:
    text = "Hello\n\nworld.\n\n```python\nx = 1\n```\n\nBye.\n"
    assert script(text) == (
        "# %% [markdown]\n# # T\n\n# %% [markdown]\n# Hello\n#\n# world.\n\n# %%\nx = 1\n\n# %% [markdown]\n# Bye.\n"
    )
    assert script(text, prose=False) == "# %% [markdown]\n# # T\n\n# %%\nx = 1\n"


def test_packages_are_declared_once() -> None:
    assert script("```python\nx\n```\n", ("numpy", "pandas>=2")).startswith(
        '# /// script\n# dependencies = ["numpy", "pandas>=2"]\n# ///\n'
    )
    own = "```python\n# /// script\n# dependencies = []\n# ///\nx = 1\n```\n"
    assert script(own, ("numpy",)).count("# /// script") == 1


def test_code_that_is_not_to_be_run_is_commented_out_with_its_reason() -> None:
    text = (
        '```python norun="needs a GPU"\ntrain()\n```\n\n```python\n!pip install x\n```\n\n```python\nawait f()\n```\n'
    )
    found = script(text)
    assert "# Not run: needs a GPU\n# train()" in found
    assert "# Not run: a plain interpreter does not take it (invalid syntax, line 1)\n# !pip install x" in found
    assert "# await f()" in found
    assert not ast.parse(found).body


def test_expected_errors_are_wrapped(tmp_path: Path) -> None:
    found = script(
        '```python raises=KeyError\ntext = """a\n  b"""\nprint(text)\n{}["k"]\n```\n\n```python\nprint("on")\n```\n'
    )
    done = run(found, tmp_path)
    assert (done.returncode, done.stdout) == (0, "a\n  b\nKeyError: 'k'\non\n")


@pytest.mark.parametrize("code", ["pass\n", "raise ValueError\n"])
def test_another_error_or_none_stops_the_script(code: str, tmp_path: Path) -> None:
    assert run(wrapped(code, "KeyError"), tmp_path).returncode == 1


def test_an_error_of_a_module_is_known_by_its_name(tmp_path: Path) -> None:
    code = "import json\njson.loads('{')\n"
    assert run(wrapped(code, "JSONDecodeError"), tmp_path).stdout.startswith("JSONDecodeError: ")


def test_a_transcript_shows_its_results_as_comments(tmp_path: Path) -> None:
    found = script(
        "```pycon\n>>> for i in range(2):\n...     print(i)\n0\n1\n>>> json.x\nTraceback (most recent call last):\n"
        "  ...\nNameError: name 'json' is not defined\n```\n"
    )
    assert "# => 0\n# => 1" in found
    assert run(found, tmp_path).stdout == "0\n1\nNameError: name 'json' is not defined\n"


def test_imports_from_the_future_come_first(tmp_path: Path) -> None:
    found = script(
        "```python\nx = 1\n```\n\n"
        "```python\nfrom __future__ import annotations\n\ndef f(a: Later): return 2\n\nprint(f(1))\n```\n"
    )
    assert run(found, tmp_path).stdout == "2\n"


def test_what_is_only_saved_is_written_and_not_run(tmp_path: Path) -> None:
    found = script(SAVED)
    assert "# Saved as serve.py, not run: a server" in found
    assert run(found, tmp_path).stdout == "raise SystemExit(3)\n\n"


def test_files_are_written(tmp_path: Path) -> None:
    found = script("```toml file=conf/a.toml\nb = 'c'\n```\n\n```python\nprint(open('conf/a.toml').read())\n```\n")
    assert run(found, tmp_path).stdout == "b = 'c'\n\n"
    assert (tmp_path / "conf/a.toml").read_text(encoding="utf-8") == "b = 'c'\n"


@pytest.mark.parametrize("name", ["dynamic-batching", "kv-cache", "nan-is-not-json", "sqlite-or-jsonl"])
def test_the_demo_prints_what_it_shows(name: str) -> None:
    document = parse_text((DEMO / name / "index.md").read_text(encoding="utf-8"))
    done = run(python_script(document, Metadata(), ()), DEMO / name)
    assert done.returncode == 0, done.stderr
    shown = [
        snippet.output.text.strip() for snippet in snippets(document) if snippet.output and snippet.language == "python"
    ]
    assert shown
    for output in shown:
        assert output in done.stdout


@given(st.text(max_size=60))
def test_any_text_is_written_as_it_is(content: str) -> None:
    (call,) = [
        node
        for node in ast.walk(ast.parse(writing("a.txt", content)))
        if isinstance(node, ast.Call) and node.args and node.keywords
    ]
    assert ast.literal_eval(call.args[0]) == content


@given(st.text(max_size=60))
def test_a_comment_is_never_code(text: str) -> None:
    assert all(line.startswith("#") for line in commented(text).split("\n"))


@given(
    st.lists(
        st.sampled_from(
            ["x = 1", "y = '''a\n b\n'''", "def f():\n    return 2", 'z = f"""{1}\n q"""', "if True:\n\n    w = 3"]
        ),
        min_size=1,
    )
)
def test_wrapping_changes_no_value(parts: list[str]) -> None:
    code = "\n".join(parts) + "\n"
    plain: dict[str, object] = {}
    inside: dict[str, object] = {}
    exec(code, plain)
    exec(wrapped(code + "raise KeyError\n", "KeyError"), inside)
    for name in "xyzw":
        assert plain.get(name) == inside.get(name)


@given(
    st.lists(
        st.one_of(st.text(max_size=30), st.sampled_from(["\n```python\n", "\n```\n", "\n```pycon\n", "\n>>> ", "\r\n"]))
    )
)
def test_any_text_gives_a_script_that_compiles(parts: list[str]) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(script("".join(parts)), "script", "exec")
