import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.notes.xml_tree import decoded_xml, tree_of


def test_a_text_is_what_it_is_whatever_encoding_it_once_had():
    assert tree_of('<?xml version="1.0" encoding="ISO-8859-1"?><a>ä→</a>').text == "ä→"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16"])
def test_bytes_are_read_in_the_encoding_that_they_tell(encoding):
    name = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{name}"?><a>ä</a>'.encode(encoding)
    assert tree_of(decoded_xml(data)).text == "ä"


@pytest.mark.parametrize(
    "name", ["klingon", "base64", "hex", "punycode", "idna", "undefined", "zlib", "unicode_escape"]
)
def test_an_encoding_that_is_none_is_taken_for_utf_8(name):
    assert decoded_xml(f'<?xml version="1.0" encoding="{name}"?><a>ä</a>'.encode()).endswith("</a>")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "x" [<!ENTITY b "c">]><a>&b;</a>',
    ],
)
def test_entities_of_its_own_are_refused(text):
    with pytest.raises(UnreadableError, match="defines entities of its own"):
        tree_of(text)


def test_a_document_type_that_only_names_a_public_one_is_passed_over():
    public = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"\n "http://my.netscape.com/rss-0.91.dtd">'
    )
    assert tree_of(f"{public}<rss/>").tag == "rss"


def test_deep_nesting_ends():
    with pytest.raises(UnreadableError):
        tree_of("<a>" * 200_000)


@given(st.text(alphabet=st.sampled_from('<>/a"=&!?[]- \n\x00\ud800;#x'), max_size=60))
def test_any_text_gives_a_tree_or_a_sentence(text):
    try:
        tree_of(text)
    except UnreadableError as error:
        assert error.message
