"""Pages of networks."""

import pytest

from inkwright.model.errors import SettingsError, UsageError
from inkwright.promote.networks import names, network, parse_network

PAGE = """---
label: Pigeons
form: text
order: 99
counting: characters
limit: 40
parts: 1
sentences: 1-2
hint: What fits on a leg.
checked: 2026-11-21
sources: [own choice]
---

## Slots
- finding why: What is it?
- writer: Who waits for it?

## Tone
- Short.

## Rules

### coo
kind: wording
severity: warning
says: it coos
why: Pigeons know.
- coo coo
- coo … loudly
"""


def test_a_page_is_data() -> None:
    page = parse_network("pigeons", PAGE)
    assert (page.limit, page.parts, page.sentences, page.tone) == (40, (1, 1), (1, 2), ("Short.",))
    assert page.slots[0].roles == ("finding", "why") and not page.slots[0].asked
    assert page.slots[1].roles == () and page.slots[1].asked
    assert page.rules[0].phrases == ("coo coo", "coo … loudly")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("limit: 40", "limits: 40"),
        ("limit: 40", "limit: many"),
        ("- finding why:", "- finding whim:"),
        ("severity: warning", "severity: loud"),
        ("kind: wording", "sort: wording"),
        ("says: it coos\n", ""),
    ],
)
def test_a_page_that_is_misspelt_is_refused(before: str, after: str) -> None:
    with pytest.raises(SettingsError):
        parse_network("pigeons", PAGE.replace(before, after))


def test_networks_are_found_by_their_files() -> None:
    assert names()[:4] == ("linkedin", "x", "bluesky", "mastodon")
    assert "every" not in names()
    with pytest.raises(UsageError, match="there is no network `pigeons`"):
        network("pigeons")


def test_rules_of_all_are_rules_of_each() -> None:
    for name in names():
        assert {"blank", "announcement"} <= {rule.name for rule in network(name).rules}
