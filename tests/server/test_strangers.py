"""What somebody learns who asks for addresses that are not theirs: nothing, from no answer and from no work done."""

import re

import pytest
from sqlalchemy import event

from inkwright.flows.newsletter_server_sign_up import sign_up
from inkwright.ledger.keys import address_hash, address_key, signing_keys
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppress
from inkwright.newsletter.forms import form_token
from inkwright.newsletter.tokens import make_token

STATES = ("unknown", "pending", "active", "unsubscribed", "suppressed")


def address(state):
    return f"{state}@example.org"


def prepare(served):
    """A reader in each state."""
    for number, state in enumerate(STATES[1:]):
        served.sign_up(address(state), network=f"203.0.{number}.1")
        served.turn()
        if state in ("active", "unsubscribed"):
            served.client.post(served.link(address(state)))
    with served.office.ledger.write(durable=True) as connection:
        key = signing_keys(connection, served.now())[0].value
        reader = find(connection, address("unsubscribed"))
        hashed = address_hash(address_key(connection, served.now()), address("suppressed"))
        suppress(connection, hashed, "complaint", served.now())
    served.client.post(f"/unsubscribe/{make_token(key, 'unsubscribe', 1, reader.id, reader.token_salt)}")
    served.later(days=3)


def test_the_same_answer_for_every_address(database, serve):
    served = serve()
    prepare(served)
    answers = {}
    for number, state in enumerate(STATES):
        answer = served.sign_up(address(state), network=f"198.51.{number}.1")
        headers = {name: value for name, value in answer.headers.items() if name != "date"}
        answers[state] = answer.status_code, answer.text, headers
    assert len({str(answer) for answer in answers.values()}) == 1
    assert not any(state in answers["unknown"][1] for state in STATES)


def test_the_same_work_for_every_address(database, serve):
    """Each statement that the ledger runs for an answer is the same, whoever the address belongs to."""
    served = serve()
    prepare(served)
    done = {}
    for number, state in enumerate(STATES):
        statements = []
        note = lambda *given, kept=statements: kept.append(given[2])  # noqa: E731
        event.listen(served.office.ledger.engine, "before_cursor_execute", note)
        with served.office.ledger.write() as connection:
            form = form_token(signing_keys(connection, served.now())[0].value, served.now())
        statements.clear()
        served.later(seconds=5)
        fields = {"email": address(state), "form": form}
        assert sign_up(served.office, fields, f"198.51.{number}.1", served.now(), 0.0) is None
        event.remove(served.office.ledger.engine, "before_cursor_execute", note)
        done[state] = tuple(statements)
    assert len(set(done.values())) == 1
    assert any("INSERT INTO outbox" in statement for statement in done["unknown"])
    assert not any("subscriber" in re.sub(r"outbox\.sub\b", "", statement) for statement in done["unknown"])


def test_json_says_the_same_too(served):
    prepare(served)
    said = set()
    for number, state in enumerate(STATES):
        form = served.client.get("/subscribe.json").json()["form"]
        served.later(seconds=3)
        answer = served.client.post(
            "/subscribe.json", json={"email": address(state), "form": form},
            headers={"x-forwarded-for": f"198.51.{number}.1"},
        )  # fmt: skip
        said.add((answer.status_code, answer.text))
    assert len(said) == 1


def test_who_is_a_reader_already_gets_no_mail(served):
    prepare(served)
    before = len(served.mails())
    for state in STATES:
        served.sign_up(address(state), network=f"198.51.{STATES.index(state)}.1")
    served.turn()
    assert sorted(mail["to"] for mail in served.mails()[before:]) == [
        address("pending"), address("unknown"), address("unsubscribed"),
    ]  # fmt: skip


@pytest.mark.parametrize("page", ["confirm", "unsubscribe", "preferences"])
def test_a_token_of_nobody_and_a_wrong_one_look_alike(served, page):
    prepare(served)
    with served.office.ledger.read() as connection:
        key = signing_keys(connection, served.now())[0].value
        reader = find(connection, address("active"))
    tokens = [
        make_token(key, page, 1, reader.id, b"x" * 16),  # another reader's salt
        make_token(b"o" * 32, page, 1, reader.id, reader.token_salt),  # another key
        make_token(key, page, 1, 999_999, reader.token_salt),  # nobody
        "a" * 36, "x", "%00", "../../etc/passwd", "A" * 9000,
    ]  # fmt: skip
    for method in ("GET", "POST"):
        answers = [served.client.request(method, f"/{page}/{token}") for token in tokens[:-3]]
        assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
        for token in tokens[-3:]:
            assert served.client.request(method, f"/{page}/{token}").status_code == 404
