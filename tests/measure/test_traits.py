"""Own posts beside what good blogs have in common: their numbers, counted again by hand."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.traits import LOOK, found_traits, shape, traits
from inkwright.model.post import Metadata
from inkwright.model.traits import PostShape
from inkwright.text.markdown import parse_text

POST = """# A

I measured it. It was slow. [There](https://a.example) and [here](b.md).

![x](x.png)

<img src="y.png">

```mermaid
graph TD; A-->B
```

```python
print(1)
```

It takes 4 ms<!--=r.json#a .0f ms-->.
"""
WHOLE = st.builds(
    PostShape, st.text("ab"), st.sampled_from(["", "2026-01-02", "2026-02-03"]), *[st.integers(0, 3000)] * 9,
    st.booleans(), st.booleans(),
)  # fmt: skip


def post(path, **more):
    given = {
        "date": "2026-01-01", "words": 1000, "headings": 5, "sentences": 50, "own": 10, "figures": 2, "code": 1,
        "runs": 1, "numbers": 1, "links": 4, "kind": True, "told": True, **more,
    }  # fmt: skip
    return PostShape(path=path, **given)


def test_a_post_by_its_numbers():
    found = shape(parse_text(POST), Metadata(title="A", date="2026-01-01T10:00:00", template="tutorial"), "a.md", 17, 1)
    assert (found.date, found.words, found.headings, found.sentences, found.own) == ("2026-01-01", 17, 1, 4, 1)
    assert (found.figures, found.code, found.runs, found.numbers, found.links) == (3, 1, 1, 1, 1)
    assert (found.kind, found.told) == (True, False)


def test_each_trait_says_its_numbers_and_where_to_look():
    rows = [
        post("a", date="2026-01-01"), post("b", date="2026-01-08", own=0, figures=0, kind=False),
        post("c", date="2026-01-15", words=300, headings=0, code=0, runs=0, numbers=0, told=False),
        post("d", date="2026-01-22"),
    ]  # fmt: skip
    found = {one.trait.name: (one.numbers, one.posts) for one in found_traits(rows, "2026-02-01")}
    assert found == {
        "format": ("3 of 4 name their kind, 3 of 4 have a description; a heading every 220 words", ()),
        "depth": ("1,000 words in the middle (300 to 1,000); 4.0 links to others a post", ("c",)),
        "view": ("I or we in 15% of sentences; 3 of 4 hold numbers bound to your own data", ("b",)),
        "visuals": ("3 of 4 have a picture, diagram or table; 1.8 in 1,000 words", ("b",)),
        "practical": ("3 of 4 show code, 3 of 4 code that runs", ("c",)),
        "rhythm": ("a post in 7 days, the last on 2026-01-22", ()),
    }


def test_before_the_first_post_there_are_questions_and_no_numbers():
    assert [(one.numbers, one.posts) for one in found_traits((), "2026-02-01")] == [("", ())] * len(traits())
    assert all(one.question.endswith("?") and "(" in one.seen for one in traits())


@given(st.lists(WHOLE, min_size=1, max_size=5))
def test_any_posts_have_their_numbers(posts):
    for one in found_traits(posts, "2026-03-01"):
        assert one.numbers and len(one.posts) <= LOOK
