import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.reading_list import Item
from inkwright.notes.reading_list import (
    feeds,
    find,
    identity,
    marked,
    missing,
    new_line,
    parse_reading,
    rows,
    waiting,
)

TODAY = "2026-11-21"
LIST = """\
# What to read

- 2026-11-01 Queues at night <https://e.org/q> [from:: Ann]
- [x] 2026-11-02 [Rings](https://e.org/rings_(1)) [note:: notes/clips/rings.md]
https://e.org/bare.
arXiv:1706.03762v5
* Attention, once more: 1706.03762
- 2026-11-03 10.1145/359545.359563
- A book without an address
- Ann's log <https://ann.org> [feed:: https://ann.org/feed.xml] [fetched:: 2026-11-20]

    https://e.org/indented

```
https://e.org/code
```
<!-- https://e.org/comment -->
- [x] by hand [dropped:: 2026-11-05]
- put off [later:: 2026-11-19]
- put off before [later:: 2026-11-18]
"""


def test_any_line_is_an_entry_and_what_it_is_about_is_found():
    found = [(one.title, one.url, one.arxiv or one.doi, one.state) for one in parse_reading(LIST)]
    assert found == [
        ("Queues at night", "https://e.org/q", "", "open"),
        ("Rings", "https://e.org/rings_(1)", "", "noted"),
        ("", "https://e.org/bare", "", "open"),
        ("arXiv:1706.03762", "", "1706.03762", "open"),
        ("Attention, once more", "", "1706.03762", "open"),
        ("10.1145/359545.359563", "", "10.1145/359545.359563", "open"),
        ("A book without an address", "", "", "open"),
        ("Ann's log", "https://ann.org", "", "feed"),
        ("by hand", "", "", "dropped"),
        ("put off", "", "", "later"),
        ("put off before", "", "", "later"),
    ]
    assert [one.line for one in parse_reading(LIST)][:3] == [3, 4, 5]


def test_what_waits_is_asked_in_the_order_written_and_what_was_put_off_last():
    assert [one.line for one in waiting(parse_reading(LIST))] == [3, 5, 6, 7, 8, 9, 20, 19]
    assert [row.age for row in rows(parse_reading(LIST), TODAY)][:2] == [20, 19]
    assert [(feed.feed, feed.fetched) for feed in feeds(parse_reading(LIST))] == [
        ("https://ann.org/feed.xml", "2026-11-20")
    ]


def test_the_same_thing_is_put_on_the_list_once():
    typed = [
        Item("https://www.e.org/q/?utm_source=x"),
        Item("https://arxiv.org/pdf/1706.03762v2"),
        Item("Queues"),
        Item("queues"),
    ]
    new, known = missing([new_line(one, TODAY) for one in typed], parse_reading(LIST))
    assert [one.raw for one in new] == ["- 2026-11-21 Queues"] and known == 3
    assert identity(new_line(Item("x", feed="https://a.org/f"), TODAY)) == "feed:a.org/f"


def test_marks_in_the_title_of_a_stranger_do_nothing():
    made = new_line(Item("<b>[x] [feed:: https://evil.org] [t](https://evil.org)", "https://e.org/a"), TODAY)
    assert (made.url, made.feed, made.state) == ("https://e.org/a", "", "open")


def test_an_entry_needs_something():
    with pytest.raises(UsageError, match="needs a title"):
        new_line(Item(" \n"), TODAY)


@pytest.mark.parametrize(
    ("line", "tick", "fields", "after"),
    [
        ("- 2026-11-01 T <https://e.org>", True, {"note": "a.md"}, "- [x] 2026-11-01 T <https://e.org> [note:: a.md]"),
        ("* [ ] T  ", True, {}, "* [x] T  "),
        ("- [x] T", True, {}, "- [x] T"),
        ("bare", True, {"dropped": TODAY}, "- [x] bare [dropped:: 2026-11-21]"),
        ("- T [later:: 2026-01-01] [from:: A]", False, {"later": TODAY}, "- T [later:: 2026-11-21] [from:: A]"),
        ("- T [later:: x] told me", False, {"later": TODAY}, "- T [later:: x] told me [later:: 2026-11-21]"),
    ],
)
def test_a_decision_changes_the_tick_and_the_fields_at_the_end(line, tick, fields, after):
    text = f"\ufeff# H\r\n{line}\r\n- other"
    (entry, _) = parse_reading(text)
    assert marked(text, entry, fields, tick) == f"\ufeff# H\r\n{after}\r\n- other"


def test_a_line_that_moved_is_found_and_one_that_is_gone_is_said():
    entry = parse_reading("- a\n- b\n")[1]
    assert marked("- new\n- b\n- c\n- b", entry, {}, True) == "- new\n- [x] b\n- c\n- b"
    with pytest.raises(UsageError, match="not in the list any more"):
        marked("- a\n", entry, {}, True)


lines = st.one_of(
    st.sampled_from(LIST.split("\n")),
    st.text(alphabet=st.sampled_from("-*[] x:0123456789ab/.<>()#`~\t\x0b\x1c\u2028"), max_size=30),
)


@given(st.lists(lines, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.data())
def test_nothing_but_the_line_decided_on_changes(parts, end, bom, data):
    text = "\ufeff" * bom + end.join(parts)
    found = parse_reading(text)
    assume(found)
    entry = data.draw(st.sampled_from(found))
    made = marked(text, entry, {"note": "papers/a.md"}, True)
    before, after = text.splitlines(keepends=True), made.splitlines(keepends=True)
    changed = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert len(changed) == 1 and after[changed[0]].lstrip("\ufeff").splitlines()[0].endswith("[note:: papers/a.md]")
    assert len(parse_reading(made)) == len(found) and sum(one.note == "papers/a.md" for one in parse_reading(made)) >= 1


@given(st.text(max_size=60), st.sampled_from(["", "https://e.org/a?b=c"]), st.sampled_from(["", "https://e.org/feed"]))
def test_what_is_put_on_the_list_is_read_back(title, url, feed):
    assume(title.split() or url)
    try:
        made = new_line(Item(title, url, feed=feed), TODAY)
    except UsageError:
        return
    assert "\n" not in made.raw and made.date == TODAY
    if url:
        assert (made.url, made.feed) == (url, feed)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("3", 3),
        ("https://e.org/q", 3),
        ("queues night", 3),
        ("10.1145/359545.359563", 8),
        ("put", None),
        ("99", None),
        (" ", None),
    ],
)
def test_an_entry_is_found_by_line_address_number_or_words(typed, line):
    found = find(parse_reading(LIST), typed)
    assert (found.line if found else None) == line


@pytest.mark.parametrize("part", ["[a:: b] ", "[a:: ", "[a](", "https://e.org/(", "<https://", "arxiv: ", " "])
def test_a_line_without_end_is_read(part):
    (entry,) = parse_reading(f"- x {part * 20_000}y")
    assert entry.line == 1
