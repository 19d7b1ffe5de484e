"""Notes shown within others, on pages and in feeds, and what never is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.conftest import INFO, build_pages, make_post

from inkwright.model.site import Site
from inkwright.site.around import LARGEST, MOST, Around
from inkwright.site.card import content_of
from inkwright.site.catalog import catalog
from inkwright.site.embeds import HIDDEN_EMBED, LOST_PART, to_show
from inkwright.site.names import Names

NOTE = (
    "---\ntitle: Note\n---\n\nFirst words. ^first\n\n## Part\n\nInside ![alt](pic.png), [up](#part), [[other]].\n\n"
    "### Below\n\nDeeper.\n\n## Next\n\n- item one ^one\n- item two\n"
)


def page(text, *posts, **options):
    found = build_pages(make_post("posts/main.md", text, title="Main"), *posts, **options)
    return found["posts/main/index.html"].body.decode()


def note(text=NOTE, **given):
    return make_post("posts/note/index.md", text, title="Note", assets=("posts/note/pic.png",), **given)


def test_a_note_is_shown_with_a_link_to_it():
    html = page("Before.\n\n![[note]]\n\nAfter.\n", note(), make_post("posts/other.md", "O", title="Other"))
    inside = html[html.index('<div class="embed">') : html.index("After.")]
    assert "First words." in inside and "Deeper." in inside and "item two" in inside
    assert '<p class="meta"><a href="../note/">Note</a></p>' in inside
    assert "<p><div" not in html and '<p>Before.</p>\n<div class="embed">' in html


def test_destinations_in_a_shown_note_lead_where_they_led_in_it():
    html = page("![[note]]\n", note(), make_post("posts/other.md", "O", title="Other"))
    assert 'src="../note/pic.png"' in html
    assert 'href="../note/#part"' in html and 'href="../other/"' in html


def test_a_heading_and_a_block_are_parts():
    html = page("![[note#Part]]\n", note())
    assert "Inside" in html and "Deeper." in html and "First words." not in html and "item one" not in html
    html = page("![[note#Part#Below]]\n", note())
    assert "Deeper." in html and "Inside" not in html
    html = page("![[note#^first]]\n", note())
    assert "First words." in html and "Inside" not in html
    html = page("![[note#^one]]\n", note())
    assert "<ul>\n<li>item one" in html and "item two" not in html


def test_a_link_to_a_block_leads_to_its_place():
    html = page("See [[note#^first]] and [[note#^none]].\n", note())
    assert 'href="../note/#%5Efirst"' in html and 'href="../note/"' in html
    own = build_pages(note())["posts/note/index.html"].body.decode()
    assert '<span id="^first"></span>' in own


def test_an_alias_a_path_and_another_case_name_a_note():
    aliased = note(aliases=("Second Name",))
    for name in ("second name", "SECOND NAME", "posts/note", "Note"):
        assert "First words." in page(f"![[{name}]]\n", aliased), name


def test_ids_are_each_used_once_however_often_a_note_is_shown():
    text = "One.[^1]\n\n## Part\n\n[^1]: Foot.\n"
    html = page("## Part\n\n![[note]]\n\n![[note]]\n", make_post("posts/note.md", text, title="Note"))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and "e1-part" in ids and "e2-part" in ids
    for target in re.findall(r'href="#([^"]+)"', html):
        assert target in ids, target


def test_text_around_a_shown_note_stays_in_paragraphs_and_headings_only_link():
    html = page("Look: ![[note#^first]] there.\n\n## On ![[note]]\n\n- ![[note#^first]]\n", note())
    assert "<p>Look: </p>" in html and "<p> there.</p>" in html
    heading = re.search(r"<h2.*?</h2>", html)
    assert heading and "embed" not in heading[0] and 'href="../note/"' in heading[0]
    assert '<li><div class="embed">' in html


def test_notes_that_show_each_other_end_in_links():
    one = make_post("posts/a.md", "A words ![[b]]\n", title="A")
    two = make_post("posts/b.md", "B words ![[a]]\n", title="B")
    html = build_pages(one, two)["posts/a/index.html"].body.decode()
    assert html.count("B words") == 1 and html.count('<div class="embed">') == 1


def test_what_the_site_does_not_show_is_never_embedded_and_is_told_of():
    told = []
    hidden = note("CANARY words ^c\n", held="draft")
    private = make_post("posts/diary.md", "CANARY too\n", title="Diary", visibility="private")
    text = "Before.\n\n![[note]]\n\n![[note#^c]]\n\n![[diary]]\n\n![[nowhere]]\n"
    pages = build_pages(
        make_post("posts/main.md", text, title="Main", date="2026-01-01"), hidden, private,
        on_loss=lambda entry, what, offset: told.append((what, text[offset : offset + 9])),
    )  # fmt: skip
    assert not any(b"CANARY" in page.body for page in pages.values())
    assert '<span class="unlinked">note</span>' in pages["posts/main/index.html"].body.decode()
    assert told == [(HIDDEN_EMBED, part) for part in ("![[note]]", "![[note#^", "![[diary]", "![[nowher")]


def test_a_part_that_is_not_there_is_told_of():
    told = []
    html = page("![[note#Nothing]]\n", note(), on_loss=lambda entry, what, offset: told.append(what))
    assert LOST_PART in told and "First words." not in html


def test_a_feed_carries_what_the_page_shows():
    main = make_post("posts/main.md", "![[note]]\n", title="Main", date="2026-01-02")
    found = build_pages(main, note(date="2026-01-01"))["atom.xml"].body.decode()
    entry = next(one for one in found.split("<entry>") if "<title>Main</title>" in one)
    assert "First words." in entry and "embed" in entry
    assert "https://ada.example/blog/posts/note/pic.png" in found


def test_marks_of_planning_in_a_shown_note_stay_out():
    html = page("![[note]]\n", note("Words.\n\n<!-- plan\n- CANARY\n-->\n"))
    assert "Words." in html and "CANARY" not in html


def test_a_page_does_not_grow_without_end():
    posts = [
        make_post(f"posts/n{no}.md", "word " * 50 + f"![[n{no + 1}]] ![[n{no + 1}]] " * 5, title=f"N{no}")
        for no in range(12)
    ]
    html = page("![[n0]]\n", *posts)
    assert html.count('<div class="embed">') <= MOST and len(html) < LARGEST


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(["![[a]]", "![[b#H]]", "![[c#^x]]", "![[#H]]", "## H", "t ^x", "- ![[b]]"]),
                         max_size=5), min_size=3, max_size=3))  # fmt: skip
def test_any_notes_in_notes_end(texts):
    named = zip("abc", texts, strict=True)
    posts = [make_post(f"posts/{name}.md", "\n\n".join(lines) + "\n", title=name) for name, lines in named]
    for one in build_pages(*posts).values():
        ids = re.findall(rb'\bid="([^"]+)"', one.body) if one.path.startswith("posts/") else []
        assert len(ids) == len(set(ids)), one.body


def test_files_and_pictures_are_no_notes():
    shown = catalog(content_of(Site(INFO, (make_post("posts/a.md", "x", assets=("posts/a.pdf",)),))))
    entry = shown.entries[0]
    assert to_show(Names(shown), entry, "a.pdf", Around(((entry.place, ""),))) is None
