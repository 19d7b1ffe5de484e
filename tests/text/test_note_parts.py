from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.markdown import parse_text
from inkwright.text.note_parts import block_ids, note_part

TEXT = "Top.\n\n# One\n\nA. ^a\n\n## In\n\nB.\n\n# Two\n\n## In\n\nC.\n\n| t |\n|---|\n| 1 |\n"
TEXT += "\n^tab\n\n> q ^q\n\n- x ^x\n- y\n"


def said(part):
    document = parse_text(TEXT)
    found = note_part(document, part)
    return None if found is None else " ".join(one.plain().strip() for block in found for one in block.walk()).split()


def test_parts():
    assert said("One") == ["One", "A.", "In", "B."]
    assert said("in") == ["In", "B."]
    assert said("Two#In")[:2] == ["In", "C."]
    assert said("One#Two") is None and said("None") is None and said("^none") is None
    assert said("^a") == ["A."]
    assert said("^q") == ["q"] and said("^x") == ["x"]
    assert said("^tab") == ["t", "1"]
    assert note_part(parse_text(TEXT), " ") == parse_text(TEXT).blocks


def test_ids():
    assert list(block_ids(parse_text(TEXT))) == ["a", "tab", "q", "x"]


@given(st.text(alphabet="#^ab \n-|>", max_size=60), st.text(alphabet="#^ab ", max_size=8))
def test_any_part_of_any_text_is_some_of_it_or_nothing(text, part):
    document = parse_text(text)
    found = note_part(document, part)
    assert found is None or all(0 <= block.span.start <= block.span.end <= len(text) for block in found)
