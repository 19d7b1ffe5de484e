import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.python_names import missing_names

SLIPS = {
    "one letter off": (["batches = 3\n", "print(bathces)\n"], "bathces", "batches"),
    "two of four letters swapped": (["name = 1\n", "print(nmae, other)\n"], "nmae", "name"),
    "missing below with": (["with open('a') as f:\n    rows = json.load(f)\nprint(rows)\n"], "json", "json"),
    "missing in a function that is called": (["def f(x):\n    return x * TAU\n\nprint(f(2))\n"], "TAU", ""),
    "missing at top level": (["import json\nprint(json.dumps(reply))\n"], "reply", ""),
    "forgotten module": (["import os\n\ndef f(p):\n    return json.loads(os.fspath(p))\n"], "json", "json"),
    "in a transcript": ([">>> pages = [1]\n>>> print(len(paegs))\n1\n"], "paegs", "pages"),
}
TAKEN_FOR_GRANTED = {
    "known from an earlier snippet": ["frame = 1\n", "print(frame)\n"],
    "known from a later one": ["x = 1\nprint(frame, x)\n", "frame = 1\n"],
    "a fragment with two unknowns": ["reply = client.get(url)\nprint(reply)\n"],
    "a lone expression": ["frame.head()\n"],
    "elided": ["import os\n...\nprint(total)\n"],
    "star import": ["from math import *\nx = 1\nprint(tau)\n"],
    "plural": ["items = [1]\nprint(item)\nprint(other)\n"],
    "short and near": ["name = 1\n", "print(game, other)\n"],
    "numbered": ["model1 = 1\n", "f(model2, other)\n"],
    "only a definition": ["def f():\n    return TAU\n"],
    "match": [
        "match 1:\n    case [x, *rest]:\n        print(x, rest)\n    case {'a': 1, **more}:\n        print(more)\n"
    ],
    "not Python": ["SELECT 1\n"],
    "nothing": [""],
}


@pytest.mark.parametrize("name", SLIPS)
def test_slips(name: str) -> None:
    snippets, slip, meant = SLIPS[name]
    assert [(found.name, found.meant) for found in missing_names(snippets, "")] == [(slip, meant)]


@pytest.mark.parametrize("name", TAKEN_FOR_GRANTED)
def test_taken_for_granted(name: str) -> None:
    assert missing_names(TAKEN_FOR_GRANTED[name], "") == []


def test_what_the_text_speaks_of_is_given() -> None:
    snippets = ["import json\nprint(json.dumps(reply))\n"]
    assert missing_names(snippets, "Here `reply` is what the server sent.") == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abc_. =()\n:[]'", max_size=60), max_size=4))
def test_any_text_gives_lines_that_exist(snippets: list[str]) -> None:
    for slip in missing_names(snippets, ""):
        assert slip.name in snippets[slip.number]
        assert 1 <= slip.line <= len(snippets[slip.number].splitlines())
