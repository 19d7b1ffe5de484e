import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.people import NOW, hashed, reader

from inkwright.ledger.open import Ledger
from inkwright.ledger.subscribers import (
    count_tags,
    counts,
    everyone,
    find,
    find_id,
    hash_of_id,
    join_tags,
    put_in,
    set_name,
    split_tags,
    standings,
)
from inkwright.ledger.suppression import suppress
from inkwright.model.subscriber import NewSubscriber

TAG = st.text(st.characters(exclude_characters=",", exclude_categories=("Cs", "Cc")), min_size=1, max_size=10)


def test_a_reader_is_found_as_put_in(ledger: Ledger):
    with ledger.write() as connection:
        id_ = reader(connection, "Ada@example.com", ("gpu", "llm"), name="Ada Łovelace 🖋")
        found = find(connection, "ada@example.com")
        assert found == find_id(connection, id_)
        assert hash_of_id(connection, id_) == hashed(connection, "ada@example.com")
        assert find(connection, "Ada@example.com") is None
        assert find_id(connection, id_ + 1) is None and hash_of_id(connection, id_ + 1) is None
    assert found is not None
    assert (found.email, found.name, found.status) == ("Ada@example.com", "Ada Łovelace 🖋", "active")
    assert (found.created, found.confirmed, found.tags) == (NOW, NOW, ("gpu", "llm"))
    assert len(found.token_salt) == 16 and "token_salt" not in repr(found)


def test_many_at_once_are_put_in_and_asked_for(ledger: Ledger):
    with ledger.write() as connection:
        new = [
            NewSubscriber(f"r{n}@example.com", f"r{n}@example.com", n.to_bytes(32, "big"), "pending", NOW)
            for n in range(500)
        ]
        ids = put_in(connection, new)
        assert len(set(ids.values())) == 500 and put_in(connection, []) == {}
        known = standings(connection, [one.email_norm for one in new])
        assert {norm: one.id for norm, one in known.items()} == ids
        salts = {one.token_salt for one, _ in everyone(connection)}
        assert len(salts) == 500
        assert standings(connection, ["nobody@example.com"]) == standings(connection, []) == {}


def test_narrowed_and_counted(ledger: Ledger):
    with ledger.write() as connection:
        reader(connection, "a@example.com", ("gpu",))
        reader(connection, "b@example.com", ("gpu-old",))
        reader(connection, "c@example.com", ("gpu", "llm"), active=False)
        suppress(connection, hashed(connection, "a@example.com"), "hard-bounce", NOW)
        assert [(one.email, why) for one, why in everyone(connection)] == [
            ("a@example.com", "hard-bounce"), ("b@example.com", None), ("c@example.com", None),
        ]  # fmt: skip
        assert [one.email for one, _ in everyone(connection, tag="gpu")] == ["a@example.com", "c@example.com"]
        assert [one.email for one, _ in everyone(connection, "active", "gpu")] == ["a@example.com"]
        assert counts(connection) == {"active": 2, "pending": 1, "unsubscribed": 0}
        assert count_tags(connection) == {"gpu": 1, "gpu-old": 1}


def test_signs_of_the_search_mean_themselves_in_a_tag(ledger: Ledger):
    with ledger.write() as connection:
        reader(connection, "a@example.com", ("a_b", "100%"))
        reader(connection, "b@example.com", ("axb", "1000"))
        assert [one.email for one, _ in everyone(connection, tag="a_b")] == ["a@example.com"]
        assert [one.email for one, _ in everyone(connection, tag="100%")] == ["a@example.com"]
        assert [one.email for one, _ in everyone(connection, tag="%")] == []


def test_a_new_name(ledger: Ledger):
    with ledger.write() as connection:
        id_ = reader(connection, "a@example.com")
        set_name(connection, id_, "Robert'); DROP TABLE subscriber;--")
        found = find_id(connection, id_)
    assert found is not None and found.name == "Robert'); DROP TABLE subscriber;--"


@given(st.sets(TAG))
def test_tags_come_back(tags: set[str]):
    assert split_tags(join_tags(tags)) == tuple(sorted(tags))


@pytest.mark.parametrize("tag", ["a,b", ""])
def test_what_is_no_tag(tag: str):
    with pytest.raises(ValueError, match="comma"):
        join_tags([tag])
