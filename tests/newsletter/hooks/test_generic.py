import json

import pytest

from inkwright.newsletter.hooks.generic import read_events
from inkwright.newsletter.hooks.hook import HookError


def test_one_event_and_a_list() -> None:
    one = {"id": "1", "kind": "hard", "email": "a@b.org", "reason": "550\nno"}
    (event,) = read_events(json.dumps(one).encode())
    assert (event.kind, event.address, event.tokens, event.said) == ("hard", "a@b.org", (), "550 no")
    two = read_events(json.dumps([one, {"id": 2, "kind": "complaint", "token": "abc"}]).encode())
    assert [(event.event_id, event.tokens) for event in two] == [("1", ()), ("2", ("abc",))]
    assert read_events(b"[]") == []


@pytest.mark.parametrize(
    "body",
    [b"", b"1", b'{"id": "1", "kind": "odd", "email": "a@b"}', b'{"kind": "hard", "email": "a@b"}',
     b'{"id": "1", "kind": "hard"}', b'[{"id": "1", "kind": "hard", "email": "a@b"}, 5]'],
)  # fmt: skip
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(HookError):
        read_events(body)
