import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.paper import Passage
from inkwright.notes.paper_sources import read_atom, read_json, read_rdf, read_readwise, reader_of

CSL = [
    {
        "id": "lamport1978", "title": "Time, <i>Clocks</i>", "author": [{"family": "Lamport", "given": "Leslie"}],
        "issued": {"date-parts": [[1978, 7]]}, "container-title": ["CACM"], "DOI": "10.1145/359545.359563",
        "abstract": "<p>One.</p><p>Two.</p>",
    },
    {"id": "x"},
]  # fmt: skip
ZOTERO = {
    "items": [
        {
            "itemType": "preprint", "citationKey": "deepmind2016", "title": "Deep minds", "date": "2016-01-28",
            "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Lee"},
                         {"creatorType": "contributor", "name": "Nobody"}],
            "url": "https://arxiv.org/abs/1512.03385", "abstractNote": "Short.",
            "attachments": [{"annotations": [{"annotationText": "Marked.", "annotationPageLabel": "7",
                                              "annotationComment": "Why?"}]}],
        },
        {"itemType": "attachment", "title": "PDF"},
    ]
}  # fmt: skip
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<bib:Article rdf:about="https://e.org/a"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname>
<foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>On rings</dc:title>
<dc:date>May 2020</dc:date><dc:identifier>DOI 10.1000/ring</dc:identifier></bib:Article>
<bib:Journal rdf:about="urn:issn:1"><dc:title>Ring Letters</dc:title></bib:Journal>
<z:Attachment rdf:about="#i"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
<id>http://arxiv.org/abs/1706.03762v7</id><published>2017-06-12T17:57:34Z</published><title>Attention
  Is All</title><summary> We propose. </summary><author><name>Ashish Vaswani</name></author>
<arxiv:doi>10.1000/x</arxiv:doi></entry></feed>"""
READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\r\n"
    '"One, and\r\ntwo",On rings,Ann Lee,,mine,,,page,12,2026-01-01\r\n'
    "three,On rings,Ann Lee,,,,,location,99,2026\r\n,No words,Bo,,,,,,,\r\n"
)


def test_csl_json():
    (paper,), broken = read_json(json.dumps(CSL))
    assert (paper.key, paper.title, paper.authors, paper.year, paper.venue, paper.doi, paper.abstract) == (
        "lamport1978", "Time, Clocks", ("Leslie Lamport",), "1978", "CACM", "10.1145/359545.359563", "One.\nTwo.",
    )  # fmt: skip
    assert broken == ((0, "entry 2 has no title"),)


def test_zotero_json_with_marked_passages():
    (paper,), broken = read_json(json.dumps(ZOTERO))
    assert (paper.key, paper.authors, paper.year, paper.arxiv) == ("deepmind2016", ("Ann Lee",), "2016", "1512.03385")
    assert paper.passages == (Passage("Marked.", "p. 7", "Why?"),) and broken == ()


def test_zotero_rdf():
    (paper,), broken = read_rdf(RDF)
    assert (paper.title, paper.authors, paper.year, paper.doi, paper.venue, paper.url) == (
        "On rings", ("Ann Lee",), "2020", "10.1000/ring", "Ring Letters", "https://e.org/a",
    )  # fmt: skip
    assert broken == ()


def test_arxiv():
    (paper,), _ = read_atom(ATOM)
    assert (paper.title, paper.authors, paper.year, paper.arxiv, paper.doi) == (
        "Attention Is All", ("Ashish Vaswani",), "2017", "1706.03762", "10.1000/x",
    )  # fmt: skip


def test_readwise_keeps_the_place_of_each_passage():
    (paper,), broken = read_readwise(READWISE)
    assert paper.title == "On rings" and [one.place for one in paper.passages] == ["p. 12", "location 99"]
    assert paper.passages[0].remark == "mine" and broken == ((5, "this row has no title or no highlight"),)


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (read_json, '[{"title": ]', "not JSON: Expecting value"),
        (read_json, "[" * 100_000, "nested too deep"),
        (read_rdf, "<a>\n<b></a>", "not XML: mismatched tag"),
        (read_rdf, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "defines entities of its own"),
    ],
)
def test_what_cannot_be_read_is_said(read, text, said):
    with pytest.raises(UnreadableError, match=said):
        read(text)


def test_readers_by_the_name_of_the_file():
    assert reader_of("a/My Library.JSON", "[]") is read_json and reader_of("x.rdf", "") is read_rdf
    assert reader_of("r.csv", READWISE) is read_readwise
    assert reader_of("x.csv", "a,b\n") is None and reader_of("x.bib", "") is None


KEYS = (
    "title", "author", "creators", "issued", "date-parts", "DOI", "URL", "id", "attachments", "annotations",
    "annotationText", "items", "family",
)  # fmt: skip
data = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
)


@given(data)
def test_any_json_is_read(value):
    read_json(json.dumps(value))


@given(st.text(alphabet=st.sampled_from('a,"\r\n;Highlight'), max_size=60))
def test_any_csv_is_read(text):
    read_readwise("Highlight,Book Title\n" + text)
