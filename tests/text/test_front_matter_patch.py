import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.errors import FrontMatterError
from inkwright.text.front_matter import patch, read_front_matter
from inkwright.text.front_values import same

POST = """---
# about this post
title: 'KV cache'   # the short one
date: 2026-11-21
tags:
  - a
  - b   # b
empty:
summary: |
  Two
  lines.
draft: true

# the end
---

Body: with colon
"""


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"title": "It's new"}, "'KV cache'", "'It''s new'"),
        ({"date": "2027-01-02"}, "2026-11-21", "2027-01-02"),
        ({"date": None}, "date: 2026-11-21\n", ""),
        ({"tags": ["x", "y: z"]}, "  - a\n  - b   # b\n", '  - x\n  - "y: z"   # b\n'),
        ({"tags": "one"}, "tags:\n  - a\n  - b ", "tags: one "),
        ({"tags": None}, "tags:\n  - a\n  - b   # b\n", ""),
        ({"empty": "now full"}, "empty:", "empty: now full"),
        ({"empty": ["a"]}, "empty:", "empty: [a]"),
        ({"summary": "One: line"}, "|\n  Two\n  lines.", '"One: line"'),
        ({"summary": "a\nb\n"}, "|\n  Two\n  lines.", '"a\\nb\\n"'),
        ({"draft": False}, "true", "false"),
        ({"draft": "no"}, "true", '"no"'),
        ({"draft": 3}, "true", "3"),
        ({"draft": 1.5}, "true", "1.5"),
        ({"draft": {"a": [1, None, "x, y"]}}, "true", '{a: [1, null, "x, y"]}'),
        ({"draft": "1.10"}, "true", '"1.10"'),
        ({"draft": "yes"}, "true", '"yes"'),
        ({"draft": "@me"}, "true", '"@me"'),
        ({"draft": "Grüße 글"}, "true", "Grüße 글"),
        ({"new": "x"}, "# the end\n", "# the end\nnew: x\n"),
        ({"new": "x", "other": True, "date": None}, "date: 2026-11-21\n", ""),
        ({"a: b": "x"}, "# the end\n", '# the end\n"a: b": x\n'),
    ],
)
def test_only_the_bytes_concerned_change(changes, before, after):
    expected = POST.replace(before, after, 1)
    if len(changes) > 1:
        expected = expected.replace("# the end\n", "# the end\nnew: x\nother: true\n")
    assert patch(POST, changes) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_bom_are_kept(end, bom):
    text = bom + f"---{end}title: T{end}tags:{end}- a{end}---{end}body{end}"
    changed = patch(text, {"tags": ["b", "c"], "new": 1})
    assert changed == bom + f"---{end}title: T{end}tags:{end}- b{end}- c{end}new: 1{end}---{end}body{end}"


def test_setting_what_is_there_touches_no_byte_and_gives_the_same_object():
    front = read_front_matter(POST)
    assert patch(POST, dict(front.data)) is POST
    assert patch(POST, {"absent": None}) is POST
    assert patch(POST, {}) is POST
    assert patch(POST, {"tags": ("a", "b")}) is POST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "---\ntitle: T\n---\n"),
        ("body", "---\ntitle: T\n---\n\nbody"),
        ("\nbody\n", "---\ntitle: T\n---\n\nbody\n"),
        ("\ufeffbody\r\n", "\ufeff---\r\ntitle: T\r\n---\r\n\r\nbody\r\n"),
        ("---\n---\nbody", "---\ntitle: T\n---\nbody"),
        ("+++\n+++\nbody", '+++\ntitle = "T"\n+++\nbody'),
        ("---\n\nprose\n\n---\n", "---\ntitle: T\n---\n\n---\n\nprose\n\n---\n"),
        ("---\n  a: 1\n---\n", "---\n  a: 1\n  title: T\n---\n"),
        ("---\nx: |\n  deep\n---\n", "---\nx: |\n  deep\ntitle: T\n---\n"),
    ],
)
def test_a_new_key_is_added_where_it_belongs(text, expected):
    assert patch(text, {"title": "T"}) == expected


TOML = """+++
title = 'T' # short
date = 2024-01-02T10:00:00Z
tags = [
  "a", # first
]

[params]
toc = true
+++
body
"""


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"title": 'A "b"'}, "'T'", '"A \\"b\\""'),
        ({"date": "2025-01-02"}, "2024-01-02T10:00:00Z", "2025-01-02"),
        ({"date": None}, "date = 2024-01-02T10:00:00Z\n", ""),
        ({"tags": ["x", "y"]}, '[\n  "a", # first\n]', '["x", "y"]'),
        ({"draft": True}, "\n[params]", "\ndraft = true\n[params]"),
        ({"a b": 1.5}, "\n[params]", '\n"a b" = 1.5\n[params]'),
        ({"x": {"y": ["z"]}}, "\n[params]", '\nx = { y = ["z"] }\n[params]'),
        ({"params": None}, "[params]\ntoc = true\n", ""),
    ],
)
def test_toml_changes_only_the_bytes_concerned(changes, before, after):
    assert patch(TOML, changes) == TOML.replace(before, after, 1)
    assert patch(TOML.replace("\n", "\r\n"), changes) == TOML.replace(before, after, 1).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ('{\n "title": "T"\n}\n', {"title": "U"}),
        ("---\ntitle: T\n\nnot closed", {"title": "U"}),
        (TOML, {"params": {"toc": False}}),
        (POST, {"x": float("inf")}),
        (POST, {"x": object()}),
        (POST, {"x": [{1, 2}]}),
        ("---\n{title: T}\n---\n", {"draft": True}),
        ("---\ntitle: |\n  a\n ? broken\n- x: [\n---\n", {"new": "a\ud800"}),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text, changes):
    with pytest.raises(FrontMatterError):
        patch(text, changes)


def test_a_key_written_twice_is_changed_where_it_counts_and_removed_everywhere():
    text = "---\na: 1\nb: 2\na: 3\n---\n"
    assert patch(text, {"a": 4}) == "---\na: 1\nb: 2\na: 4\n---\n"
    assert patch(text, {"a": None}) == "---\nb: 2\n---\n"


def test_patching_mends_an_unquoted_colon():
    text = "---\ntitle: Foo: bar\nn: 1\n---\n"
    changed = patch(text, {"title": "Foo: baz"})
    assert changed == '---\ntitle: "Foo: baz"\nn: 1\n---\n'
    assert read_front_matter(changed).problems == ()


# ---- any value in any front matter

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=15) | st.sampled_from(
    [
        "no",
        "1.10",
        "a: b",
        "# x",
        " lead",
        "trail ",
        "- x",
        "'",
        '"',
        "\n",
        "a\n\nb",
        "2024-01-02",
        "{{x}}",
        "@x",
        "[a",
        "é",
        "",
        "~",
    ]
)
_scalars = _text | st.booleans() | st.integers(-(10**12), 10**12) | st.sampled_from([0.5, -1.25, 3.0])
_values = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_text, inner, max_size=2), max_leaves=5
)
_keys = st.sampled_from(["title", "tags", "draft", "date", "summary", "empty", "new", "params", "a b", "x.y", "ü"])


@st.composite
def _posts(draw):
    lines = draw(
        st.lists(
            st.sampled_from(
                ["title: 'A' # c", "title: Foo: bar", "tags:\n  - a\n  - b", "tags: [a, b]", "tags:\n- a\n", "# c",
                 "", "date: 2024-01-02", "date: {{date}}", "summary: >-\n  a\n\n  b", "empty:", "draft: no",
                 '"x.y": 1.10', "params:\n  deep:\n    er: 1\n  # c", "ü: {a: 1}", "plain: one\n  two"]
            ),
            max_size=6,
        )
    )  # fmt: skip
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + "\n".join(["---", *lines, "---", "", "body"]).replace("\n", end)


@given(_posts(), st.dictionaries(_keys, st.none() | _values, max_size=3))
@settings(max_examples=500, deadline=None)
def test_a_patch_gives_the_new_values_and_leaves_every_other_key(text, changes):
    before = read_front_matter(text)
    try:
        changed = patch(text, changes)
    except FrontMatterError:
        return
    after = read_front_matter(changed)
    for key, value in changes.items():
        assert after.data.get(key) is None if value is None else same(after.data[key], value)
    assert {key: value for key, value in after.data.items() if key not in changes} == {
        key: value for key, value in before.data.items() if key not in changes
    }
    assert patch(changed, changes) is changed
    assert changed.endswith("body") and changed.startswith("\ufeff") == text.startswith("\ufeff")


@given(_posts(), _keys, _scalars)
@settings(max_examples=300, deadline=None)
def test_a_plain_value_is_never_refused_in_yaml(text, key, value):
    assert same(read_front_matter(patch(text, {key: value})).data[key], value)


# ---- the corpus


def _texts(corpus):
    for path in sorted(corpus.rglob("*")):
        if path.suffix in (".md", ".mdx", ".qmd", ".markdown", ".Rmd"):
            yield path, path.read_bytes().decode()


@pytest.mark.corpus
def test_no_byte_of_the_corpus_changes_when_nothing_does(corpus):
    count = 0
    for path, text in _texts(corpus):
        assert patch(text, dict(read_front_matter(text).data)) is text, path
        count += 1
    assert count > 900


@pytest.mark.corpus
def test_a_patch_of_any_key_in_the_corpus_changes_only_its_lines(corpus):
    count = 0
    for path, text in _texts(corpus):
        front = read_front_matter(text)
        for key, span in front.key_spans.items():
            for value in ("New: it's", ["a", "b: c"], True, 12, None):
                if same(front.data[key], value):
                    continue
                changed = patch(text, {key: value})
                written = text[: span.start + len(key) + 2]
                start = max(found.start() for found in re.finditer(rf"(?m)^[\[\"' ]*{re.escape(key)}(?!\w)", written))
                end = text.find("\n", span.end) + 1
                twice = any(f"`{key}` is written twice" in problem.message for problem in front.problems)
                assert twice or changed.startswith(text[:start]), (path, key, value)
                assert changed.endswith(text[end:]), (path, key, value)
                count += 1
    assert count > 3000
