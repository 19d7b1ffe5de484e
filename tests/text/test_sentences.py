import os
from pathlib import Path

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
    "It took 560 ms. A virtual one took 30 sec. Then 5 ft. of rope.": [
        "It took 560 ms.",
        "A virtual one took 30 sec.",
        "Then 5 ft. of rope.",
    ],
    "Ask Ms. Doe about Sec. 4 or 3 GB. Good.": ["Ask Ms. Doe about Sec. 4 or 3 GB.", "Good."],
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


LABELS = Path(os.environ.get("INKWRIGHT_LABELS", Path(__file__).resolve().parents[3] / "shared" / "labels"))


@pytest.mark.corpus
def test_boundaries_of_labelled_paragraphs():
    """Bar: boundary F1 on UD English EWT >= 86; the end of a paragraph is given and does not count."""
    place = LABELS / "en_ewt-ud-dev.conllu"
    if not place.exists():
        pytest.skip("the labelled sentences are not here")
    paragraphs: list[list[str]] = []
    for block in place.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if not paragraphs or any(line.startswith(("# newdoc", "# newpar")) for line in lines):
            paragraphs.append([])
        paragraphs[-1].append(next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")))
    right = wrong = missed = 0
    for paragraph in paragraphs:
        text = " ".join(paragraph)
        ends = {len(" ".join(paragraph[: at + 1])) for at in range(len(paragraph) - 1)}
        found = {end for _, end in sentences(text)} - {len(text)}
        right += len(ends & found)
        wrong += len(found - ends)
        missed += len(ends - found)
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"sentence boundaries: F1 {100 * f1:.1f} (right {right}, wrong {wrong}, missed {missed})")
    assert f1 >= 0.86
