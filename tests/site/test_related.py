"""Posts that a page names because they are like it or link to it."""

import re

from tests.site.conftest import build_pages, make_post

from inkwright.flows.word_weights import word_weight

SUBJECTS = {
    "warp": "A warp diverges when its threads take both branches, so the scheduler masks lanes and replays the kernel.",
    "bread": "Sourdough rises slowly: flour, water and starter ferment overnight before the loaf meets the oven.",
    "mail": "A newsletter bounces when the mailbox is full, and the relay answers with a permanent code at once.",
}
RELATED, LINKING = "Related posts", "Posts that link here"


def posts(count=3, **changed):
    made = {
        f"{name}-{no}": f"{text} Number {name}.\n" for name, text in SUBJECTS.items() for no in range(count)
    } | changed
    return [make_post(f"posts/{name}.md", text, title=name.replace("-", " ")) for name, text in made.items()]


def named(html, label):
    found = re.search(rf'<nav aria-label="{label}">.*?</nav>', html, re.S)
    return re.findall(r'href="\.\./([^"]+)/"', found[0]) if found else []


def built(*given, **options):
    return {path: page.body.decode() for path, page in build_pages(*given, says=word_weight, **options).items()
            if path.endswith(".html")}  # fmt: skip


def test_posts_on_one_subject_name_each_other_and_no_others():
    found = built(*posts())
    assert named(found["posts/warp-0/index.html"], RELATED) == ["warp-1", "warp-2"]
    assert named(found["posts/bread-2/index.html"], RELATED) == ["bread-0", "bread-1"]


def test_a_post_alone_on_its_subject_names_none():
    alone = make_post("posts/tea.md", "Gyokuro wants sixty degrees and a small kyusu.\n", title="Tea")
    assert RELATED not in built(*posts(), alone)["posts/tea/index.html"]


def test_an_edit_changes_the_pages_of_its_neighbours_alone():
    before = built(*posts())
    after = built(*posts(**{"warp-0": SUBJECTS["warp"] + " One more sentence about lanes, occupancy and registers.\n"}))
    changed = {path for path in before if before[path] != after[path]}
    assert "posts/warp-0/index.html" in changed
    assert not any("bread" in path or "mail" in path for path in changed)


def test_a_new_post_changes_the_pages_of_its_neighbours_alone():
    before = built(*posts(), make_post("posts/zz.md", "Zithers.\n", title="Last"))
    more = make_post("posts/z-warp.md", SUBJECTS["warp"] + "\n", title="z warp")
    after = built(*posts(), more, make_post("posts/zz.md", "Zithers.\n", title="Last"))
    for path in before:
        if "bread" in path or "warp-1" in path:
            assert (named(before[path], RELATED) == named(after[path], RELATED)) == ("bread" in path), path


def test_what_is_held_back_or_unlisted_is_never_named():
    hidden = make_post("posts/warp-x.md", SUBJECTS["warp"] + "See [[warp-0]].\n", title="CANARY", held="draft")
    quiet = make_post("posts/warp-y.md", SUBJECTS["warp"] + "[[warp-0]]\n", title="Quiet", visibility="unlisted")
    found = built(*posts(), hidden, quiet)
    assert not any("CANARY" in html for html in found.values())
    assert not any("warp-y" in named(html, label) for html in found.values() for label in (RELATED, LINKING))


def test_a_page_names_the_posts_that_link_to_it_newest_first():
    one = make_post("posts/one.md", "One [two](two.md), [[two]], ![[two]].\n", title="One", date="2026-01-01")
    late = make_post("posts/late.md", "See [it](/posts/two/) and [out](https://a.example).\n", title="Late",
                     date="2026-01-02")  # fmt: skip
    two = make_post("posts/two.md", "Two, and [itself](two.md), [[one]].\n", title="Two", aliases=("Second",))
    alias = make_post("posts/third.md", "By [[second]].\n", title="Third", date="2026-01-03")
    found = built(one, two, late, alias)
    assert named(found["posts/two/index.html"], LINKING) == ["third", "late", "one"]
    assert named(found["posts/one/index.html"], LINKING) == ["two"]
    assert LINKING not in found["posts/late/index.html"]
