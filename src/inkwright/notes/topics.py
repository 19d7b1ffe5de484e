"""Notes and ideas put into article topics, each with a label and the terms in common; what was decided by hand stays.

What a text says stands beside which subjects it is about (`notes/subjects.py`): long notes are told apart by their
words, and short ones, which share few, by their subjects.

A topic by hand keeps the notes named in it. Other notes of a group join it where at least half of the group is its own,
so that a renamed topic grows and a single note moved elsewhere takes nothing with it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from msgspec import Struct, field
from msgspec.structs import replace

from inkwright.model.topic import HandTopic, Member, Topic
from inkwright.notes.related import Parts
from inkwright.notes.subjects import leading
from inkwright.notes.topic_kind import kind_of
from inkwright.notes.topic_signs import Sign
from inkwright.similar.cluster import neighbours, strongest
from inkwright.similar.sweep import grouped
from inkwright.similar.vectors import Vector, rarity, vector

TITLE = 2.5
CODE = 0.2
POINTERS = 0.05
"""What the words of a title, of code, and what a text points to count, the words of the prose being 1."""
DAMPED = 0.3
"""Power of a word's rarity: a topic is made of words that many of its notes share, not of the rarest ones."""
SUBJECTS = 0.6
"""What the subjects of a text count together, those less that many texts are about. **Source:** all chosen on piles of
other seeds than those measured by `scripts/topic_figures.py`, see `docs/decisions/0035-topics.md`."""
LED = 0.6
"""Share of a topic's notes that one subject must lead for the topic to be called after it."""
_MANY = 500
"""Texts above which only the strongest words of each group them, since all words take too long."""
_TERMS = 6
_LABEL = 2


class Text(Struct, frozen=True):
    """A note or an idea to group: what it is, its parts, each stem with the word as it stands there, how much it is
    about each subject (`subjects_of`), and which kinds of post it asks for (`signs`)."""

    member: Member
    parts: Parts
    words: Mapping[str, str]
    subjects: Mapping[str, float] = field(default_factory=dict)
    signs: Mapping[str, Sign] = field(default_factory=dict)


def vectors_of(texts: Sequence[Text]) -> list[dict[str, float]]:
    """Each text as one vector of its prose, title, code, what it points to and its subjects; empty where it shares
    nothing. Subjects begin with `@`, what is pointed to with `>`."""
    held = Counter(word for one in texts for word in {*one.parts.whole, *one.parts.title})
    pointed = Counter(place for one in texts for place in one.parts.pointers)
    about = Counter(subject for one in texts for subject in one.subjects)
    word, pointer = _weight(held, len(texts)), _weight(pointed, len(texts))
    rare = {subject: rarity(len(texts), count) ** DAMPED for subject, count in about.items()}
    return [_mixed(one.parts, word, pointer, _led(one.subjects, rare)) for one in texts]


def _weight(held: Mapping[str, int], total: int) -> Callable[[str], float]:
    weights = {word: rarity(total, count) ** DAMPED for word, count in held.items() if count > 1}
    return lambda word: weights.get(word, 0.0)


def _led(subjects: Mapping[str, float], rare: Mapping[str, float]) -> dict[str, float]:
    """The subjects of a text, as strong in all as before, those ahead that fewer texts are about."""
    strength = sqrt(sum(value * value for value in subjects.values()))
    weighed = _at_length_one({subject: value * rare[subject] for subject, value in subjects.items()})
    return {subject: strength * value for subject, value in weighed.items()}


def _mixed(
    parts: Parts, word: Callable[[str], float], pointer: Callable[[str], float], subjects: Mapping[str, float]
) -> dict[str, float]:
    mixed: dict[str, float] = defaultdict(float)
    for counts, share in ((parts.prose, 1.0), (parts.title, TITLE), (parts.code, CODE)):
        for stem, value in vector(counts, word).items():
            mixed[stem] += share * value
    for place, value in vector(parts.pointers, pointer).items():
        mixed[f">{place}"] += POINTERS * value
    said = _at_length_one(mixed)
    return _at_length_one({**said, **{f"@{subject}": SUBJECTS * value for subject, value in subjects.items()}})


def _at_length_one(weighted: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in weighted.values()))
    return {word: value / length for word, value in weighted.items()}


def group(texts: Sequence[Text], by_hand: Sequence[HandTopic] = (), target: str = "") -> list[Topic]:
    """The topics of some texts, the largest first; those by hand first of all, also where no note of theirs is left.

    `target` is a type of employer whose kinds of post count more. Raises UsageError for an unknown one.
    """
    vectors = vectors_of(texts)
    strong = [strongest(one) for one in vectors] if len(vectors) > _MANY else vectors
    groups = grouped(strong, neighbours(strong))
    hands, rest = _decided(texts, groups, by_hand)
    common = _Common(texts, vectors, target)
    said = {one.name: one for one in by_hand}
    made = [_topic(common, hand, said[name]) for name, hand in hands.items()]
    found = [_topic(common, group) for group in rest if len(group) > 1]
    return [
        *made,
        *sorted(
            _told_apart(found, {one.label for one in made}), key=lambda one: (-len(one.members), one.label.lower())
        ),
    ]


def _decided(
    texts: Sequence[Text], groups: Sequence[Sequence[int]], by_hand: Sequence[HandTopic]
) -> tuple[dict[str, list[int]], list[list[int]]]:
    """The numbers of each topic by hand, and the groups of what is left."""
    said = {key: hand.name for hand in by_hand for key in hand.notes}
    pinned = {no: said[one.member.key] for no, one in enumerate(texts) if one.member.key in said}
    hands: dict[str, list[int]] = {hand.name: [] for hand in by_hand}
    for no, name in pinned.items():
        hands[name].append(no)
    rest = []
    for group in groups:
        owners = Counter(pinned[no] for no in group if no in pinned)
        free = [no for no in group if no not in pinned]
        name, count = owners.most_common(1)[0] if owners else ("", 0)
        if name and 2 * count >= len(group):
            hands[name] += free
        else:
            rest.append(free)
    return hands, rest


class _Common:
    """What texts have in common, said in the words that they use."""

    def __init__(self, texts: Sequence[Text], vectors: Sequence[Vector], target: str) -> None:
        self.texts, self.vectors, self.target = texts, vectors, target
        self.held = Counter(word for one in vectors for word in one)

    def terms(self, group: Sequence[int]) -> list[str]:
        """The terms that at least two of a group hold, those first that most of its notes share and others do not."""
        inside = Counter(word for no in group for word in self.vectors[no])
        weight: dict[str, float] = defaultdict(float)
        for no in group:
            for word, value in self.vectors[no].items():
                if inside[word] > 1 and word[0] not in ">@":
                    weight[word] += value * inside[word] ** 2 / self.held[word]
        best = sorted(weight, key=lambda word: (-weight[word], word))[:_TERMS]
        return [self._said(word, group) for word in best]

    def _said(self, stem: str, group: Sequence[int]) -> str:
        """A stem as most of a group write it."""
        written = Counter(self.texts[no].words[stem] for no in group if stem in self.texts[no].words)
        return min(written, key=lambda word: (-written[word], len(word), word)) if written else stem


def _topic(common: _Common, group: Sequence[int], hand: HandTopic | None = None) -> Topic:
    ordered = sorted(group, key=lambda no: common.texts[no].member.key)
    members = tuple(common.texts[no].member for no in ordered)
    terms = tuple(common.terms(ordered))
    subject = leading([common.texts[no].subjects for no in ordered], LED)
    label = hand.name if hand else subject or " ".join(terms[:_LABEL]) or members[0].title
    kind = kind_of(members, [common.texts[no].signs for no in ordered], common.target)
    made = Topic(label, members, terms, bool(hand), kind.post, kind.why, kind.role)
    return replace(made, pillar=hand.pillar, interest=hand.interest, project=hand.project) if hand else made


def _told_apart(found: Sequence[Topic], taken: set[str]) -> list[Topic]:
    """The topics, each with a label of its own: where an earlier one has it, its first terms are added, or a number."""
    kept = []
    for one in sorted(found, key=lambda topic: -len(topic.members)):
        said = (term for term in one.shared if term not in one.label.lower().split())
        label = one.label if one.label not in taken else f"{one.label}: {' '.join(list(said)[:_LABEL])}".rstrip(": ")
        plain, number = label, 2
        while label in taken:
            label, number = f"{plain} {number}", number + 1
        taken.add(label)
        kept.append(replace(one, label=label))
    return kept
