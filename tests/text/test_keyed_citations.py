"""Citations by key: which works, with what before and after, and where."""

import pytest

from inkwright.model.source import Source
from inkwright.text.keyed_citations import cited
from inkwright.text.markdown import parse

FRONT = "---\nbibliography: refs.bib\n---\n"

SHAPES: dict[str, list[list[tuple[str, str, str]]]] = {
    "[@a]": [[("a", "", "")]],
    "[-@a]": [[("a", "", "")]],
    "[see @a, p. 3; also -@b-c]": [[("a", "see", ", p. 3"), ("b-c", "also", "")]],
    "as @doi:10.1/x_y. Then @b's": [[("doi:10.1/x_y", "", "")], [("b", "", "")]],
    "[@{a b}] [@{https://x.org/a}]": [[("https://x.org/a", "", "")]],
    "me@example.org, \\@name, `@code`": [],
    "[@a][^note] [@a][@b] [@a][label]": [[("a", "", "")], [("a", "", "")], [("b", "", "")]],
    "[@a](https://x.org) and [@b]: c": [],
}


@pytest.mark.parametrize("written", SHAPES)
def test_shapes(written: str) -> None:
    document = parse(Source("a.md", f"{FRONT}{written}\n"))
    found = list(cited(document))
    assert [[(work.key, work.before, work.after) for work in one.works] for one in found] == SHAPES[written]
    for work in (work for one in found for work in one.works):
        assert document.slice(work.span).strip("@{}") == work.key


def test_without_a_bibliography_only_brackets_cite() -> None:
    assert [one.bracketed for one in cited(parse(Source("a.md", "Thanks @ada, see [@a].\n")))] == [True]


def test_a_title_that_speaks_of_a_bibliography_names_none() -> None:
    assert not list(cited(parse(Source("a.md", "---\ntitle: My bibliography\n---\nThanks @ada.\n"))))


def test_places_of_the_text_itself_are_no_works() -> None:
    document = parse(Source("a.qmd", "See @fig-a, [@tbl-b] and @knuth.\n", "quarto"))
    assert [work.key for one in cited(document) for work in one.works] == ["knuth"]
