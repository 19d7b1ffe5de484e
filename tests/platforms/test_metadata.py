import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.post import PLANNING_KEYS, Metadata
from inkwright.platforms.metadata import flag, lookup, metadata_of, words

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_nothing_gives_the_defaults():
    assert metadata_of({}) == Metadata()


def test_papermod_front_matter():
    found = metadata_of(
        {"title": "T", "date": "2026-01-02", "draft": True, "showToc": True, "TocOpen": False, "hideSummary": True}
    )
    assert (found.title, found.date, found.draft, found.show_toc, found.toc_open) == (
        "T", "2026-01-02", True, True, False,
    )  # fmt: skip
    assert found.extra == {"hideSummary": True}


def test_no_table_of_contents_word_means_that_nobody_said():
    assert metadata_of({"title": "T"}).show_toc is None


def test_docusaurus_turns_the_contents_off():
    assert metadata_of({"hide_table_of_contents": True}).show_toc is False


@pytest.mark.parametrize(
    ("written", "mapped"),
    [
        ("everyone", ("community",)), ("only_paid", ("community",)), (["team", "Leadership"], ("team", "leadership")),
        ("self, team", ("self", "team")), ("aliens", ("team",)), (None, ("team",)), (3, ("team",)),
    ],
)  # fmt: skip
def test_audiences_foreign_ones_included(written, mapped):
    found = metadata_of({"audience": written})
    assert found.audience == mapped
    assert found.planning == {"audience": written}


def test_planning_keys_are_kept_apart():
    found = metadata_of({"thesis": "It lies.", "title": "T", "layout": "post"})
    assert found.planning == {"thesis": "It lies."}
    assert found.extra == {"layout": "post"}


def test_tags_and_categories_are_one_list():
    found = metadata_of({"tags": ["Python", "CI"], "categories": "python, tools", "keywords": "seo"})
    assert found.tags == ("Python", "CI", "tools")


def test_tags_in_one_text_are_parted_as_the_generator_does():
    assert metadata_of({"tags": "one two"}).tags == ("one two",)
    assert metadata_of({"tags": "one two"}, separator=" ").tags == ("one", "two")
    assert metadata_of({"category": "Machine Learning"}, separator=" ").tags == ("Machine Learning",)
    assert metadata_of({"tags": "a b, c"}, separator=" ").tags == ("a b", "c")


@pytest.mark.parametrize(
    ("front", "authors"),
    [
        ({"author": "Ada"}, ("Ada",)),
        ({"authors": ["ada", "bob"]}, ("Ada Lovelace", "bob")),
        ({"author": "[Ada](https://a.example), Analytical"}, ("Ada, Analytical",)),
        ({"author": "<a href='https://a.example'>Ada</a> & Bob"}, ("Ada & Bob",)),
        ({"author": {"name": "Ada", "affiliation": "x"}}, ("Ada",)),
        ({"postauthors": [{"name": "Ada"}, {"key": "ada"}]}, ("Ada", "Ada Lovelace")),
        ({"author": None}, ()),
    ],
)
def test_authors_by_name_key_or_table(front, authors):
    assert metadata_of(front, people={"ada": "Ada Lovelace"}).authors == authors


def test_the_first_picture_that_is_a_text():
    assert metadata_of({"cover": {"image": "c.png", "alt": "x"}}).image == "c.png"
    assert metadata_of({"image": {"feature": "f.png"}}).image == "f.png"
    assert metadata_of({"image": "i.png", "cover": {"image": "c.png"}}).image == "i.png"


def test_a_generators_keys_come_first():
    keys = {"date": ("when",)}
    assert metadata_of({"when": "2026-01-01", "date": "2025-01-01"}, keys).date == "2026-01-01"
    assert metadata_of({"when": "soon", "date": "2025-01-01"}, keys).date == "2025-01-01"


@pytest.mark.parametrize(
    ("value", "said"), [("no", False), ("Yes", True), (1, True), (0, False), ("maybe", None), (None, None)]
)
def test_yes_and_no(value, said):
    assert flag(value) is said


def test_lookup_prefers_the_key_that_holds_a_dot():
    assert lookup({"a.b": 1, "a": {"b": 2}}, "a.b") == 1
    assert lookup({"a": {"b": 2}}, "a.b") == 2
    assert lookup({"a": 3}, "a.b") is None


KEYS = st.sampled_from(
    ["title", "tags", "author", "date", "audience", "draft", "series", "image", "aliases", "x", "thesis"]
)


@given(st.dictionaries(KEYS | st.text(max_size=6), VALUES, max_size=6))
def test_any_front_matter_is_mapped_and_nothing_strange_is_lost(front):
    found = metadata_of(front)
    assert set(found.planning) == set(front) & PLANNING_KEYS
    assert all(found.extra[key] == front[key] for key in found.extra)
    assert all(isinstance(tag, str) and tag for tag in found.tags)


@given(st.text(max_size=30))
def test_words_are_trimmed_and_unique(text):
    found = words(text)
    assert len(set(found)) == len(found)
    assert all(word == word.strip() and word for word in found)


def test_links_by_name_are_shown_as_their_labels() -> None:
    front = {
        "title": "On [[x|the label]]",
        "description": "By [[E. M. Forster]].",
        "author": ["[[E. M. Forster]]", "[[people/ada|Ada]]"],
        "tags": ["[[Books]]", "plain"],
    }
    found = metadata_of(front)
    assert (found.title, found.description) == ("On the label", "By E. M. Forster.")
    assert (found.authors, found.tags) == (("E. M. Forster", "Ada"), ("Books", "plain"))
