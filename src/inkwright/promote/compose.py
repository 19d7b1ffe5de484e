"""Which sentences of a post stand in a draft, and in what order. Nothing is written here: sentences are chosen, at most
cut where a clause ends, and what the post does not say is left to the writer."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.promotion import Network, Saying, Slot
from inkwright.model.regex import regex
from inkwright.promote.counting import length
from inkwright.promote.score import ENOUGH, Scored
from inkwright.promote.signs import CONTRARY, ORDERS, tells
from inkwright.promote.standing import quotable, stands_alone
from inkwright.similar.vectors import cosine

ALIKE, SAME_WORDS = 0.45, 0.75
"""Likeness from which two sentences say the same, by the words that they do not share with the title, and share of
words from which they do. **Source:** own choice, tried on posts."""
SAME_PART = 0.6
"""What a sentence loses when something was taken from its part of the post already. **Source:** own choice."""
LATER_ROLE, LATER_OPENING = 0.35, 1.0
"""What a sentence loses for each role of the slot that comes before its own, and in the opening, where a finding goes
before all else. **Source:** own choice."""
ORDERED = 1.2
"""What an opening loses that tells readers to do something. **Source:** own choice."""
PLAIN = 0.3
"""Score as a detail from which a sentence fills a place that would stay empty. **Source:** own choice, tried."""
NEARNESS = 0.7
"""How much the opening of a draft counts what makes any sentence worth quoting: readers must know what it is about."""
GAP = 2
"""Characters between two sentences at most: a blank line."""
SHORT = 80
"""Characters up to which a sentence takes the next one of its paragraph with it where there is room."""
_CLAUSE = regex(r";\s|\s[—–]\s|—")


class Filled(Struct, frozen=True):
    """A slot and the sentences that fill it, none where the writer is asked."""

    slot: Slot
    sayings: tuple[Saying, ...] = ()

    @property
    def text(self) -> str:
        """The sentences as they stand in a draft."""
        return " ".join(saying.text for saying in self.sayings)


class Picker:
    """Fills the slots of one network from the scored sentences of a post. `tail` ends the last message; `reserved` is
    what else stands in a draft of one message, as the network counts."""

    def __init__(self, network: Network, scored: Sequence[Scored], tail: str, reserved: int = 0) -> None:
        self._network = network
        self._scored = scored
        self._next = {(one.saying.passage, one.saying.order): one for one in scored}
        self._tail = tail
        self._used: list[Scored] = []
        self._spent = reserved + length(tail, network.counting)
        self._left = network.sentences[1] if network.form != "thread" else 0

    def fill(self) -> list[Filled]:
        """The slots in the order of the page, those beyond the least left out where nothing fills them; the middle ones
        in the order of the post."""
        slots, least = self._network.slots, self._least()
        found: list[Filled] = []
        for at, slot in enumerate(slots):
            chosen = self._choose(slot, at) if slot.roles else ()
            if at == 0 and not chosen and slot.roles:  # before others take what may open
                chosen = self._choose(slot, at, plain=True)
            found.append(Filled(slot, chosen))
        self._fill_plainly(found, least)
        kept = self._kept(found, least)
        middle = sorted(kept[1:-1], key=lambda one: one.sayings[0].span if one.sayings else (1 << 60, 0))
        return [*kept[:1], *middle, *kept[1:][-1:]]

    def _fill_plainly(self, found: list[Filled], least: int) -> None:
        """Give empty slots a plain sentence on the subject, as far as the draft is shorter than it may be."""
        for at, one in enumerate(found):
            if sum(bool(other.sayings) for other in found) < least and one.slot.roles and not one.sayings:
                found[at] = Filled(one.slot, () if one.slot.asked else self._choose(one.slot, at, plain=True))

    def _least(self) -> int:
        network = self._network
        return network.parts[0] if network.form == "thread" else network.sentences[0]

    def _kept(self, found: list[Filled], least: int) -> list[Filled]:
        """The filled slots and as many empty ones, the first of them, as make up the least."""
        full = sum(bool(one.sayings) for one in found)
        blanks = max(least - full, 0)
        kept = []
        for one in found:
            if one.sayings or one.slot.asked:
                kept.append(one)
            elif blanks:
                kept.append(one)
                blanks -= 1
        return kept

    def _choose(self, slot: Slot, at: int, plain: bool = False) -> tuple[Saying, ...]:
        last = at == len(self._network.slots) - 1
        if self._network.form != "thread" and not self._left:
            return ()
        room = self._room(last)
        best = max(self._able(slot, room, at == 0, plain), default=None, key=lambda found: found[0])
        taken = self._take(best[1], best[2], room) if best else ()
        self._spent += sum(length(saying.text, self._network.counting) + GAP for saying in taken)
        return taken

    def _able(self, slot: Slot, room: int, first: bool, plain: bool) -> Iterator[tuple[float, Scored, Saying]]:
        """The sentences that may fill a slot: worth, sentence, and its text as it fits."""
        for one in self._scored:
            worth = _plain_worth(one, first) if plain else _worth(one, slot, first)
            if worth is None or not one.saying.alone or self._known(one) or _unreal(one.saying.text):
                continue
            worth += NEARNESS * one.worth["detail"] if first else 0.0
            worth -= SAME_PART * any(one.saying.heading == other.saying.heading for other in self._used)
            fitted = self._fitted(one.saying, room)
            if fitted:
                yield worth, one, fitted

    def _known(self, one: Scored) -> bool:
        """Whether it was taken, stands in a paragraph that something was taken from, or says the same."""
        return any(
            other.saying.passage == one.saying.passage
            or cosine(other.vector, one.vector) > ALIKE
            or _same_words(other.saying.text, one.saying.text)
            for other in self._used
        )

    def _take(self, one: Scored, fitted: Saying, room: int) -> tuple[Saying, ...]:
        self._used.append(one)
        self._left -= 1
        after = self._next.get((one.saying.passage, one.saying.order + 1))
        if after is None or fitted is not one.saying or fitted.text.endswith("?") or self._network.form == "title":
            return (fitted,)
        both = f"{fitted.text} {after.saying.text}"
        wanted = not after.saying.alone or len(fitted.text) <= SHORT
        spare = self._network.form == "thread" or self._left > 1 + sum(slot.asked for slot in self._network.slots)
        if wanted and spare and after.worth["detail"] > 0 and length(both, self._network.counting) <= room:
            self._used.append(after)
            self._left -= 1
            return fitted, after.saying
        return (fitted,)

    def _room(self, last: bool) -> int:
        """How long the next sentences may be."""
        network = self._network
        if not network.limit:
            return 1 << 30
        if network.form == "thread":
            return network.limit - (length(self._tail, network.counting) if last else 0)
        return network.limit - self._spent

    def _fitted(self, saying: Saying, room: int) -> Saying | None:
        """The sentence, or its first clauses where only these fit and stand alone; None where nothing does."""
        counting = self._network.counting
        if length(saying.text, counting) <= room:
            return saying
        for mark in reversed(list(_CLAUSE.finditer(saying.text))):
            head = saying.text[: mark.start()].rstrip() + "."
            if length(head, counting) <= room and quotable(head) and stands_alone(head):
                return replace(saying, text=head)
        return None


def _unreal(text: str) -> bool:
    """Whether a sentence tells what would be, which misleads without what is; a question may."""
    return bool(CONTRARY.search(text)) and not text.endswith("?")


def _same_words(one: str, other: str) -> bool:
    """Whether two sentences share most of their words, those of the title and the description among them."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) > SAME_WORDS * min(len(words), len(others))


def _worth(one: Scored, slot: Slot, first: bool) -> float | None:
    """What a sentence is worth in a slot, by the role that it fills best; None where it fills none."""
    step = LATER_OPENING if first else LATER_ROLE
    roles = [(rank, role) for rank, role in enumerate(slot.roles) if one.worth[role] >= ENOUGH[role]]
    order = ORDERED * (first and bool(ORDERS.match(one.saying.text)))
    return max((one.worth[role] - ENOUGH[role] - step * rank - order for rank, role in roles), default=None)


def _plain_worth(one: Scored, first: bool) -> float | None:
    """What a sentence is worth where only a plain one is left; one that opens must still tell something."""
    worth = one.worth["detail"]
    return worth if worth >= PLAIN and not (first and not tells(one.saying.text)) else None
