"""How often `ask` answers, on labelled questions to the development corpus."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture
def figures(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    spec = importlib.util.spec_from_file_location("ask_figures", SCRIPTS / "ask_figures.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "ask_figures", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
def test_most_questions_are_answered_among_the_first_three(figures):
    assert figures.hits("til")[1] >= 16
    assert figures.hits("posts")[1] >= 10  # nothing was chosen by these


@pytest.mark.corpus
def test_what_the_notes_do_not_hold_gets_no_answer(figures):
    assert figures.silent(slice(0, None, 2)) == (6, 6)
    assert figures.silent(slice(1, None, 2)) == (6, 6)
