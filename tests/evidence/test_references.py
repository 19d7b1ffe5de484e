"""BibTeX entries in plain words: names, places, the link that lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.references import bibliography, names
from inkwright.model.reference import Person, Reference


def one(fields: str, kind: str = "article") -> Reference:
    works = bibliography([("refs.bib", f"@{kind}{{k,\n{fields}\n}}")])
    assert not works.faults
    return works.references["k"]


PEOPLE = {
    "Vaswani, Ashish and Noam Shazeer": [("Vaswani", "Ashish"), ("Shazeer", "Noam")],
    "Ludwig van Beethoven": [("van Beethoven", "Ludwig")],
    "van der Maaten, Laurens": [("van der Maaten", "Laurens")],
    "King, Jr, Martin Luther": [("King Jr", "Martin Luther")],
    "{Barnes and Noble} and {OpenAI}": [("Barnes and Noble", ""), ("OpenAI", "")],
    r"G{\"o}del, Kurt": [("Gödel", "Kurt")],
    "Plato": [("Plato", "")],
    "": [],
    " and  and ": [],
}


@pytest.mark.parametrize("written", PEOPLE)
def test_people(written: str) -> None:
    found, others = names(written)
    assert found == tuple(Person(*pair) for pair in PEOPLE[written])
    assert not others


@pytest.mark.parametrize("piece", [" ", "\n", " and", "{", "and ", "\\'", "arxiv:", "10.1234/"])
def test_hostile_fields_end(piece: str) -> None:
    text = "a" + piece * 50_000 + "b"
    names(text)
    bibliography([("r.bib", f'@misc{{k, author="{text}", doi="{text}", note="{text}"}}')])


def test_others_are_told() -> None:
    assert names("A. Vaswani and others") == ((Person("Vaswani", "A."),), True)


LINKS = {
    "doi = {10.1109/CVPR.2016.90}": "https://doi.org/10.1109/CVPR.2016.90",
    "doi = {https://doi.org/10.1/x}, url = {https://x.org}": "https://x.org",
    r"doi = {10.1007/978-3\_4}": "https://doi.org/10.1007/978-3_4",
    "eprint = {1706.03762}, archiveprefix = {arXiv}, url = {https://x.org}": "https://arxiv.org/abs/1706.03762",
    "journal = {arXiv preprint arXiv:1706.03762v5}": "https://arxiv.org/abs/1706.03762v5",
    "url = {https://arxiv.org/pdf/2205.14135.pdf}": "https://arxiv.org/abs/2205.14135",
    "eprint = {cs.CL/0102003}": "https://arxiv.org/abs/cs.CL/0102003",
    "eprint = {12345}, eprinttype = {pubmed}": "",
    r"howpublished = {\url{https://x.org/a\_b}}": "https://x.org/a_b",
    "note = {See https://x.org/a.}": "https://x.org/a",
    "url = {javascript:alert(1)}": "",
    "year = 2017": "",
}


@pytest.mark.parametrize("fields", LINKS)
def test_links(fields: str) -> None:
    assert one(fields).url == LINKS[fields]


def test_a_whole_entry() -> None:
    work = one(
        "author = {He, Kaiming and Sun, Jian}, title = {Deep {R}esidual Learning}, subtitle = {A study},"
        " journal = {CVPR}, volume = 3, number = 2, pages = {770--778}, date = {2016-06-27}, doi = {10.1109/X.90}"
    )
    assert (work.title, work.container, work.detail, work.year) == (
        "Deep Residual Learning: A study", "CVPR", "3(2), 770–778", "2016",
    )  # fmt: skip
    assert (work.label, work.short, work.lacks) == ("doi:10.1109/X.90", "He and Sun", ())
    assert (work.path, work.line) == ("refs.bib", 1)


def test_what_is_lacking() -> None:
    assert one("title = {x}").lacks == ("an author", "a date", "a link")
    assert one("editor = {A}, title = x, year = 1999, isbn = {0-201}", "book").lacks == ()
    assert one("organization = {ISO}, title = x, year = {n.d.}, url = {https://x.org}").authors == (Person("ISO"),)


def test_the_first_of_two_entries_counts_and_faults_are_placed() -> None:
    works = bibliography(
        [("a.bib", "@misc{k, year=1990}\n@misc{l, title={"), ("b.bib", "@misc{k, year=1991}")], ["c.bib"]
    )
    assert works.references["k"].year == "1990"
    assert (works.files, works.missing) == (("a.bib", "b.bib"), ("c.bib",))
    assert [(fault.path, fault.line) for fault in works.faults] == [("a.bib", 2)]
    assert bibliography([]).references == {}


@given(st.dictionaries(
    st.sampled_from(["author", "title", "year", "doi", "url", "eprint", "journal", "note", "pages", "date", "volume"]),
    st.text(st.sampled_from("aA1 ,.{}\\\"'~-/:&and@#x\n"), max_size=30),
))  # fmt: skip
def test_any_field_gives_a_reference_with_a_safe_link(fields: dict[str, str]) -> None:
    body = ",".join(f"{name} = {{{value.replace('{', '').replace('}', '')}}}" for name, value in fields.items())
    work = bibliography([("r.bib", f"@misc{{k,{body}}}")]).references["k"]
    assert not work.url or work.url.startswith(("https://", "http://"))
    assert all("\n" not in text for text in (work.title, work.container, work.detail, work.year))
