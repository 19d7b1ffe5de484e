import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.clip import KINDS, Clip
from inkwright.model.errors import UsageError
from inkwright.model.source import Source
from inkwright.notes.clips import kind_named, kind_of, language_of, line_range, note_of, pick_lines, slug_of, title_of
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse

TODAY = "2026-11-21"


def test_a_passage_is_quoted_and_says_whose_it_is():
    clip = Clip(
        "paragraph", "One.\n\nTwo.", url="https://a.org/x", author="Ann: Lee", date="2026-01-02", licence="CC BY"
    )
    text = note_of(clip, TODAY)
    data = read_front_matter(text).data
    assert [str(data[key]) for key in ("kind", "url", "author", "date", "captured", "licence")] == [
        "paragraph", "https://a.org/x", "Ann: Lee", "2026-01-02", TODAY, "CC BY",
    ]  # fmt: skip
    assert "\n> One.\n>\n> Two.\n\n— Ann: Lee, [https://a.org/x](<https://a.org/x>), 2026-01-02\n" in text


def test_a_passage_of_a_paper_keeps_page_section_and_key():
    text = note_of(Clip("paper", "Only attention.", paper="vaswani2017", page="3", section="3.2"), TODAY)
    data = read_front_matter(text).data
    assert [str(data[key]) for key in ("paper", "page", "section")] == ["vaswani2017", "3", "3.2"]
    assert text.endswith("> Only attention.\n\n— [@vaswani2017], p. 3, section 3.2\n")


def test_words_of_nobody_known_get_no_line_below():
    assert note_of(Clip("discussion", "It is slow."), TODAY).endswith("> It is slow.\n")


def test_hearsay_is_flagged_as_the_check_reads_it():
    text = note_of(Clip("discussion", "x", hearsay=True), TODAY)
    assert read_front_matter(text).data["source"] == "hearsay"


@given(st.text(alphabet=st.sampled_from("ab `\n~>#-*|[]é\r\t"), max_size=80).filter(str.strip))
def test_code_survives_its_fence_whatever_it_holds(code):
    code = pick_lines(code, 0, 0, "x")
    if not code.strip():
        return
    text = note_of(Clip("code", code, language="python"), TODAY)
    (block,) = parse(Source("x.md", text)).of_kind("code")
    assert block.text.rstrip("\n") == code and block.info == "python"


@given(st.sampled_from(KINDS), st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_any_words_make_a_note_whose_front_matter_can_be_read(kind, text, author, url):
    clip = Clip(kind, text, author=author, url=url, picture="a.jpg" if kind == "sketch" else "")
    if not text.strip() and not clip.picture:
        with pytest.raises(UsageError, match="there is nothing to clip"):
            note_of(clip, TODAY)
        return
    front = read_front_matter(note_of(clip, TODAY))
    assert front.problems == () and front.data["kind"] == kind and str(front.data["date"]) == TODAY


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.py", "code"), ("a.JPG", "sketch"), ("a.html", "post"), ("a.md", "paragraph"), ("a", "paragraph"),
     ("x.d/a", "paragraph"), ("a.rs", "code")],
)  # fmt: skip
def test_the_name_of_a_file_suggests_a_kind(name, kind):
    assert kind_of(name) == kind


def test_kinds_may_be_typed_by_their_beginning():
    assert kind_named("disc") == "discussion" and kind_named("Post") == "post"
    for wrong in ("p", "nope"):
        with pytest.raises(UsageError, match=r"Choose one of: paragraph, code"):
            kind_named(wrong)


@pytest.mark.parametrize(("typed", "lines"), [("", (0, 0)), ("12", (12, 12)), ("10-24", (10, 24)), ("L3-L4", (3, 4))])
def test_lines(typed, lines):
    assert line_range(typed) == lines


@pytest.mark.parametrize("typed", ["0", "5-3", "a", "1-", "-4"])
def test_lines_that_are_none(typed):
    with pytest.raises(UsageError, match="names no lines"):
        line_range(typed)


def test_common_indentation_goes_and_lines_past_the_end_are_said():
    text = "class A:\n    def f(self):\n\n        return 1\n"
    assert pick_lines(text, 2, 4, "a.py") == "def f(self):\n\n    return 1"
    with pytest.raises(UsageError, match=r"a.py: there is no line 9: the file has 4"):
        pick_lines(text, 2, 9, "a.py")


def test_languages_as_fences_name_them():
    assert [language_of(name) for name in ("a.py", "b/c.rs", "Makefile", "x.go")] == ["python", "rust", "", "go"]


def test_titles_and_names_of_files():
    assert title_of(Clip("paragraph", "\n# **Big** news. More.")) == "Big news."
    assert title_of(Clip("code", "x", path="src/a.py", lines="1-3")) == "a.py, lines 1-3"
    assert len(title_of(Clip("paragraph", "word " * 90))) <= 71
    assert slug_of("Ünder/..\\the:sea? 日本") == "ünder-the-sea-日本"
    assert slug_of("../../") == "clip"


@given(st.text(max_size=200))
def test_a_name_of_a_file_leads_nowhere_else(title):
    slug = slug_of(title)
    assert slug and len(slug.encode()) <= 60 and not set(slug) & set('/\\:*?"<>|.\0\n')
