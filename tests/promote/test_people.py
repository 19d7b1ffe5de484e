"""Whom a post may be told to."""

import pytest

from inkwright.model.paper import Paper
from inkwright.model.reference import Bibliography, Person, Reference
from inkwright.promote.people import MOST, people
from inkwright.text.markdown import parse_text


def named(markdown: str, works: Bibliography = Bibliography(), papers: tuple = (), own: str = "") -> list[str]:  # noqa: B008
    return [person.name for person in people(parse_text(markdown), "posts/x.md", works, papers, own)]


def test_first_authors_of_cited_works_come_first() -> None:
    works = Bibliography({"k": Reference("k", (Person("Kwon", "Woosuk"), Person("Li", "Z")), title="Pages")})
    text = "Pages help [@k].\n\n[Ada Byron](https://github.com/ada) told us.\n"
    found = people(parse_text(text), "posts/x.md", works, ())
    assert [(one.name, one.line) for one in found] == [("Woosuk Kwon", 1), ("Ada Byron", 3)]
    assert "Pages" in found[0].why


def test_a_paper_of_the_notes_counts_where_the_post_links_to_it() -> None:
    papers = (
        ("papers/kwon-2023.md", Paper("Pages", ("Woosuk Kwon",), arxiv="2309.06180")),
        ("papers/other.md", Paper("Other", ("No Body",), arxiv="1111.22222")),
    )
    assert named("See [it](https://arxiv.org/abs/2309.06180v2).", papers=papers) == ["Woosuk Kwon"]
    assert named("See [[kwon-2023]].", papers=papers) == ["Woosuk Kwon"]
    assert named("See [it](https://arxiv.org/abs/2222.33333).", papers=papers) == []


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("[Ada Byron](https://github.com/ada)", ["Ada Byron"]),
        ("[Ludwig van Beethoven](https://fosstodon.org/@lvb)", ["Ludwig van Beethoven"]),
        ("[Ada Byron](https://github.com/ada/engine)", []),
        ("[Great Tables](https://posit-dev.github.io/great-tables/)", []),
        ("[the engine](https://github.com/ada)", []),
        ("[Ada Byron](mailto:ada@a.dev)", ["Ada Byron"]),
        ("A note[^1].\n\n[^1]: Noam Shazeer, [One head](https://arxiv.org/abs/1911.02150).", ["Noam Shazeer"]),
        ("A note[^1].\n\n[^1]: See the documentation of the server.", []),
        ("[Al By](https://github.com/a) [Cy Dee](https://github.com/c) [Ed Fu](https://github.com/e) [Gil Hi](https://dev.to/g)",
         ["Al By", "Cy Dee", "Ed Fu"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_stand_where_a_post_names_people(markdown: str, found: list[str]) -> None:
    assert named(markdown) == found
    assert len(found) <= MOST


def test_nobody_is_told_twice_and_the_author_not_at_all() -> None:
    text = "[Ada Byron](https://github.com/ada) and [Ada Byron](https://dev.to/ada), [Me Self](https://github.com/me)"
    assert named(text, own="me self") == ["Ada Byron"]
