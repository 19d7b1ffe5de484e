"""General statements by their shape, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint import claim_nouns, claim_signs
from inkwright.lint.claim_shape import gaps_of, may_claim, shape
from inkwright.lint.claims import claims
from inkwright.text.markdown import parse_text

WORDS = sorted(
    {
        word
        for module in (claim_nouns, claim_signs)
        for words in vars(module).values()
        if isinstance(words, frozenset)
        for word in words
        if word
    }
)


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in claims(parse_text(f"{text}\n", "post.md"))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # claim_predicates
        ("Half of all alerts in a typical company are noise.", "numeric"),
        ("Nine out of ten migrations drag on for years.", "numeric"),
        ("No serious team deploys on a Friday.", "superlative"),
        ("Everyone in the trade has given up on it.", "crowd"),
        ("It takes a new hire six months to feel at home.", "numeric"),
        ("Most notebooks cannot be run a second time.", "numeric"),
        ("A typical ticket is opened twice.", "numeric"),
        ("Newsletters convert at five times the rate of posts.", "numeric"),
        ("Providers make most of their profit on traffic.", "numeric"),
        ("Open offices destroy concentration.", "causal"),
        ("Users don't read dialogs.", "crowd"),
        ("Teams that measure nothing learn nothing.", "crowd"),
        ("Estimates are useless in the first week.", "causal"),
        ("Feature flags tend to outlive their purpose.", "crowd"),
        ("Interest in graph databases has stalled.", "causal"),
        ("Interest in graph databases peaked in 2019.", "crowd"),
        ("Postgres is now the default choice for new products.", "superlative"),
        ("Vector databases became popular overnight.", "crowd"),
        ("Automated mails get ignored.", "crowd"),
        ("Small companies cannot afford it.", "crowd"),
        ("Money is a poor motivator.", "causal"),
        ("Bigger windows do not improve the answer.", "comparative"),
        ("Embeddings fail on legal text.", "causal"),
        ("The reason so few projects ship is that nobody owns them.", "causal"),
        # claim_comparisons
        ("Small models outperform large ones on routine work.", "comparative"),
        ("Hand-written queries age better than generated ones.", "comparative"),
        ("Data quality matters more than model size.", "comparative"),
        ("Synthetic labels are just as good as human ones.", "comparative"),
        ("The best predictor of success is an early user.", "superlative"),
        ("Naming is by far the hardest part of review.", "superlative"),
        ("Typed code is easier to change.", "comparative"),
        ("Larger teams communicate worse.", "comparative"),
        ("Hardware gets cheaper every year.", "comparative"),
        ("Nobody reads the minutes of a meeting.", "crowd"),
        ("Code written in a hurry contains more holes.", "comparative"),
        # claim_commonplaces
        ("Many chat workloads send the same prompt again.", "numeric"),
        ("Zig is now the only language with hot reloading.", "superlative"),
        ("Pandas is one of the most popular libraries for data.", "superlative"),
        ("Regular expressions are notoriously hard to read.", "crowd"),
        ("The growing complexity of clusters drains small firms.", "causal"),
        ("Migrations take several months.", "numeric"),
        ("Flash attention represents a major breakthrough.", "superlative"),
        ("There is no cheaper way to learn a domain.", "comparative"),
        ("There are many candidates for each position.", "numeric"),
        ("Politics shapes the code in many communities.", "crowd"),
        ("Prototypes always end in production.", "crowd"),
        # claim_universals
        ("Every outage is a change.", "crowd"),
        ("Nearly every old system has one person who knows it.", "crowd"),
        ("Every third plugin is abandoned.", "numeric"),
        ("In most cases the simplest model wins.", "crowd"),
        ("For 90 % of shops, that day never comes.", "numeric"),
        ("Each year, thousands of keys leak.", "numeric"),
        ("Markdown is good enough for most books.", "numeric"),
        ("No editor has a steeper learning curve than Emacs.", "comparative"),
        ("Nothing teaches like an outage.", "superlative"),
        ("Chrome runs on half of all phones.", "numeric"),
        # claim_measures
        ("Caching cuts the bill in half.", "numeric"),
        ("Pairs finish twice as fast.", "numeric"),
        ("Benchmarks correlate poorly with joy.", "causal"),
        ("Ada has the strictest compiler of any language.", "superlative"),
        ("The fastest parser of logs is Vector.", "superlative"),
        ("C is the foundation of all operating systems.", "superlative"),
        ("Parsing is usually the bottleneck.", "crowd"),
        ("The evidence for types is strong.", "crowd"),
        # claim_turns
        ("Demand for mainframes keeps falling.", "causal"),
        ("Static pages are making a comeback.", "causal"),
        ("Perl fell out of fashion twenty years ago.", "causal"),
        ("Portals were a fad.", "sure"),
        ("Notebooks have gone from toy to standard in one decade.", "causal"),
        ("Gamification wears off after a month.", "causal"),
        # claim_judgements
        ("Standing desks are expensive.", "sure"),
        ("Microservices put a tax on attention.", "causal"),
        ("Containers add no measurable overhead.", "numeric"),
        ("Cobol commands the highest salaries.", "superlative"),
        ("Humans can hold seven things in their head.", "sure"),
        ("Frameworks lead to over-engineered products.", "causal"),
        ("Mappers generate inefficient queries.", "causal"),
        ("Interviews with puzzles filter out good candidates.", "causal"),
        ("Switching between two languages slows you down.", "causal"),
        ("Prolog programmers are hard to find.", "sure"),
        # claim_people
        ("Small companies innovate.", "crowd"),
        ("Your readers will not wait.", "crowd"),
        ("It takes ten thousand hours to master a language.", "numeric"),
        ("Indexes are forgotten in nine of ten schemas.", "numeric"),
        ("Nobody has ever regretted a test.", "crowd"),
        ("Search engines punish copied pages.", "crowd"),
        ("Conferences are about hiring.", "crowd"),
        # claim_horizons
        ("Simple designs win in the long run.", "sure"),
        ("Side projects struggle.", "causal"),
        ("Stress is the main reason for mistakes.", "superlative"),
        # claim_of_it
        ("They keep more users than any other shop.", "comparative"),
        ("It has taken over the world of Python.", "causal"),
        ("This is the number one complaint of engineers.", "superlative"),
        ("It's the second system that sinks a company.", "causal"),
        ("The more people join, the later it gets.", "comparative"),
        ("If nobody owns a service, it fails within a year.", "causal"),
        ("That is why engineers hate estimates.", "crowd"),
        # claim_consequences
        ("Diesel is more stable and efficient than petrol.", "comparative"),
        ("Laptops wear out faster in warm rooms.", "comparative"),
        ("Long branches lead to burnout.", "causal"),
        ("Big meetings decide nothing.", "crowd"),
        ("Large pull requests go unread.", "crowd"),
        ("Long passwords are no safer.", "comparative"),
        ("Vector databases are overkill for most sites.", "causal"),
        ("Chat interrupts programmers.", "causal"),
        ("Bigger offices make friendships shallow.", "causal"),
        ("Nightly builds catch regressions weeks earlier.", "causal"),
        ("Good titles halve the time to find a book.", "causal"),
        ("Shy colleagues are less likely to object.", "comparative"),
        ("SQL outlives every language that was meant to replace it.", "comparative"),
        ("Small teams write “better” tests.", "causal"),
    ],
)
def test_statements_at_large(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A vector clock is a list of counters that orders events.",
        "Keep the batch small at first.",
        "Our nightly job is faster with sorted input.",
        "Perhaps small teams ship more.",
        "Small teams might ship more.",
        "Do small teams write better tests?",
        "Small teams write better tests:",
        "He said that “small teams write better tests”.",
        "With `fast=True` small teams write better tests.",
        "The planner estimates the rows that each step returns.",
        "Users log in with their account.",
        "Real users do not know about each other.",
        "The second worker likes the first one better.",
        "Seven readers wrote back.",
        "I think that small teams write better tests.",
        "Most of the options below have a default.",
        "Ninety percent of 3 million is 2.7 million.",
        "Small teams, better tests",
        # orders, steps and plans
        "Announce what is finished.",
        "Then everyone waits forever.",
        "Small teams will write better tests.",
        "Collaboration can lead to better code.",
        # an evaluation, a definition, a maxim
        "A constant is fine.",
        "A majority is the whole trick.",
        "More people means less work for each.",
        "Correctness has always been a top priority for the project.",
        # the reason stands there
        "Inference is harder than search because no two requests are alike.",
        "Reviews are more useful than tests, so they come first.",
        "Small teams write better tests: each member knows all of the code.",
        # what a part of a machine does
        "Hybrid models interleave layers of two kinds.",
        "Overloads lead to longer queues, which lead to more load.",
        "The long prompt fills the cache and nothing else.",
        "A server refuses its vote to a candidate whose log is older than its own.",
        "A worker saves its state every ten minutes.",
        "Sharing more code than necessary hurts.",
        "Nothing else in the file changes.",
        "Users can't make that mistake with the new states.",
        "Emitted when a test fails.",
        "A typical use case is the coverage of tests.",
        "Exceptions point to the line to make debugging easier.",
        "Most importantly, the tool runs offline.",
        "Many of the functions below take a path.",
        "The flag is the only way to set it.",
        "The growing list is kept in memory.",
        "A build takes two steps.",
        "There are many ways to write it.",
        "There are two users in the table.",
        "Functions return nothing.",
        "Values are no longer sorted.",
        "Higher values make the output longer.",
        "A sprint is one that is typically short.",
        "Grafana shows managers the numbers.",
        "Packets are less likely to collide.",
        "Podman will now retry an image 3 times.",
        "The start of the other machines fails.",
        "The option is not read anymore.",
        "A crash also loses the writes in memory.",
        "The builder supports most compilers.",
        "The more rows there are, the longer the scan takes.",
        "A batch twice as large has half as many steps.",
        "This is the main reason for the second lock.",
        "If two nodes disagree, the leader wins.",
        "It is the only file to edit.",
        "Every request carries a token.",
        "In most cases the default is fine.",
        "Sustained load increasingly depended on the disk.",
        "",
    ],
)
def test_other_sentences(text: str) -> None:
    assert kinds(text) == []


def test_gaps() -> None:
    assert gaps_of("So, we go.", 10, ((10, 12), (14, 16), (17, 19))) == (", ", "", ".")


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=20))
def test_any_words_give_a_place_among_them(words: list[str]) -> None:
    said = tuple(words)
    found = shape(said, ("",) * len(said)) if may_claim(said, "") else None
    assert found is None or 0 <= found.first < found.last <= len(said)
