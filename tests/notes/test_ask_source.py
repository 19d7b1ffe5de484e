import pytest

from inkwright.notes.ask_source import source_of


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ({"title": "My note", "date": "2026-01-01"}, ""),
        ({}, ""),
        ({"kind": "post", "url": "https://a.example/x", "author": "Ada B."}, "Ada B., https://a.example/x"),
        ({"kind": "code", "repo": "o/r", "commit": "0123456789abcdef", "path": "a.py", "lines": "3-9"},
         "o/r@0123456789ab:a.py lines 3-9"),
        ({"kind": "paper", "title": "T", "authors": ["A", "B", "C"], "year": 2024, "arxiv": "2401.00001"},
         "A et al., T, 2024, arXiv:2401.00001"),
        ({"kind": "paper", "title": "T", "authors": ["A", "B"], "doi": "10.1/x", "url": "https://doi.org/10.1/x"},
         "A and B, T, doi:10.1/x"),
        ({"kind": "discussion", "source": "hearsay"}, "hearsay"),
        ({"kind": "paragraph", "author": "Ada", "page": "4", "section": "2.1"}, "Ada, p. 4, section 2.1"),
    ],
)  # fmt: skip
def test_whose_words_a_note_holds(front, said):
    assert source_of(front) == said
