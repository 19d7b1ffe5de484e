"""Sentences of a post as a reader reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.promotion import Saying
from inkwright.promote.sayings import sayings
from inkwright.text.markdown import parse_text

from .sample import POST


def texts(markdown: str) -> list[str]:
    return [saying.text for saying in sayings(parse_text(markdown))]


def test_a_post_gives_what_can_be_quoted_in_reading_order() -> None:
    found = texts(POST)
    assert found[0] == "A cache of sessions got 12 times faster when we stopped serialising twice."
    assert "Our cache of sessions answered in 48 ms, and nobody knew why." in found
    assert "Have you ever found a cost that no graph had shown?" in found
    for left_out in ("This is what", "However", "Figure 2", "pool.take", "answer = 42"):
        assert not any(left_out in text for text in found)


def test_where_a_sentence_stands_is_known() -> None:
    document = parse_text(POST)
    for saying in sayings(document):
        assert " ".join(document.slice(saying.span).split()) == saying.text
        assert 0 <= saying.place <= 1
    heading = next(saying.heading for saying in sayings(document) if "31 ms" in saying.text)
    assert heading == "What we found"


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("The *whole* cache was [warm](https://a.dev) within a day.", "The whole cache was warm within a day."),
        ("The `pool` was never read by the client at all.", "The pool was never read by the client at all."),
        ("A paper[^1] measured 40 ms on ten machines.\n\n[^1]: Somebody.", "A paper measured 40 ms on ten machines."),
        ("People measured [1] 40 ms on ten machines.\n\n## References\n\n[1] A paper.",
         "People measured 40 ms on ten machines."),
        ("The median is 45 ms<!--=r.json#a .0f ms--> on a cold machine.", "The median is 45 ms on a cold machine."),
        ("The cost of a [[cache|warm cache]] is known to nobody.", "The cost of a warm cache is known to nobody."),
        ("The long line\nruns into a shorter line.", "The long line runs into a shorter line."),
        ("You can add a `.cacherc` file to the folder.", "You can add a .cacherc file to the folder."),
        ("Tom &amp; Jerry ran the cache for a year.", "Tom & Jerry ran the cache for a year."),
        ("**Smart routing** The tail tells more than the median does.", "The tail tells more than the median does."),
        ("**The router** tells more than the median does.", "The router tells more than the median does."),
        ("---\ntitle: On etcd\n---\n\netcd keeps five copies of each key.", "etcd keeps five copies of each key."),
        ("# Moving to etcd\n\netcd keeps five copies of each key.", "etcd keeps five copies of each key."),
        ("**Read the graph.** The tail tells more than the median does.", "The tail tells more than the median does."),
    ],
)  # fmt: skip
def test_markup_is_gone_and_nothing_else(markdown: str, said: str) -> None:
    assert said in texts(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "The cost grows with $n^2$ in the length of the text.",
        "> The cache of a key is evicted after an hour of rest.",
        "| a | b |\n|---|---|\n| The cache of a key is evicted after an hour. | x |",
        "> [!note]\n> The cache of a key is evicted after an hour of rest.",
        "## References\n\nThe cache of a key is evicted after an hour of rest.",
        "<!-- The cache of a key is evicted after an hour of rest. -->",
        "```\nThe cache of a key is evicted after an hour of rest.\n```",
        "# The cache of a key is evicted after an hour of rest.",
        "The picture ![of a cache](a.png) was never seen by anybody.",
        "Cache Refactoring\nThe new client replaces three old ones at last.",
        "**About the Company**\nThe company sells caches to everybody who wants some.",
    ],
)
def test_what_only_the_post_shows_is_left_out(markdown: str) -> None:
    assert texts(markdown) == []


def test_a_description_counts_only_as_it_is_written() -> None:
    folded = "---\ndescription: >\n  A cache of sessions got\n  12 times faster in a week.\n---\n"
    assert texts(folded) == []
    assert texts("---\ndescription: 'A cache of sessions got 12 times faster in a week.'\n---\n") == [
        "A cache of sessions got 12 times faster in a week."
    ]


_PIECES = st.sampled_from(
    ["The cache was full for an hour. ", "`code` ", "**bold** ", "[link](https://a.dev) ", "$x^2$ ", "<b>", "[^1]",
     "\n\n", "- ", "# ", "> ", "It fell by half. ", "| a |", "<!-- x -->", "![p](p.png)", "日本語。", "🚀 ", "(",
     '"', "...", "\r\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_text_gives_sentences_that_stand_in_it(markdown: str) -> None:
    document = parse_text(markdown)
    for saying in sayings(document):
        assert isinstance(saying, Saying)
        source = "".join(sign for sign in document.slice(saying.span) if sign.isalnum())
        at = 0
        for sign in filter(str.isalnum, saying.text):
            at = source.index(sign, at) + 1


def test_a_paragraph_of_many_sentences_is_read_once() -> None:
    many = "[Our cache](https://a.dev) took 48 ms on `one` server. " * 4000
    assert len(texts(many)) == 4000


def test_headings_above_count_by_their_rank() -> None:
    markdown = (
        "# T\n\n## One\n\n### Two\n\nOur cache took 48 ms on it.\n\n## Links\n\n### X\n\nOur cache took 50 ms on it.\n"
    )
    found = sayings(parse_text(markdown))
    assert [(saying.heading, saying.text) for saying in found] == [("Two", "Our cache took 48 ms on it.")]
