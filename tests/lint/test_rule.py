import pytest

from inkwright.lint import rule
from inkwright.lint.page import page_names, parse_page, read_page
from inkwright.model.errors import UsageError


def compiled_from_pages() -> object:
    return rule.compile_pages(read_page(name) for name in page_names())


def test_a_compiled_table_says_what_the_pages_say(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(rule, "TABLE", tmp_path / "rules.table")
    rule.write_table(rule.TABLE)
    assert rule._read_table() == compiled_from_pages()


def test_an_old_or_broken_table_is_not_used(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(rule, "TABLE", tmp_path / "rules.table")
    rule.write_table(rule.TABLE)
    monkeypatch.setattr(rule, "pages_stamp", lambda: [["weasel-word.md", 1]])
    assert rule._read_table() is None
    rule.TABLE.write_bytes(rule.TABLE.read_bytes()[:1000])
    assert rule._read_table() is None
    rule.TABLE.write_bytes(b"")
    assert rule._read_table() is None
    rule.TABLE.unlink()
    assert rule._read_table() is None


def test_names_of_other_tools_lead_to_the_rule() -> None:
    assert rule.find_rule("MD040").name == "missing-fence-language"
    assert rule.find_rule("fence-language").name == "missing-fence-language"
    assert rule.resolve("md040") == "missing-fence-language"
    assert rule.resolve("nothing-like-it") == ""


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean `weasel-word`"):
        rule.find_rule("wesel-word")
    with pytest.raises(UsageError, match="lists them all"):
        rule.find_rule("qqqqqq")


@pytest.mark.parametrize(
    ("head", "wrong"),
    [
        ("severity: bad\nstatus: stable\nfix: none", "severity must be one of"),
        ("severity: error\nstatus: on\nfix: none", "status must be one of"),
        ("severity: error\nstatus: stable\nfix: none\nno colon", "not a key"),
    ],
)
def test_a_page_written_wrongly_says_so(head: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parse_page(f"---\n{head}\n---\n## What\nx\n", "x", "clarity")


def test_examples_must_be_marked_where_they_are_flagged() -> None:
    page = "---\nseverity: error\nstatus: stable\nfix: none\n---\n## Flagged\n- no mark here\n"
    with pytest.raises(ValueError, match="wrong marks"):
        parse_page(page, "x", "clarity")
