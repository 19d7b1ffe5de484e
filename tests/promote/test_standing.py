"""Which sentences can stand where nobody has read what came before."""

import pytest

from inkwright.promote.standing import follows, quotable, stands_alone

STANDS = (
    "Our cache answered in 48 ms, and nobody knew why.",
    "A graphics card does not hold requests; it holds weights and a cache that grows with each token.",
    "If you write metrics in Python, one keyword argument saves you a bad Tuesday.",
    "Two servers with the same load showed different tails.",
    "All replicas of a shard agree within 40 ms.",
    "Use one file if one process writes and people read.",
    "When the cache is full, a server has to throw out a running request.",
    "Have you ever found a cost that no graph had shown?",
    "Our tasks run in four minutes on one machine.",
    "All tables of a shop fit on one small disk.",
    "During the week of June 19 to 23, 2023, the team held its twelfth sprint.",
    "pool.take() reads a session twice as fast since May.",
    "vLLM keeps the cache of a model on the card.",
    "k8s starts a new server within four seconds.",
    "Scheduling reduces the wait of long requests.",
    "If you run several servers, one queue for all keeps the tail short.",
    "At 300 requests a second the clock adds 9 ms to each.",
    "From 2019 the team counted every slow session by hand.",
    "A warm cache has the same tail still seen as that of an empty one.",
    "One line is enough to make the cache twice as fast.",
    "With a cache of 4 GiB that is shared by all workers, the tail fell by half.",
    "If you have one, two or three servers, the order makes no difference.",
)
LEANS = (
    "Once enabled, the operator makes its own certificates.",
    "We call each pair of a filter and a signal a matched one.",
    "In the current setup the router picks only one endpoint.",
    "This is what we looked at first.",
    "These numbers surprised the whole team.",
    "However, no graph showed the cost of it.",
    "The returned table says which server was slow.",
    "The only argument you need is the folder of a model.",
    "The only difference is the size of the batch.",
    "Cool, the model learned all of the words in an hour.",
    "It fell by half for the largest sessions.",
    "They restarted the server every night for a year.",
    "But the second run was slower than the first.",
    "So we moved the queue to another machine.",
    "Because of this, the tail fell by half.",
    "When it fails, the whole batch is lost.",
    "In other words, the cache was never used.",
    "For example, a session of one kilobyte takes longer.",
    "As shown above, the tail fell by half.",
    "The second server was slower than the first one.",
    "The former is cheaper, the latter is faster.",
    "Ours did not, for a year, because nobody looked.",
    "A graphics card does not hold requests, though.",
    "The patch also makes the client smaller and simpler.",
    "At peak load, it continued to answer as designed.",
    "Over the past years, they've grown to twice the size.",
    "Clients throw on that line, so the panel stayed empty.",
    "When I did, the timer turned out to be wrong.",
    "There a cache is memory spent on notes nobody reads.",
    "Adding this flag makes the whole build twice as fast.",
    "Servers need that intelligence while they train.",
    "We've just seen how a cache fills up in a day.",
    "We'll explore how a cache fills up in a day.",
    "Don't worry, the cache fills up in a day.",
    "The team follows the same pattern in every shop.",
    "Over the past 5,000 years, they've grown to twice the size.",
    "Of course, no cache passes such a test without a scratch.",
    "Users who call the cache in this way should upgrade.",
    "As a final remark, the cache was never the problem.",
    "How moving the cache to one machine saved an evening.",
    "Previous reports of the team showed half of the gain.",
    "Most importantly, the cache was never the problem.",
    "Both servers agree on the size of a session.",
    "A smaller cache therefore has fewer misses at night.",
    "There is just one catch: the cache cannot be read from outside.",
    "With the table created, the server could write to the cache.",
    "I understand that doing that involves two other services.",
    "Each of them takes about a second to start.",
    "If there are none, start two behind the same door and wait a day.",
    "If you run several, the median of all moves close to the best.",
    "If you run several with one queue, the median moves close to the best.",
    "At 300 the same clock still adds 9 ms to a request.",
    "At 700 the clock adds 9 ms to a request of the shop.",
    "A request of the shop pays the same clock again at night.",
    "One column was missing because the value would not fit it at all.",
    "At 2,048 rows and 64 KiB that is 128 MiB for each worker.",
)
POINTS = (
    "As seen in Table A the wait fell by half.",
    "The wait fell by half in Case 3 of the list.",
    "The paper shows how a group of answers is compared.",
    "The batch of two sentences in our example has 14 words.",
    "The tail fell by half in Figure 2 of the report.",
    "The table below lists all runs and their medians.",
    "The following command starts a server on the laptop.",
    "In this post we measure five ways to cache a session.",
    "The previous section explained how a cache is filled.",
    "The patch is available on GitHub for everybody who wants it.",
    "Check it out and tell us what you think of it.",
    "Join our Slack channel and ask the people who wrote it.",
    "The screenshot shows how the panel looked on Tuesday.",
    "For more details, read the paper on sessions and caches.",
    "More detailed information is found in the tracker of the team.",
    "We would love to hear how your caches are doing.",
    "The new scheduler (bottom) has no waves in its queue.",
    "The right bar shows by how much the new client wins.",
    "What is planned is described in the guide of the project.",
    "I found the recipe here - and I do not understand it.",
    "Case 2 demonstrates how a column of addresses is filled.",
)
CODE = (
    "Call the function pool.take() before the session is read.",
    "The value of `timeout` is set in the client's file.",
    "Run the command with --verbose to see what it does.",
    "The file /etc/cache/client.toml holds the size of the pool.",
    "More is told at https://example.org about the sessions.",
    "The variable max_session_size is read once at the start.",
    "The issue was first told of as #4123 in the tracker.",
)
BROKEN = (
    "Too short to say.",
    "the sentence begins in the middle of another one.",
    "The list of things that we looked at was this:",
    "A sentence without its end",
    "An open (bracket is never a good sign in a sentence.",
    '"The cache makes attention linear."',
    "Note: the pool is read once when the client starts.",
    "S1: at four requests a second the cache wins by far.",
    "Keys-only requests, faster leases, and several other improvements.",
    "A pool of 64 shared prefixes, larger than any cache.",
    "00:42:55 Is the cache easy to read by hand?",
    "Allows the server to answer when the cache is cold.",
    "Gemma, a family of small models that run on a laptop with smaller caches.",
    "Wide tables for small screens: patterns for many kinds of models.",
    "Facts: one laptop, two cores, and a cache that was on.",
    "B. Routing to warm replicas makes the answers faster.",
    "word " * 45 + "are too many.",
)


@pytest.mark.parametrize("text", STANDS)
def test_these_stand_alone(text: str) -> None:
    assert quotable(text)
    assert stands_alone(text)


@pytest.mark.parametrize("text", LEANS)
def test_these_lean_on_what_came_before(text: str) -> None:
    assert not (quotable(text) and stands_alone(text))


@pytest.mark.parametrize("text", POINTS + CODE + BROKEN)
def test_these_are_never_quoted(text: str) -> None:
    assert not quotable(text)


def test_what_may_stand_behind_the_sentence_it_leans_on() -> None:
    assert follows("It fell by half for the largest sessions.")
    assert not follows("This is what we looked at first.")
    assert not follows("However, no graph showed it.")


def test_a_sentence_may_begin_with_a_name_in_small_letters() -> None:
    assert quotable("etcd's members keep five copies of each key.", names={"etcd"})
    assert not quotable("members keep five copies of each key.", names={"etcd"})


def test_an_item_of_a_list_needs_a_verb_that_is_known() -> None:
    assert quotable("Multi-turn loops zigzag over long prefixes.")
    assert not quotable("Multi-turn loops zigzag over long prefixes.", listed=True)
