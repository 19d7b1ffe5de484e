"""The guide to promoting names every option, network and item there is."""

from pathlib import Path

import pytest

from inkwright.cli.commands import promote
from inkwright.promote.networks import names

GUIDE = (Path(__file__).parents[2] / "docs/guide/promoting.md").read_text(encoding="utf-8")


def test_every_option_is_in_the_guide() -> None:
    for parameter in promote.command.params:
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert option in GUIDE, option


@pytest.mark.parametrize("name", names())
def test_every_network_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE


def test_what_done_is_typed_for_is_in_the_guide() -> None:
    for action in promote.ACTIONS:
        assert f"promote kv-cache {action} " in GUIDE
