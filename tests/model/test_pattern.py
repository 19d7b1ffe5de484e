"""A pattern is compiled when it is first used, and is then what `re.compile` gives."""

import importlib
import re
from pathlib import Path

import pytest

from inkwright.model.pattern import _Uncompiled, pattern

SOURCE = Path(__file__).resolve().parents[2] / "src" / "inkwright"
USERS = [path for path in SOURCE.rglob("*.py") if "import pattern\n" in path.read_text(encoding="utf-8")]


def test_it_finds_what_a_compiled_one_finds() -> None:
    lazy, eager = pattern(r"(?P<word>a+)(b)?", re.IGNORECASE), re.compile(r"(?P<word>a+)(b)?", re.IGNORECASE)
    for text in ("", "xAAb aa", "b"):
        assert lazy.findall(text) == eager.findall(text)
        assert lazy.sub("-", text) == eager.sub("-", text)
    found = lazy.search("xAAb")
    assert found is not None
    assert found["word"] == "AA"
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (eager.pattern, eager.flags, eager.groupindex)


def test_it_is_compiled_when_it_is_used_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    compiled = re.compile
    monkeypatch.setattr(re, "compile", lambda *said: made.append(said) or compiled(*said))  # type: ignore[func-returns-value]
    lazy = pattern("a")
    assert made == []
    assert lazy.match("a")
    assert lazy.match("ab")
    assert len(made) == 1


def test_what_is_no_pattern_is_said_when_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("(").match("")


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_every_pattern_of_the_package_can_be_compiled(path: Path) -> None:
    module = importlib.import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
    found = [value for value in vars(module).values() if isinstance(value, _Uncompiled)]
    assert found
    for one in found:
        assert re.compile(one.pattern, one.flags)
