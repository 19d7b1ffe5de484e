"""TeX of bibliographies as a reader sees it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.tex_text import plain_tex

SEEN = {
    r"G{\"o}del and Erd{\H o}s": "Gödel and Erdős",
    r"Garc\'ia, Ho\v{c}evar, Fran\c{c}ois, \'{\i}": "García, Hočevar, François, í",
    r"\O{}stergaard \& S\o ren {\AA}berg \ss": "Østergaard & Søren Åberg ß",
    "{The {TeX}book}": "The TeXbook",
    r"{\TeX} and \LaTeX{} in 50\% of $n$ \emph{cases}": "TeX and LaTeX in 50% of n cases",
    "pages 1--15 --- ``quoted''~here": "pages 1–15 — “quoted” here",
    "two\n   lines": "two lines",
    r"a \{set\} of C\# files\_x": "a {set} of C# files_x",
    r"$\alpha$-$\Lambda$ and \pi": "α-Λ and π",
    "plain": "plain",
    "": "",
}


@pytest.mark.parametrize("written", SEEN)
def test_seen(written: str) -> None:
    assert plain_tex(written) == SEEN[written]


@given(st.text(st.sampled_from("\\{}'\"`^~=.uvHcdbkrtij ae$-\n&%#_"), max_size=40))
def test_it_never_raises_and_gives_one_line(text: str) -> None:
    seen = plain_tex(text)
    assert "\n" not in seen and "\\" not in seen


@given(st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd")), max_size=40))
def test_plain_words_stay(text: str) -> None:
    assert unicodedata.normalize("NFC", plain_tex(text)) == unicodedata.normalize("NFC", text)
