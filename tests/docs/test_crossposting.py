"""The guide to what goes elsewhere names every option, platform and key there is."""

from pathlib import Path

import pytest

from inkwright.cli.commands import crosspost
from inkwright.platforms.writing.found import pasted_into, platform_of, takes_copies, written_for

GUIDE = (Path(__file__).parents[2] / "docs/guide/crossposting.md").read_text(encoding="utf-8")


def test_every_option_is_in_the_guide():
    for parameter in crosspost.command.params:
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert option in GUIDE, option


@pytest.mark.parametrize("target", [*written_for(), *pasted_into(), *takes_copies()])
def test_every_target_is_in_the_guide(target):
    assert f"`{target}`" in GUIDE or f"--to {target}" in GUIDE


@pytest.mark.parametrize("name", takes_copies())
def test_every_key_is_in_the_guide(name):
    platform = platform_of(name)
    for key, _ in platform.asks:
        assert f"`{key}`" in GUIDE
    assert "Not tried against the live service" in GUIDE
