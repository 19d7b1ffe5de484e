"""BibTeX: what Patashnik's grammar allows is read, what is broken is named, and nothing else is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.bibtex import parse_bibtex

VALUES = {
    "braces": ("{A {B} c}", "A {B} c"),
    "quotes": ('"A {"}B{"} c"', 'A {"}B{"} c'),
    "number": ("2017", "2017"),
    "month": ("mar", "March"),
    "joined": ('"1~" # jan # { 2017}', "1~January 2017"),
    "abbreviation": ("NIPS", "Neural Information"),
    "unknown abbreviation": ("elsewhere", "elsewhere"),
    "several lines": ("{a\n  b}", "a\n  b"),
    "a backslash does not save a brace": ("{a\\{b}}", "a\\{b}"),
    "empty": ("{}", ""),
}


@pytest.mark.parametrize("name", VALUES)
def test_values(name: str) -> None:
    written, wanted = VALUES[name]
    (entry,), broken = parse_bibtex(
        '@string{nips = "Neural Information"}\n@Article{k:1+x,\n  Note = ' + written + ",\n}\n"
    )
    assert (entry.kind, entry.key, dict(entry.fields), entry.line) == ("article", "k:1+x", {"note": wanted}, 2)
    assert not broken


def test_entries_in_parentheses_comments_and_preambles() -> None:
    text = (
        'Words @ here, a@b.c\n@comment{ @misc{x} }\n@preamble{"\\newcommand"}\n@misc(a, year=1)\n% @misc{b, year=2}\n'
    )
    entries, broken = parse_bibtex(text)
    assert [(entry.key, entry.line) for entry in entries] == [("a", 4), ("b", 5)]
    assert not broken


BROKEN = {
    "an open brace": ("@misc{a, title={x", "a brace is not closed"),
    "an open quotation mark": ('@misc{a, title="x', "a quotation mark is not closed"),
    "no key": ("@misc{, title={x}}", "this `@misc` has no key"),
    "no value": ("@misc{a, title=}", "a value is missing"),
    "no equals sign": ("@misc{a, title {x}}", "`name = value` was expected at `title {x}}`"),
    "never closed": ("@misc{a, title={x},", "this entry is not closed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named_and_the_next_entry_read(name: str) -> None:
    written, wanted = BROKEN[name]
    entries, broken = parse_bibtex(f"\n{written}\n@misc{{b, year=2}}\n")
    assert [(one.line, one.message) for one in broken] == [(2, wanted)]
    assert [(entry.key, entry.line) for entry in entries] == [("b", 3)]


def test_of_two_fields_of_one_name_the_first_counts_and_of_two_entries_both_are_given() -> None:
    entries, _ = parse_bibtex("@misc{a, year=1, YEAR=2}@misc{a}")
    assert [(entry.key, dict(entry.fields)) for entry in entries] == [("a", {"year": "1"}), ("a", {})]


PLAIN = st.text(st.characters(blacklist_characters='{}\\"@%#,=', blacklist_categories=("Cs",)), max_size=30)


def braced(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(inner, inner.map(lambda text: "{" + text + "}")), max_size=4).map("".join)


BALANCED = st.recursive(PLAIN, braced, max_leaves=6)
NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)


@given(st.dictionaries(NAMES, BALANCED, max_size=5), NAMES, st.booleans())
def test_what_is_written_is_read(fields: dict[str, str], key: str, comma: bool) -> None:
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    entries, broken = parse_bibtex(f"@misc{{{key},\n{body}{',' if comma else ''}\n}}\n")
    assert not broken
    assert [(entry.key, dict(entry.fields)) for entry in entries] == [(key, fields)]


@given(
    st.lists(st.sampled_from(["@misc", "{", "}", "(", ")", "a", ",", "=", '"', "#", "\\", "\n", " ", "@string", "1"]))
)
def test_anything_is_read_and_lines_are_within_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    entries, broken = parse_bibtex(text)
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in (*entries, *broken))
    assert [entry.line for entry in entries] == sorted(entry.line for entry in entries)


@pytest.mark.parametrize("piece", ["@misc{a,", '@misc{a,x="', "@misc{a,x={", "{", "@string{a=a#", "@misc{a,x=1 # "])
def test_hostile_repetitions_end(piece: str) -> None:
    entries, broken = parse_bibtex(piece * 20_000)
    assert len(entries) + len(broken) <= 20_000
