"""How proposals are told from questions on two made-up posts: what a reader asks, and what a ghost-writer offers.

The second ghost-writer was written after the rules, without quotation marks and without the usual turns.
"""

import pytest

from inkwright.critic.contract import refusal
from inkwright.critic.proposals import headline, proposes

SQLITE = (
    "We moved the index from Postgres to SQLite and p99 fell from 120 ms to 18 ms. The benchmark ran on a"
    " laptop for ten minutes. We believe WAL mode explains most of it. Users noticed. The new design uses"
    " one writer and many readers, behind a queue. GPU memory was never the bottleneck; the KV cache was."
    " It scales to millions of users. This is better than Redis. In production we saw no errors."
)
LORA = (
    "Fine-tuning with LoRA took 40 minutes on one H100 and cost 3 dollars. The adapter has 0.1 % of the "
    "weights. Accuracy rose from 71 to 84 points on our support tickets. We picked rank 16 after a short "
    "sweep. Catastrophic forgetting was not an issue. Data quality matters more than data quantity. "
    "Everyone on the team can now train a model. We serve adapters with vLLM, which swaps them per "
    "request. Our customers are happier."
)
ASKED = [
    "What hardware did the laptop have, and was anything else running on it?",
    "How many requests went into the p99 that is quoted here?",
    "Is ten minutes long enough to see a checkpoint happen?",
    "Which other changes shipped together with the move to SQLite?",
    "What makes you believe that WAL mode and not the smaller dataset is the reason?",
    "How did you notice that users noticed?",
    "Does the queue count towards the latency?",
    "What happens to writes when the queue is full?",
    "Who pays for the migration if it fails?",
    'Is "many readers" ten or ten thousand?',
    "How was the KV cache ruled in as the bottleneck?",
    "What evidence is there that it scales to millions of users?",
    "Why should I care about the p99 and not the median?",
    "How long did you watch production before you concluded that there were no errors?",
    "Did anybody else repeat the benchmark?",
    "What is WAL mode?",
    'What does "behind a queue" mean for someone who has never run one?',
    "When would you not choose this design?",
    "Which version of SQLite was this?",
    "What would a team lose by waiting a quarter?",
    "Was the Postgres index tuned before it was replaced?",
    "Are both numbers from the same traffic?",
    "Would the result hold if the dataset did not fit in memory?",
    "Could the drop be explained by a warm cache rather than by SQLite?",
    "How does one writer cope with a deploy?",
    "Where can a reader find the benchmark's code?",
    "What is the cost of this in engineering time?",
    "Has the team considered what happens when the laptop is the server?",
    "What is the baseline here?",
    'How is "no errors" defined, and who would have reported one?',
    "Do you have numbers for writes as well as reads?",
    "Why is one writer enough when traffic doubles?",
    "Can this be reproduced with public data?",
    "What do I get out of this as a reader who uses MySQL?",
    "How much of the improvement comes from removing the network hop?",
    "Did the benchmark include failures, retries and cold starts?",
    'Who is meant by "we" here, one team or the company?',
    "What changed for users, apart from the latency?",
    "How many tickets were in the test set?",
    "Were the tickets labelled by the people who wrote the answers?",
    "What does the base model score without any training?",
    "Did the sweep use the test set?",
    "Which ranks were tried besides 16?",
    "How was forgetting measured?",
    "Is the difference of thirteen points larger than the noise between seeds?",
    "What happens to latency when vLLM swaps an adapter for every request?",
    "Who checks the data that everyone on the team trains on?",
    "What is an adapter?",
    "What is rank in this context, and why does it matter?",
    "Does the price include the failed runs?",
    "Would the same hold for a model ten times as large?",
    "How do you know that customers are happier?",
    "Why is data quality more important than quantity here?",
    "What would have made you choose full fine-tuning?",
    "How old were the tickets, and does the score hold on newer ones?",
    "Have you seen an adapter make answers worse?",
    "What did the first failed attempt look like?",
    "Can two adapters be used in one request?",
    "How long did it take to prepare the data?",
    "Was the accuracy judged by people or by a model?",
    "Why did you stop at rank 16 if higher ranks were still improving?",
    "What does 84 points mean for the number of tickets a person still has to answer?",
    "Is this cheaper than prompting a larger model over a year?",
    "Where are the weights stored, and who can read them?",
    "Did you consider that tickets of one customer may appear in both sets?",
    "What is the decision that a manager is expected to take after reading this?",
    "Does the result depend on the seed?",
]
GHOST_WRITTEN = [
    "What about saying that p99 fell because reads no longer queue?",
    "Could this paragraph open with the number?",
    'Would "p99 dropped sixfold" be stronger?',
    "Is there a reason not to write that reads never block?",
    "Why not mention the dataset size?",
    "Should the sentence say reads never block?",
    "Have you considered writing that reads never block?",
    'Can you make this "reads never block writes in this mode"?',
    "Do you want to say that reads never block?",
    'What would you say to "reads never block"?',
    "Is it more accurate to say that reads never block writes in WAL mode?",
    "Would it be more precise to state that reads never block?",
    "Does it help to add that reads never block?",
    "Could the claim be softened to most of our users?",
    'Could "better than Redis" become "better than Redis for read-heavy loads"?',
    "Is the intended meaning that reads never block writes, so the tail shrinks?",
    'Did you mean "reads never block"?',
    "Do you mean that reads never block writes and the tail shrinks?",
    "Would you replace this with a table?",
    "Can we delete this sentence?",
    "Is a better title How SQLite Cut Our Tail Latency?",
    "What if you said reads never block?",
    'Which is clearer, this or "reads never block"?',
    "Would a sentence such as reads never block help here?",
    "How would it sound as reads never block?",
    "Why is the text not simply reads never block?",
    "Would adding the sentence reads never block make this clear?",
    "Could you include a line that reads never block?",
    'I doubt that this is as clear as "reads never block".',
    "I cannot tell whether this says more than reads never block writes in WAL mode.",
    "Unclear why it does not say that reads never block.",
    "I am not sure what this adds, reads never block would do.",
    "Unclear whether p99 fell, perhaps say tail latency.",
    "Might it help readers to hear that the score is an average of three seeds?",
    "Could one say accuracy rose by thirteen points, a fifth better than before?",
    'Is "roughly a fifth better" what the numbers show?',
    "Why leave out that rank 16 was the cheapest option?",
    "Would readers prefer Training Cost Us Less Than Lunch as a headline?",
    'Does the phrase "catastrophic forgetting" need a gloss, say losing old skills?',
    "How do you feel about opening with the price of three dollars?",
    "Can the last sentence go?",
    "Would a table of ranks and scores serve readers better?",
    "Is it worth noting the adapters are swapped in under a millisecond?",
    "Do readers need to know the adapters are swapped in under a millisecond?",
    "Will you tell readers that good labels beat many labels?",
    "Who would object to writing good labels beat many labels?",
    "What would be lost by saying good labels beat many labels?",
    "When do readers learn that good labels beat many labels?",
    "I do not see why this is not shortened to good labels win.",
    "Unclear what you gain over the plain statement that good labels win.",
    "Unclear why the heading is not Good Labels Win.",
]
LOST = [
    "Better than Redis in which respect?",
    'Does "everyone" include people who have never trained a model?',
    "Isn't this what every embedded database does?",
    "Which A100 was this, the one with more memory or the one with less?",
]
BOUNDED = [
    "Could the point be that good labels beat many labels?",
    "Is the takeaway good labels beat many labels?",
    "Does good labels beat many labels capture it?",
    "Are you saying good labels beat many labels?",
    "Do the numbers not say good labels beat many labels?",
    "I doubt that good labels beat many labels.",
    "I doubt whether anything beyond good labels beat many labels is needed here.",
]


def said(text: str) -> str | None:
    return refusal(text, "question" if text.endswith("?") else "doubt", SQLITE + LORA)


@pytest.mark.parametrize("text", ASKED)
def test_what_a_reader_asks_is_shown(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("text", GHOST_WRITTEN)
def test_what_a_ghost_writer_offers_is_not(text: str) -> None:
    assert said(text) is not None


@pytest.mark.parametrize("text", LOST)
def test_the_price_is_some_good_questions(text: str) -> None:
    assert said(text) is not None


@pytest.mark.parametrize("text", BOUNDED)
def test_a_statement_inside_a_question_is_bounded_and_not_ruled_out(text: str) -> None:
    assert said(text) is None and len(text.split()) <= 30


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Is Good Labels Win the point?", "Good Labels Win"),
        ("What do Mean Time Between Failures and SLOs say?", "Mean Time Between Failures"),
        ("What did Ada Lovelace think?", ""),
        ("Why NVMe?", ""),
        ("", ""),
    ],
)
def test_a_headline_is_three_large_words(text: str, found: str) -> None:
    assert headline(text) == found


def test_the_names_that_a_post_uses_are_no_headline() -> None:
    assert refusal("What does Mean Time Between Failures hide?", "question", "Mean Time Between Failures fell.") is None
    assert refusal("What does Mean Time Between Failures hide?", "question", "It fell.") is not None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("What is this, the cache keeps blocks warm for long?", True),
        ("What is this, and how long does the cache keep blocks warm?", False),
        ("What about retries, failures and cold starts?", True),
        ("Where are retries, failures and cold starts?", False),
        ("Where are they, say the reads?", True),
    ],
)
def test_a_statement_after_a_comma(text: str, is_one: bool) -> None:
    assert proposes(text) is is_one
