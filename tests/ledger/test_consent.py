"""Consent: each step, and a machine that takes them in any order."""

import contextlib
import os

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from tests.ledger.people import NOW, hashed, later, reader

from inkwright.ledger.audience import may_be_mailed
from inkwright.ledger.consent import (
    ask,
    choose_lists,
    confirm,
    declare,
    declare_imported,
    history,
    unsubscribe,
)
from inkwright.ledger.erase import erase
from inkwright.ledger.intake import take_in
from inkwright.ledger.open import Ledger
from inkwright.ledger.subscribers import find, find_id
from inkwright.ledger.suppression import lift, suppress
from inkwright.ledger.tables import subscriber
from inkwright.model.subscriber import Address, ConsentEvent, Person

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))
ADA = Address("Ada@example.com", "ada@example.com")


def status(connection, id_: int) -> str:
    found = find_id(connection, id_)
    return found.status if found else "gone"


def test_the_way_of_a_reader(ledger: Ledger):
    with ledger.write(durable=True) as connection:
        asked = ask(connection, ADA, hashed(connection, ADA.norm), NOW, source="form", form_version="3")
        assert asked.state == "pending" and asked.subscriber is not None
        id_ = asked.subscriber
        assert confirm(connection, id_, later(1), "mail", "3") and not confirm(connection, id_, later(2))
        assert ask(connection, ADA, hashed(connection, ADA.norm), later(2)).state == "active"
        assert unsubscribe(connection, id_, later(3), "one-click") and not unsubscribe(connection, id_, later(4))
        assert not confirm(connection, id_, later(5)), "an old link brings nobody back"
        assert ask(connection, ADA, hashed(connection, ADA.norm), later(6)).state == "pending"
        assert confirm(connection, id_, later(7))
        found = find_id(connection, id_)
        said = history(connection, id_)
    assert found is not None and (found.status, found.confirmed) == ("active", later(7))
    assert [one.kind for one in said] == ["asked", "confirmed", "unsubscribed", "asked", "confirmed"]
    assert said[0] == ConsentEvent("asked", NOW, "form", "3") and said[2].source == "one-click"


def test_who_is_suppressed_can_neither_ask_nor_agree(ledger: Ledger):
    with ledger.write() as connection:
        id_ = reader(connection, "ada@example.com", active=False)
        suppress(connection, hashed(connection, ADA.norm), "hard-bounce", NOW)
        assert not confirm(connection, id_, NOW) and not declare(connection, id_, NOW, "said so")
        assert ask(connection, ADA, hashed(connection, ADA.norm), NOW).state == "suppressed"
        other = Address("b@example.com", "b@example.com")
        suppress(connection, hashed(connection, other.norm), "owner", NOW)
        assert ask(connection, other, hashed(connection, other.norm), NOW).subscriber is None
        assert find(connection, other.norm) is None
        assert status(connection, id_) == "pending"


def test_nobody_there_can_do_nothing(ledger: Ledger):
    with ledger.write() as connection:
        assert not confirm(connection, 7, NOW) and not unsubscribe(connection, 7, NOW)
        assert not declare(connection, 7, NOW, "x") and not choose_lists(connection, 7, ["a"], ["a"], NOW)
        assert history(connection, 7) == ()


def test_choosing_lists_leaves_other_tags(ledger: Ledger):
    with ledger.write() as connection:
        id_ = reader(connection, "ada@example.com", ("gpu", "vip"))
        assert choose_lists(connection, id_, ["llm", "unknown"], ["gpu", "llm"], NOW, "preferences")
        assert not choose_lists(connection, id_, ["llm"], ["gpu", "llm"], NOW)
        found = find_id(connection, id_)
        assert found is not None and found.tags == ("llm", "vip")
        assert [one.kind for one in history(connection, id_)] == ["asked", "confirmed", "lists"]


def test_the_owner_vouches_for_who_came_with_a_list_and_for_nobody_else(ledger: Ledger):
    with ledger.write() as connection:
        people = [Person(n, f"{who}@example.com", f"{who}@example.com") for n, who in enumerate(("in", "left", "bad"))]
        take_in(connection, people, NOW, source="list")
        asked = reader(connection, "asked@example.com", active=False)
        by_name = {who: find(connection, f"{who}@example.com").id for who in ("in", "left", "bad")}
        unsubscribe(connection, by_name["left"], NOW)
        suppress(connection, hashed(connection, "bad@example.com"), "complaint", NOW)
        assert declare_imported(connection, NOW, "double opt-in there") == 1
        assert declare_imported(connection, NOW, "double opt-in there") == 0
        assert status(connection, by_name["in"]) == "active" and status(connection, asked) == "pending"
        assert status(connection, by_name["left"]) == "unsubscribed" and status(connection, by_name["bad"]) == "pending"
        assert history(connection, by_name["in"])[-1] == ConsentEvent("declared", NOW, "double opt-in there")


WHO = st.sampled_from(["a@example.com", "b@example.com", "c@example.com"])
SAID = st.sampled_from(["subscribed", "pending", "unsubscribed"])
STOPPED = st.sampled_from([None, None, "hard-bounce", "complaint", "soft-bounces"])


class Consent(RuleBasedStateMachine):
    """A small model beside the ledger: after anything that may happen, both say the same of who may be mailed."""

    ledger: Ledger

    @initialize()
    def empty(self) -> None:
        with self.ledger.write() as connection:
            for table in reversed(subscriber.metadata.sorted_tables):
                if table.name != "consent_event":
                    connection.execute(table.delete())
        self.status: dict[str, str] = {}
        self.stopped: dict[str, str] = {}
        self.brought: set[str] = set()
        """Who is active by the list alone."""

    @contextlib.contextmanager
    def on(self, who: str):
        with self.ledger.write() as connection:
            found = find(connection, who)
            yield connection, found.id if found else -1

    @rule(who=WHO)
    def asks(self, who: str) -> None:
        with self.on(who) as (connection, _):
            done = ask(connection, Address(who, who), hashed(connection, who), NOW)
        if who in self.stopped:
            assert done.state == "suppressed"
        elif self.status.get(who) != "active":
            self.status[who] = "pending"

    @rule(who=WHO)
    def confirms(self, who: str) -> None:
        with self.on(who) as (connection, id_):
            done = confirm(connection, id_, NOW)
        assert done == (self.status.get(who) == "pending" and who not in self.stopped)
        if done:
            self.status[who] = "active"

    @rule(who=WHO)
    def leaves(self, who: str) -> None:
        with self.on(who) as (connection, id_):
            done = unsubscribe(connection, id_, NOW)
        assert done == (self.status.get(who) in ("active", "pending"))
        if done:
            self.status[who] = "unsubscribed"
            self.brought.discard(who)

    @rule(who=WHO, reason=st.sampled_from(["hard-bounce", "complaint", "owner"]))
    def is_stopped(self, who: str, reason: str) -> None:
        with self.on(who) as (connection, _):
            suppress(connection, hashed(connection, who), reason, NOW)
        if self.stopped.get(who) != "complaint":
            self.stopped[who] = "complaint" if reason == "complaint" else "other"

    @rule(who=WHO)
    def is_lifted(self, who: str) -> None:
        with self.on(who) as (connection, _):
            lift(connection, hashed(connection, who))
        if self.stopped.get(who) != "complaint":
            self.stopped.pop(who, None)

    @rule(who=WHO)
    def is_erased(self, who: str) -> None:
        with self.on(who) as (connection, _):
            erase(connection, who, hashed(connection, who), NOW)
        self.status.pop(who, None)
        self.brought.discard(who)
        self.stopped.setdefault(who, "other")

    @rule(people=st.lists(st.tuples(WHO, SAID, STOPPED), max_size=6), vouched=st.sampled_from(["", "they said so"]))
    def a_list_comes(self, people: list, vouched: str) -> None:
        before = self.mailable()
        rows = [Person(n, who, who, "", said, stopped) for n, (who, said, stopped) in enumerate(people, 1)]
        with self.ledger.write() as connection:
            done = take_in(connection, rows, NOW, source="list", vouched=vouched)
            again = take_in(connection, rows, NOW, source="list", vouched=vouched)
        assert done.total == len(people) == again.total
        assert again.same + again.barred == again.total, "the second time changes nothing"
        worst: dict[str, str] = {}
        stops: dict[str, str] = {}
        order = ["subscribed", "pending", "unsubscribed"]
        for who, said, stopped in people:
            worst[who] = max(worst.get(who, "subscribed"), said, key=order.index)
            if stopped and stops.get(who) != "complaint":
                stops[who] = "complaint" if stopped == "complaint" else "other"
        for who, said in worst.items():
            if who in self.status:
                if said == "unsubscribed" or (said == "pending" and who in self.brought):
                    self.status[who] = said
                    self.brought.discard(who)
            elif who not in self.stopped:
                self.status[who] = (
                    "active" if said == "subscribed" and vouched else "pending" if said != "unsubscribed" else said
                )
                self.brought |= {who} if self.status[who] == "active" else set()
        known_before = before | {who for who in self.status if who not in worst}
        for who, reason in stops.items():
            if self.stopped.get(who) != "complaint":
                self.stopped[who] = reason
        risen = self.mailable() - known_before
        assert all(worst[who] == "subscribed" and vouched for who in risen)

    def mailable(self) -> set[str]:
        with self.ledger.read() as connection:
            return set(connection.execute(select(subscriber.c.email_norm).where(may_be_mailed())).scalars())

    @invariant()
    def both_say_the_same(self) -> None:
        if not hasattr(self, "status"):
            return
        with self.ledger.read() as connection:
            found = dict(connection.execute(select(subscriber.c.email_norm, subscriber.c.status)).all())
        assert found == self.status
        assert self.mailable() == {
            who for who, one in self.status.items() if one == "active" and who not in self.stopped
        }


def test_in_any_order(ledger: Ledger):
    here = type("Here", (Consent,), {"ledger": ledger})
    examples = TORTURE or (40 if ledger.dialect == "sqlite" else 15)
    run_state_machine_as_test(here, settings=settings(max_examples=examples, stateful_step_count=30, deadline=None))


@pytest.mark.parametrize("durable", [False, True])
def test_a_change_that_fails_later_is_not_recorded(ledger: Ledger, durable: bool):
    with ledger.write() as connection:
        id_ = reader(connection, "ada@example.com", active=False)
    with pytest.raises(RuntimeError), ledger.write(durable) as connection:
        confirm(connection, id_, NOW)
        raise RuntimeError
    with ledger.read() as connection:
        assert status(connection, id_) == "pending" and len(history(connection, id_)) == 1
