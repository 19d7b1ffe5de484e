import json
import os
import sys
from pathlib import Path

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.model.span import Span
from inkwright.process import harper
from inkwright.process.harper import Harper, find_harper

FAKE = Harper((sys.executable, str(Path(__file__).parent / "fake_harper.py")), "1")
RULES = ("DidPast", "SimplePastToPastParticiple")


@pytest.fixture(autouse=True)
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the fake program notes its starts."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    return tmp_path / "starts.log"


def noted(log: Path) -> list[dict[str, list[str]]]:
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def test_all_texts_are_asked_about_in_one_start(starts: Path) -> None:
    first, none, third = FAKE.ask(["It had went.", "Fine.", "🎉 it\r\nhad went"], RULES)
    assert [(slip.rule, slip.span, slip.said, slip.instead) for slip in first] == [
        ("SimplePastToPastParticiple", Span(7, 11), "Use `gone`.", "gone")
    ]
    assert none == []
    assert [slip.span for slip in third] == [Span(10, 14)]
    (start,) = noted(starts)
    assert start["texts"] == ["It had went.", "Fine.", "🎉 it\r\nhad went"]


def test_it_gets_the_rules_and_no_dictionary_or_secret_of_the_user(starts: Path) -> None:
    FAKE.ask(["Fine."], RULES)
    (start,) = noted(starts)
    arguments = start["arguments"]
    assert arguments[arguments.index("--only") + 1] == ",".join(RULES)
    for option in ("--user-dict-path", "--file-dict-path"):
        assert "inkwright-harper-" in arguments[arguments.index(option) + 1]
    assert "AWS_SECRET_ACCESS_KEY" not in start["environment"]


def test_no_texts_start_no_program(starts: Path) -> None:
    assert FAKE.ask([], RULES) == []
    assert noted(starts) == []


def test_a_suggestion_may_insert_or_be_missing() -> None:
    (slips,) = FAKE.ask(["odd none"], RULES)
    assert [slip.instead for slip in slips] == ["went x", None]


def test_a_character_that_is_no_text_keeps_the_offsets() -> None:
    (slips,) = FAKE.ask(["a\ud800b had went"], RULES)
    assert [slip.span for slip in slips] == [Span(8, 12)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("shouts", "more than 32 MB"),
        ("stammers", "cannot be read"),
        ("is silent", "cannot be read"),
        ("sleeps", "no answer"),
    ],
)
def test_whatever_goes_wrong_is_one_sentence(wrong: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if wrong == "sleeps":
        monkeypatch.setattr(harper, "_START_SECONDS", 0.3)
    with pytest.raises(UnreadableError, match=said):
        FAKE.ask([f"FAKE {wrong}"], RULES)


def test_a_program_that_cannot_be_started_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be started"):
        Harper((str(tmp_path / "gone"),), "1").ask(["Fine."], RULES)


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert find_harper() is None


def test_another_package_of_that_name_is_not_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harper").mkdir()
    (tmp_path / "harper" / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert find_harper() is None
