from inkwright.text.anchors import anchor_names, anchors, slugify
from inkwright.text.markdown import parse_text


def names(text, path="a.md"):
    return [name for _, name in anchors(parse_text(text, path))]


def test_github_slugs():
    assert slugify("What's *new* in C++ & Go 1.2?") == "whats-new-in-c--go-12"
    assert slugify("Über naïve Köche 한글") == "über-naïve-köche-한글"


def test_repeated_and_written_ids():
    assert names("# A\n\n## A\n\n## A-1\n\n# B {#a-2}\n\n# A\n") == ["a", "a-1", "a-1-1", "a-2", "a-3"]
    assert names("# A[[b]]\n\n# C {: #d}\n") == ["b", "d"]


def test_titles_without_letters():
    assert names("# !!!\n\n# ...\n") == ["section", "section-1"]


def test_code_and_links_count_as_read():
    assert names("## Use `a_b` and [c](d)\n") == ["use-a_b-and-c"]


def test_headings_in_containers_and_none():
    assert anchor_names(parse_text("> # A\n\n- # B\n")) == {"a", "b"}
    assert anchors(parse_text("text")) == ()
