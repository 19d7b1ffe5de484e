"""Expressions are kept beside the bytecode, and are then what `re.compile` gives."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model import regex
from inkwright.model.regex import Store

SOURCE = Path(__file__).resolve().parents[2] / "src" / "inkwright"
SAID: list[tuple[Any, int]] = [
    (r"(?P<word>a+)(?P<other>b)?", re.IGNORECASE), (r"[à-ÿ\w]+(?=\s)", 0), (rb"<\w+[^>]*>", re.DOTALL),
    (r"^x$|(?<!y)z{2,5}?", re.MULTILINE), (r"(?i:word)|[^\W_]+", 0), (r"", 0),
]  # fmt: skip
TEXTS = ["", "xAAb aa", "b", "é àé ", "<a b>\n<c\n>", "x\nyzz zz", "WORD word_2", "zzzzzzz"]


def kept(folder: Path) -> Store:
    """A store whose file holds all that is said above."""
    store = Store(folder / "kept")
    for text, flags in SAID:
        store.compiled(text, int(flags))
    store.keep()
    return Store(folder / "kept")


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is compiled from now on."""
    made: list[object] = []
    compiled = regex._parts
    monkeypatch.setattr(regex, "_parts", lambda *said: made.append(said) or compiled(*said))  # type: ignore[func-returns-value]
    return made


@pytest.mark.parametrize(("text", "flags"), SAID)
def test_what_was_kept_is_what_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, flags: int
) -> None:
    store = kept(tmp_path)
    made = re.compile(text, flags)
    anew = compilations(monkeypatch)
    opened = store.compiled(text, int(flags))
    assert anew == []
    assert opened == made
    assert (opened.groups, opened.groupindex) == (made.groups, made.groupindex)
    for sample in TEXTS:
        one = sample.encode() if isinstance(text, bytes) else sample
        assert [(m.span(), m.groups(), m.lastgroup) for m in opened.finditer(one)] == [
            (m.span(), m.groups(), m.lastgroup) for m in made.finditer(one)
        ]


def test_what_is_no_pattern_is_said_and_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    with pytest.raises(re.error):
        store.compiled("(", 0)
    store.compiled("a", 0)
    store.keep()
    assert Store(tmp_path / "kept").compiled("a", 0).match("a")


def test_two_programs_add_to_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Store(tmp_path / "kept"), Store(tmp_path / "kept")
    one.compiled("one", 0)
    other.compiled("other", 0)
    one.keep()
    other.keep()
    third = Store(tmp_path / "kept")
    anew = compilations(monkeypatch)
    assert third.compiled("one", 0).match("one")
    assert third.compiled("other", 0).match("other")
    assert anew == []


@given(st.data())
def test_a_damaged_file_costs_time_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    store = kept(tmp_path_factory.mktemp("kept"))
    whole = store.path.read_bytes()
    cut = data.draw(st.integers(0, len(whole) - 1))
    store.path.write_bytes(whole[:cut])
    for text, flags in SAID:
        assert store.compiled(text, int(flags)) == re.compile(text, flags)


def test_the_file_of_another_python_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = compilations(monkeypatch)
    path = kept(tmp_path).path
    assert len(made) == len(SAID)
    Store(path).compiled("", 0)
    assert len(made) == len(SAID)
    monkeypatch.setattr("inkwright.model.regex._MAKER", ["another"])
    Store(path).compiled("", 0)
    assert len(made) == len(SAID) + 1


def test_a_python_that_compiles_in_another_way_is_asked_in_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regex, "_opened", lambda text: None)
    assert Store(tmp_path / "kept").compiled("(?P<one>a)", 0) == re.compile("(?P<one>a)")


def test_a_folder_that_nobody_may_write_is_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "not there" / "kept")
    assert store.compiled("a", 0).match("a")
    store.keep()
    assert list(tmp_path.iterdir()) == []


def test_a_program_keeps_what_it_compiled_unless_python_was_told_not_to(tmp_path: Path) -> None:
    said = "from inkwright.model.regex import regex; regex('a b c d e')"
    for told, there in (("1", False), ("", True)):
        environment = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": told}
        subprocess.run([sys.executable, "-c", said], env=environment, check=True)
        assert any(tmp_path.rglob("patterns.marshal")) is there


def test_what_is_written_in_the_code_is_compiled_through_it() -> None:
    assert [f"{path}:{line}" for path in SOURCE.rglob("*.py") for line in _compiled_otherwise(path)] == []


def _compiled_otherwise(path: Path) -> list[int]:
    text = path.read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)] if "re.compile" in text else []
    return [
        call.lineno
        for call in calls
        if ast.unparse(call.func) == "re.compile" and isinstance(call.args[0], ast.Constant)
    ]
