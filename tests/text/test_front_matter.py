import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile_parts import FRONT_MATTER

from inkwright.text.front_matter import MAX_CHARACTERS, read_front_matter


def yaml(body, end="\n"):
    return read_front_matter(f"---{end}{body}{end}---{end}text{end}")


def said(front, text):
    """Problems as (source text, message)."""
    return [(text[problem.span.start : problem.span.end], problem.message) for problem in front.problems]


# ---- where it begins and ends


@pytest.mark.parametrize(
    ("text", "kind", "end", "data"),
    [
        ("", "", 0, {}),
        ("just text", "", 0, {}),
        ("---", "", 0, {}),
        ("---\n", "", 0, {}),
        ("---\n---\n", "yaml", 8, {}),
        ("---\n---", "yaml", 7, {}),
        ("---\n\n---\ntext", "yaml", 9, {}),
        ("---\ntitle: T\n...\ntext", "yaml", 17, {"title": "T"}),
        ("--- \ntitle: T\n---\t\ntext", "yaml", 19, {"title": "T"}),
        ("---\r\ntitle: T\r\n---\r\ntext", "yaml", 20, {"title": "T"}),
        ("---\rtitle: T\r---\rtext", "yaml", 17, {"title": "T"}),
        ("\ufeff---\ntitle: T\n---\n", "yaml", 18, {"title": "T"}),
        ("+++\ntitle = 'T'\n+++\ntext", "toml", 20, {"title": "T"}),
        ("+++\n+++\n", "toml", 8, {}),
        ('{\n  "title": "T",\n  "n": 1.10\n}\n\ntext', "json", 32, {"title": "T", "n": "1.10"}),
        ('{"title": "T"}\ntext', "", 0, {}),
        ("{\n not json }\n", "", 0, {}),
        ("{{< figure >}}\ntext", "", 0, {}),
        ("----\ntitle: T\n----\n", "", 0, {}),
        ("---\n\nSome prose between two rules.\n\n---\n", "", 0, {}),
        ("---\n- a\n- list\n---\n", "", 0, {}),
        ("---\n{title: T, n: [1]}\n---\n", "yaml", 27, {"title": "T", "n": [1]}),
        ("text\n---\ntitle: T\n---\n", "", 0, {}),
        ("---\nx: |\n  ---\n  y\n---\n", "yaml", 23, {"x": "---\ny\n"}),
    ],
)
def test_where_front_matter_is(text, kind, end, data):
    front = read_front_matter(text)
    assert (front.format, front.span.end, front.data) == (kind, end, data)
    assert text[front.span.start : front.span.end].startswith(("---", "+++", "{") if kind else "")


def test_front_matter_that_is_not_closed_is_a_problem_on_its_fence():
    front = read_front_matter("---\ntitle: T\n\ntext\n")
    assert (front.format, front.data) == ("", {})
    assert said(front, "---\ntitle: T\n\ntext\n") == [
        ("---", "the front matter is not closed; add a line `---` after it")
    ]
    assert read_front_matter("---\n\nA rule and prose: with a colon.\n").problems == ()


# ---- values are what was written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10", 10), ("-3", -3), ("1.5", 1.5), ("true", True), ("False", False), ("~", None), ("", None), ("null", None),
        ("1.10", "1.10"), ("12:30:00", "12:30:00"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("007", "007"),
        ("1_000", "1_000"), ("0x1F", "0x1F"), ("1e3", "1e3"), ("+5", "+5"), (".5", ".5"), (".inf", ".inf"),
        ("2024-01-02", "2024-01-02"), ("2024-01-02 10:00:00 +0100", "2024-01-02 10:00:00 +0100"),
        ("2024-01-02T10:00:00Z", "2024-01-02T10:00:00Z"), ("1" * 40, "1" * 40),
        ("'no'", "no"), ('"a\\tb"', "a\tb"), ("'it''s'", "it's"), ("'10'", "10"), ("!!str 10", "10"),
        ("!r x + 1", "x + 1"),
        ("a # b", "a"), ("[a, 1.10, no]", ["a", "1.10", "no"]), ("{a: {b: c}}", {"a": {"b": "c"}}),
        ("\n  - a\n  - b: c\n    d: e", ["a", {"b": "c", "d": "e"}]), ("\n- a\n- b", ["a", "b"]),
        ("|\n  one\n  two", "one\ntwo\n"), (">-\n  one\n  two", "one two"), ("one\n  two", "one two"),
        ("!!binary aGk=", "aGk="), ("!!python/object/apply:os.system [x]", ["x"]),
        ("caf\u00e9 \u2028 \U0001f600", "caf\u00e9 \u2028 \U0001f600"), ("{? a : b}", {"a": "b"}),
    ],
)  # fmt: skip
def test_a_value_is_what_was_written(written, value):
    front = yaml(f"key: {written}\nlast: x")
    assert front.problems == ()
    assert front.data == {"key": value, "last": "x"} and type(front.data["key"]) is type(value)


@pytest.mark.parametrize(
    ("written", "value"), [("no", False), ("Yes", True), ("off", False), ("on", True), ("maybe", "maybe")]
)
def test_yes_and_no_are_booleans_where_a_generator_expects_one(written, value):
    assert yaml(f"draft: {written}\nShowToc: {written}").data == {"draft": value, "ShowToc": value}


def test_keys_are_the_text_that_was_written():
    assert yaml("2024: a\ntrue: b\n\"c d\": e\n1.10: f\nschlüssel: g").data == {
        "2024": "a", "true": "b", "c d": "e", "1.10": "f", "schlüssel": "g",
    }  # fmt: skip


def test_toml_values_are_what_was_written():
    front = read_front_matter(
        '+++\ntitle = "T"\nversion = 1.10\ndate = 2024-01-02T10:00:00+01:00 # when\nday = 2024-01-02\nn = 1\nf = 1.5\n'
        "tags = [\n  'a', # one\n  'b]',\n]\na.b = 1\n[params]\nx = '''\n[no] = 1\n'''\nd = 2024-01-02\n"
        "[[menu]]\nm = 1\n[[menu]]\nm = 2\n+++\n"
    )
    assert front.problems == ()
    assert front.data == {
        "title": "T", "version": "1.10", "date": "2024-01-02T10:00:00+01:00", "day": "2024-01-02", "n": 1, "f": 1.5,
        "tags": ["a", "b]"], "a": {"b": 1}, "params": {"x": "[no] = 1\n", "d": "2024-01-02"},
        "menu": [{"m": 1}, {"m": 2}],
    }  # fmt: skip


# ---- spans


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_key_spans_cover_the_value_as_it_stands(end):
    body = end.join(
        ["title: 'A: b' # why", "# between", "empty:", "list:", "  - a", "  - b # c", "", "text: |", "  one", "",
         "  two", "", "flow: [a,", "  b]", "map:", "  k: v", "  w: 1", "last: plain text  "]
    )  # fmt: skip
    text = f"\ufeff---{end}{body}{end}---{end}x"
    front = read_front_matter(text)
    assert {key: text[span.start : span.end] for key, span in front.key_spans.items()} == {
        "title": "'A: b'", "empty": "", "list": f"- a{end}  - b", "text": f"|{end}  one{end}{end}  two",
        "flow": f"[a,{end}  b]", "map": f"k: v{end}  w: 1", "last": "plain text",
    }  # fmt: skip


def test_key_spans_of_toml():
    text = "+++\ntitle = 'T' # x\ntags = [\n 'a',\n]\n\n[params]\nx = 1\n\n[other]\n+++\n"
    front = read_front_matter(text)
    assert {key: text[span.start : span.end] for key, span in front.key_spans.items()} == {
        "title": "'T'", "tags": "[\n 'a',\n]", "params": "[params]\nx = 1", "other": "[other]",
    }  # fmt: skip


# ---- what is wrong is told and the rest is kept


@pytest.mark.parametrize(
    ("line", "key", "value", "message"),
    [
        ("title: Foo: bar", "title", "Foo: bar", "the value of `title` holds a colon and must stand in quotes"),
        ("title: What I saw:", "title", "What I saw:", "the value of `title` holds a colon and must stand in quotes"),
        ("date: {{date}}", "date", "{{date}}", "`date` holds a template placeholder; put it in quotes"),
        ("d: {{date}} {{time}}", "d", "{{date}} {{time}}", "`d` holds a template placeholder; put it in quotes"),
        ("x: {% now %}", "x", "{% now %}", "`x` holds a template placeholder; put it in quotes"),
        ("t: @handle", "t", "@handle", "not YAML (found character that cannot start any token); put it in quotes"),
        ('t: "A" and b', "t", '"A" and b', "not YAML (did not find expected key); put it in quotes"),
        ("t: [a, b", "t", "[a, b", "not YAML (did not find expected ',' or ']'); put it in quotes"),
        ("t: &x a", "t", "&x a", "(anchors and aliases are not read; write the value out)"),
        ("t: *x", "t", "*x", "(anchors and aliases are not read; write the value out)"),
        ("t:\n\tk: v", "t", "k: v", "`t` is indented with a tab; use spaces"),
    ],
)
def test_a_value_that_is_no_yaml_becomes_text_and_a_problem_on_it(line, key, value, message):
    text = f"---\nbefore: 1\n{line}\nafter: [x]\n---\n"
    front = read_front_matter(text)
    assert front.data == {"before": 1, key: value, "after": ["x"]}
    ((where, told),) = said(front, text)
    assert where == value and message in told


def test_of_a_key_written_twice_the_last_counts_and_the_first_is_a_problem():
    text = "---\na: 1\nb: 2\na: 3\n---\n"
    front = read_front_matter(text)
    assert front.data == {"a": 3, "b": 2}
    assert said(front, text) == [("a: 1", "`a` is written twice; the last one counts")]


def test_a_line_that_is_no_key_is_a_problem_and_the_others_are_read():
    text = "---\ntitle: T\n{% if x %}\ndraft: true\n---\n"
    front = read_front_matter(text)
    assert front.data == {"title": "T", "draft": True}
    assert said(front, text) == [("{% if x %}", "this line is no `key: value`")]


def test_characters_that_yaml_forbids_are_named():
    text = "---\ntitle: a\x0cb\x00c\nx: 1\n---\n"
    front = read_front_matter(text)
    assert front.data == {"title": "a\x0cb\x00c", "x": 1}
    assert said(front, text) == [
        ("\x0c", "the character U+000C is not allowed in YAML"),
        ("\x00", "the character U+0000 is not allowed in YAML"),
    ]


def test_broken_toml_keeps_what_stands_alone():
    text = "+++\ntitle = 'T'\nbad = = 1\nn = 2\n+++\n"
    front = read_front_matter(text)
    assert front.data == {"title": "T", "bad": "= 1", "n": 2}
    assert said(front, text) == [("bad = = 1", "the front matter is not TOML: invalid value")]


def test_front_matter_that_is_too_long_is_a_problem_and_not_read():
    text = f"---\ntitle: T\nx: {'y' * MAX_CHARACTERS}\n---\nbody"
    front = read_front_matter(text)
    assert front.data == {} and text[front.span.end :] == "body"
    assert front.problems[0].message == "the front matter is longer than 64 KB and was not read"


@pytest.mark.parametrize("body", FRONT_MATTER.values(), ids=FRONT_MATTER)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_hostile_text_is_read_to_its_end_or_left_as_text(fence, body):
    text = f"{fence}\n{body}\n{fence}\ntext"
    front = read_front_matter(text)
    assert text[front.span.end :] in (text, "text")
    assert all(len(problem.message) < 200 for problem in front.problems)


def test_nesting_is_bounded():
    assert yaml("x: " + "[" * 49 + "]" * 49).problems == ()
    front = yaml("x: " + "[" * 51 + "]" * 51)
    assert front.data["x"] == "[" * 51 + "]" * 51 and "nested deeper than 50 levels" in front.problems[0].message


# ---- any text at all

_pieces = st.sampled_from(
    ["---", "+++", "...", "\n", "\r\n", "\r", "title", "a", ":", ": ", " ", "  ", "\t", "- ", "[", "]", "{", "}", "'",
     '"', "#", " # c", "|", ">", "&a ", "*a", "!!str ", "{{", "}}", "{%", "%}", "=", " = ", ",", "\\", "\ufeff", "\x00",
     "\x85", "\u2028", "\ud800", "\U0001f600", "é", "1.10", "no", "null", "?", "? ", "<<", "@", "`", "%YAML 1.1", "'''",
     '"""', "[[x]]", "[t]"]
)  # fmt: skip


@given(
    st.sampled_from(["", "---\n", "+++\n", "{\n", "\ufeff---\r\n"]),
    st.lists(_pieces, max_size=25).map("".join) | st.text(max_size=40),
    st.sampled_from(["", "\n---\n", "\n+++\n", "\n}\n", "\r\n---\r\nx"]),
)
@settings(max_examples=800, deadline=None)
def test_no_text_makes_it_raise_and_every_span_lies_inside(start, middle, end):
    text = start + middle + end
    front = read_front_matter(text)
    assert 0 <= front.span.start <= front.inner.start <= front.inner.end <= front.span.end <= len(text)
    assert set(front.data) == set(front.key_spans) or front.format == "json"
    for span in front.key_spans.values():
        assert front.inner.start <= span.start <= span.end <= front.inner.end
    for problem in front.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text) and problem.message


def test_blank_lines_before_it_are_told_and_do_not_hide_it() -> None:
    front = read_front_matter("\n \n---\ntitle: x\n---\nText.\n")
    assert front.data == {"title": "x"}
    assert [problem.message for problem in front.problems] == ["front matter must start on the first line"]
    assert read_front_matter("\n---\n\nprose between two rules\n\n---\n").format == ""
