import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.sentences import sentences

SPLIT = {
    "One. Two! Three? Four": ["One.", "Two!", "Three?", "Four"],
    "Use v1.2.3 of a.b, e.g. this, i.e. that vs. others.": ["Use v1.2.3 of a.b, e.g. this, i.e. that vs. others."],
    "Dr. Smith met Mr. J. Doe at 5 p.m. on Jan. 3.": ["Dr. Smith met Mr. J. Doe at 5 p.m. on Jan. 3."],
    "We left at 5 p.m. The rest stayed.": ["We left at 5 p.m.", "The rest stayed."],
    "Install it with pip. npm does not know it.": ["Install it with pip.", "npm does not know it."],
    'He said "Go." Then he left.': ['He said "Go."', "Then he left."],
    "Wait... what? Yes… No.": ["Wait... what?", "Yes…", "No."],
    "It works (mostly). Next.": ["It works (mostly).", "Next."],
    "1. First 2. Second": ["1. First 2. Second"],
    "See Fig. 3 and Sec. 4.1 etc. in the text.": ["See Fig. 3 and Sec. 4.1 etc. in the text."],
    "これは文です。次の文。": ["これは文です。", "次の文。"],
    "Over\nlines. And  more.\n": ["Over\nlines.", "And  more."],
    "": [],
    "  \n": [],
}


@pytest.mark.parametrize("text", SPLIT)
def test_sentences(text):
    assert [text[start:end] for start, end in sentences(text)] == SPLIT[text]


@given(st.text(alphabet="ab. !?…\"')\n1A。:", max_size=80))
def test_nothing_but_white_space_stands_between_sentences(text):
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip() and start < end and text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
