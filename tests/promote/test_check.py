"""Each network's rules: what they flag and what they leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.promote.check import CATEGORY, KINDS, check
from inkwright.promote.networks import names, network

LINK = "https://me.dev/posts/x/"
GOOD = f"""<!-- LinkedIn. A comment of ours. -->

Our cache of sessions answered in 48 ms, and nobody knew why.

The client serialised each session twice. Turning off the second pass brought it down to 4 ms. Measure the client first.

{LINK}
"""
THREAD = "\n\n---\n\n".join(
    [
        "Our cache answered in 48 ms, and nobody knew why.",
        "Every page reads the session.",
        "The client serialised it twice.",
        "Turning that off saved 31 ms.",
        f"Measure the client first.\n\n{LINK}",
    ]
)


def rules(text: str, name: str) -> dict[str, str]:
    return {finding.rule.partition("/")[2]: finding.severity for finding in check(text, network(name))}


def test_the_announcement_is_rejected_and_the_finding_passes() -> None:
    bad = "I wrote a blog post about RAG pipelines! Check it out: [link]"
    found = rules(bad, "linkedin")
    assert found["announcement"] == "error"
    assert "check-it-out" in found
    for good in (
        "Chunk overlap moved our RAG pipeline from 61 % to 83 % right answers; chunk size hardly mattered. We asked it "
        "200 questions from support. Start with an overlap of a quarter and measure: [link]",
        GOOD,
    ):
        assert "error" not in rules(good, "linkedin").values()
        assert "warning" not in rules(good, "linkedin").values()


@pytest.mark.parametrize(
    "opening",
    [
        "I just published a new article on caching.",
        "New blog post: why our cache was slow.",
        "Excited to share what we learned about caches.",
        "In this post I explain five ways to cache.",
        "My latest blog post is about caches.",
        "I’ve written about caches again.",
        "Check out my thoughts on caches.",
    ],
)
def test_other_ways_to_announce_are_rejected(opening: str) -> None:
    text = GOOD.replace("Our cache of sessions answered in 48 ms, and nobody knew why.", opening)
    assert rules(text, "linkedin")["announcement"] == "error"


@pytest.mark.parametrize(
    ("name", "text", "rule", "severity"),
    [
        ("linkedin", GOOD.replace(LINK, ""), "link-last", "error"),
        ("linkedin", f"{LINK}\n\n" + GOOD.replace(LINK, ""), "link-last", "error"),
        ("linkedin", f"The cache took 48 ms.\n\n{LINK}", "sentences", "warning"),
        ("linkedin", GOOD.replace("Measure", "One. Two. Three. Measure"), "sentences", "warning"),
        ("linkedin", GOOD + "\n#a #b #c #d", "hashtags", "suggestion"),
        ("linkedin", GOOD.replace("twice.", "twice. [? Why?]"), "blank", "error"),
        ("linkedin", "x" * 3001 + f". A b. C d.\n{LINK}", "too-long", "error"),
        ("linkedin", f"Caches are things. Some are warm. Others are cold.\n\n{LINK}", "lead", "suggestion"),
        ("linkedin", GOOD.replace("Measure", "A game-changer. Measure"), "hype", "warning"),
        ("x", THREAD.replace("Our cache", "🧵 Our cache"), "thread-mark", "warning"),
        ("x", THREAD.replace("Every page", "日" * 139 + " Every page"), "too-long", "error"),
        ("x", "One cache took 48 ms.\n\n---\n\n" + LINK, "parts", "error"),
        ("x", THREAD + "\n\n---\n\none\n\n---\n\ntwo\n\n---\n\nthree\n\n---\n\n" + LINK, "parts", "error"),
        (
            "x",
            THREAD.replace("Our cache answered in 48 ms, and nobody knew why.", "Caches are things."),
            "lead",
            "warning",
        ),
        ("bluesky", THREAD.replace("Every page", "é" * 280 + " Every page"), "too-long", "error"),
        ("mastodon", THREAD.replace("Every page", "é" * 480 + " Every page"), "too-long", "error"),
        ("hacker-news", f"Show HN: What a cache costs\n\n{LINK}", "show-hn", "error"),
        ("hacker-news", f"{'A title of many words ' * 5}\n\n{LINK}", "title", "error"),
        ("hacker-news", f"You won't believe what a cache costs\n\n{LINK}", "bait", "error"),
        ("hacker-news", f"What a cache costs!\n\n{LINK}", "shouting", "error"),
        ("hacker-news", f"CACHES ARE NOT FREE\n\n{LINK}", "shouting", "error"),
        ("hacker-news", f"10 ways to warm a cache\n\n{LINK}", "gratuitous-number", "warning"),
        ("hacker-news", "What a cache costs", "link-last", "error"),
        ("reddit", f"What a cache costs\n\nIt costs 4 ms.\n\n{LINK}", "question", "warning"),
        ("reddit", f"{'long ' * 61}\n\nDoes it? {LINK}", "title", "error"),
        ("discord", f"@everyone the cache took 48 ms. {LINK}", "everyone", "error"),
        ("newsletter", f"The cache took 48 ms. {'word ' * 130}. {LINK}", "too-long", "warning"),
        ("people", "\n\n---\n\n".join(f"## P {n}\n\nYou wrote {n}. {LINK}" for n in range(4)), "mass-mail", "error"),
        ("people", "\n\n---\n\n".join(f"## P {n}\n\nYou wrote it. {LINK}" for n in range(2)), "same-words", "error"),
    ],
)
def test_what_breaks_a_rule(name: str, text: str, rule: str, severity: str) -> None:
    assert rules(text, name).get(rule) == severity


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("linkedin", GOOD),
        ("linkedin", GOOD.replace("\n", "\r\n")),
        ("linkedin", GOOD.rstrip() + "\n\n#caching #python\n"),
        ("x", THREAD),
        ("bluesky", THREAD),
        ("mastodon", THREAD),
        ("hacker-news", f"What the KV Cache Costs, Byte by Byte\n\n{LINK}"),
        ("hacker-news", f"Show HN: A cache that explains itself\n\nhttps://github.com/me/cache"),  # noqa: F541
        ("hacker-news", f"Why HTTP and TLS are slow on an AWS Lambda\n\n{LINK}"),
        ("reddit", f"What a cache costs\n\nIt costs 4 ms. How do you measure yours?\n\n{LINK}"),
        ("discord", f"The cache took 48 ms; the client was the reason.\n\n{LINK}"),
        ("newsletter", f"The cache took 48 ms.\n\n{LINK}"),
        (
            "people",
            f"## A B\n\nYour paper gave us the idea.\n\n{LINK}\n\n---\n\n## C D\n\nYour tool found it.\n\n{LINK}",
        ),
    ],
)
def test_what_may_be_sent(name: str, text: str) -> None:
    assert check(text, network(name)) == []


def test_a_finding_says_where_and_by_how_much() -> None:
    text = THREAD.replace("Every page", "日" * 139 + " Every page")
    found = next(one for one in check(text, network("x")) if one.rule == "x/too-long")
    assert found.message == "this message is longer than X takes (message 2: 308 of 280)"
    assert text[found.span.start : found.span.end].endswith("reads the session.")
    assert found.category == CATEGORY


@given(
    st.sampled_from(names()),
    st.lists(st.sampled_from(["a b. ", "---\n", "\n", "[? q]", LINK, "#x ", "<!--", "-->", "! ", "日"]), max_size=30),
)
def test_any_file_is_answered_with_places_inside_it(name: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    for finding in check(text, network(name)):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.parametrize("name", names())
def test_every_page_can_be_followed(name: str) -> None:
    page = network(name)
    assert page.label and page.hint and page.checked >= "2026" and page.sources
    assert len({rule.name for rule in page.rules}) == len(page.rules)
    for rule in page.rules:
        assert rule.kind in KINDS
        assert rule.message and rule.why.endswith(".")
        assert bool(rule.phrases) == (rule.kind in ("opening", "wording", "headline"))
    assert all(slot.question.endswith(("?", ".")) for slot in page.slots)
    assert page.form != "thread" or page.parts[0] <= len(page.slots) <= page.parts[1]
