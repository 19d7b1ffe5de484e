from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.links import addresses, linked_names, name_key


def test_names_are_compared_without_path_case_ending_and_joints():
    assert {name_key(name) for name in ("notes/KV Cache.md", "kv-cache", "KV_cache", "posts/kv-cache/index.md")} == {
        "kv-cache"
    }
    assert name_key("index.md") == "index"
    assert name_key("") == ""


def test_every_way_to_link_a_note_is_seen():
    text = (
        "See [[KV Cache]], [[gpu/Warps#Idea|that]], ![[Picture Note]], [text](../notes/plain%20name.md#part), "
        "[ref] and [away](https://a.example/x.md), [here](#part).\n\n[ref]: other.md\n"
    )
    assert linked_names(text) == {"kv-cache", "warps", "picture-note", "plain-name", "other"}


def test_links_shown_in_a_code_block_are_none():
    assert linked_names("```md\n[[Not a link]]\n```\n[[link]]\n") == {"link"}


def test_addresses_give_hosts_and_what_stands_below_them():
    assert addresses("https://Code.example/owner/tool/issues/3, http://a.example/.") == {
        "code.example", "code.example/owner/tool", "a.example",
    }  # fmt: skip
    assert addresses("none, http://. and https://:") == frozenset()


@given(st.text(alphabet="[]()#|!`~\n a/.:h", max_size=200))
def test_any_text_can_be_read(text):
    assert all(name and "/" not in name and not name.isspace() for name in linked_names(text))
    addresses(text)
