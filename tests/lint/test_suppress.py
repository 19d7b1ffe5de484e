import pytest

from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text


def rules_of(text: str, path: str = "a.md") -> list[tuple[int, str]]:
    document = parse_text(text, path)
    return [(document.position(finding.span.start).line, finding.rule) for finding in check(document, Context())]


def test_a_comment_covers_the_block_that_follows_and_no_more() -> None:
    text = "<!-- inkwright: allow weasel-word -- quoted -->\n\nIt is very fast.\n\nIt is very slow.\n"
    assert rules_of(text) == [(5, "weasel-word")]


def test_it_covers_a_whole_list_or_table() -> None:
    text = "<!-- inkwright: allow weasel-word -->\n- It is very fast.\n- It is very slow.\n\nVery well.\n"
    assert rules_of(text) == [(5, "weasel-word")]


def test_allow_file_covers_everything_wherever_it_stands() -> None:
    text = "It is very fast.\n\nIt is very slow.\n\n<!-- inkwright: allow-file weasel-word -- a diary -->\n"
    assert rules_of(text) == []


def test_several_names_and_those_of_other_tools() -> None:
    text = "<!-- inkwright: allow weasel-word, MD034 -->\nIt is very fast: https://example.com/a\n"
    assert rules_of(text) == []


def test_the_reason_is_no_name() -> None:
    text = "<!-- inkwright: allow weasel-word -- very is what she said -->\nIt is very fast.\n"
    assert rules_of(text) == []


@pytest.mark.parametrize("verb", ["allow", "allow-file"])
def test_an_unknown_name_is_a_warning_where_it_stands(verb: str) -> None:
    document = parse_text(f"<!-- inkwright: {verb} wesel-word -->\nText.\n", "a.md")
    (finding,) = check(document, Context())
    assert (finding.rule, finding.severity) == ("unknown-rule", "warning")
    assert document.slice(finding.span) == "wesel-word"


def test_mdx_writes_it_in_braces() -> None:
    assert rules_of("{/* inkwright: allow weasel-word -- quoted */}\n\nIt is very fast.\n", "a.mdx") == []


def test_what_is_shown_as_code_is_no_comment() -> None:
    text = "```md\n<!-- inkwright: allow-file weasel-word -->\n```\n\nIt is very fast.\n"
    assert rules_of(text) == [(5, "weasel-word")]


def test_front_matter_findings_are_allowed_for_the_file() -> None:
    text = "---\ntitle: x\nslug: A b\n---\n<!-- inkwright: allow-file bad-slug -->\nText.\n"
    assert rules_of(text) == []
