"""Citations by key on the page, in feeds' plain summaries, and their list."""

import re

import pytest

from inkwright.model.reference import Person, Reference
from inkwright.render.citations import reference_html, reference_text
from inkwright.render.html import RenderOptions, render
from inkwright.render.plain import summary
from inkwright.text.markdown import parse_text

WORKS = {
    "a": Reference("a", (Person("Ada", "B."),), title="On <Cards>", container="J & J", detail="3(2), 1–5", year="1843",
                   url="https://doi.org/10.1/x", label="doi:10.1/x"),
    "b": Reference("b", tuple(Person(name) for name in "PQRSTUV"), title="Why?", isbn="0-201"),
    "c": Reference("c", url="javascript:alert(1)"),
}  # fmt: skip
FRONT = "---\nbibliography: refs.bib\n---\n"


def html_of(text: str, **options: object) -> str:
    return render(parse_text(FRONT + text), RenderOptions(references=WORKS, **options))  # type: ignore[arg-type]


def test_a_citation_its_entry_and_the_way_back() -> None:
    assert html_of("Cards [see @a, p. 3].\n") == (
        '<p>Cards <span class="citation">[see <a href="#work-a" id="cite-a" role="doc-biblioref">1</a>, p. 3]</span>.'
        '</p>\n<section class="references footnotes" role="doc-bibliography" aria-label="References">\n'
        '<h2>References</h2>\n<ol>\n<li id="work-a">B. Ada. “On &lt;Cards&gt;.” J &amp; J, 3(2), 1–5, 1843. '
        '<a href="https://doi.org/10.1/x">doi:10.1/x</a>. '
        '<a href="#cite-a" role="doc-backlink" aria-label="Back to citation 1">↩</a></li>\n</ol>\n</section>\n'
    )


def test_numbers_follow_the_text_and_every_place_is_linked_back() -> None:
    html = html_of("@b first, then [@a; @b].[^n]\n\n[^n]: And @a.\n", id_prefix="p-")
    assert re.findall(r'id="(p-cite[^"]*)"[^>]*>(\d)', html) == [
        ("p-cite-b", "1"), ("p-cite-a", "2"), ("p-cite-b-2", "1"), ("p-cite-a-2", "2"),
    ]  # fmt: skip
    assert set(re.findall(r'href="#(p-cite[^"]*)"', html)) == set(re.findall(r'id="(p-cite[^"]*)"', html))
    assert re.findall(r'<li id="(p-work[^"]*)"', html) == ["p-work-b", "p-work-a"]
    assert "P et al. <span" in html


def test_an_unknown_key_stays_to_be_seen() -> None:
    assert "[<strong>zz?</strong>; " in html_of("x [@zz; @a]\n")
    assert "[@zz]" in html_of("x [@zz]\n")
    assert "references" not in html_of("x [@zz]\n")


@pytest.mark.parametrize(
    "text",
    ["[@a][^n]\n\n## References\n\n[^n]: note\n", "[@a][^n]\n\n::: {#refs}\n:::\n\nEnd.\n\n[^n]: note\n"],
)
def test_the_list_stands_below_its_heading_or_in_its_place(text: str) -> None:
    html = html_of(text)
    assert html.count('class="references footnotes"') == 1
    assert html.index('class="references footnotes"') < html.index('class="footnotes"')
    assert "<h2>References</h2>" not in html
    assert "\ue002" not in html


def test_without_a_bibliography_a_citation_stays_as_written() -> None:
    assert render(parse_text("x [@a]\n")).startswith("<p>x ") and "[@a]" in render(parse_text("x [@a]\n"))


def test_entries_in_html_and_text() -> None:
    assert reference_html(WORKS["b"]) == "P, Q, R et al. “Why?” ISBN 0-201."
    assert reference_html(WORKS["c"]) == "c"
    assert reference_text(WORKS["a"]) == "B. Ada. “On <Cards>.” J & J, 3(2), 1–5, 1843. https://doi.org/10.1/x"


def test_a_summary_names_authors_and_drops_numbers() -> None:
    assert (
        summary(parse_text(FRONT + "Cards [@a] work, as @b say.\n"), references=WORKS) == "Cards work, as P et al. say."
    )


def test_keys_that_make_the_same_id_are_told_apart() -> None:
    works = {"x.y": Reference("x.y", title="One"), "x:y": Reference("x:y", title="Two")}
    html = render(parse_text("[@x.y] [@x:y]\n"), RenderOptions(references=works))
    ids = re.findall(r'id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 4
