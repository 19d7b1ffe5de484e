import json

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.rule import command
from inkwright.flows.rule import rule_page, rules
from inkwright.model.errors import UsageError
from inkwright.model.finding import CATEGORIES


def test_rules_are_listed_by_category_with_every_category_together() -> None:
    found = [line.category for line in rules()]
    assert found == sorted(found, key=CATEGORIES.index)
    assert {line.name for line in rules()} >= {"weasel-word", "broken-link", "python-syntax", "undefined-acronym"}


def test_a_page_is_found_by_the_name_of_another_tool() -> None:
    assert rule_page("MD045").name == "missing-image-alt"
    with pytest.raises(UsageError, match="Did you mean"):
        rule_page("missing-image-alts")


def test_the_command_shows_a_page_with_both_kinds_of_example() -> None:
    said = CliRunner().invoke(command, ["repeated-word"]).output
    for part in (
        "What",
        "Why",
        "Source",
        "Flagged",
        "Clean",
        "We read ⟦the the⟧ file.",
        "=> We read the file.",
        "--fix",
    ):
        assert part in said
    assert "inkwright: allow repeated-word" in said


def test_the_command_lists_and_speaks_json() -> None:
    listed = CliRunner().invoke(command, []).output
    assert all(f"  {line.name} " in listed for line in rules())
    said = json.loads(CliRunner().invoke(command, ["--format", "json"]).output)
    assert said["version"] == 1
    assert len(said["rules"]) == len(rules())
    one = json.loads(CliRunner().invoke(command, ["MD040", "--format", "json"]).output)
    assert [line["name"] for line in one["rules"]] == ["missing-fence-language"]
