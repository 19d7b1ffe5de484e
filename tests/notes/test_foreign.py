import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.foreign import is_foreign, words_of

DAY = json.dumps(
    [
        {"type": "message", "user": "U1", "ts": "1.2", "text": "Paged &amp; warm: <https://e.org/x|the paper>\nread",
         "blocks": [{"elements": [{"text": "Paged again"}]}]},
        {"type": "message", "ts": "1.3", "text": "<@U2> second"},
    ],
    indent=4,
)  # fmt: skip


def test_pages_and_days_of_slack_are_read_and_other_json_is_not():
    assert is_foreign("a/B.HTML") and is_foreign("self/2026-01-02.json")
    assert not any(map(is_foreign, ("a.json", "x.md", "data-2026-01-02.json")))


def test_the_words_of_a_page_stand_on_their_lines():
    page = "<html><head><title>My\n note</title></head>\n<body>\n<p>One &lt;2</p>\n<script>x\ny</script>\n<p>end</p>"
    title, words = words_of("a.html", page)
    assert title == "My note"
    assert words.split("\n")[3] == "One <2" and words.split("\n")[6] == "end" and "x" not in words


def test_the_messages_of_a_day_stand_on_their_lines():
    title, words = words_of("export/self-notes/2026-01-02.json", DAY)
    lines = words.split("\n")
    assert title == "self-notes 2026-01-02" and len(lines) == DAY.count("\n") + 1
    assert [line for line in lines if line] == ["Paged & warm: the paper read", "second"]
    assert '"text": "Paged &amp;' in DAY.split("\n")[lines.index("Paged & warm: the paper read")]


def test_a_day_on_one_line_is_read_too():
    assert words_of("a/2026-01-02.json", json.dumps(json.loads(DAY)))[1] == "Paged & warm: the paper read second"


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"text": "x"}', "[" * 90_000, '[{"a": 1}]'])
def test_other_json_has_no_words(text):
    assert words_of("a/2026-01-02.json", text)[1] == ""


@given(st.text(alphabet=st.sampled_from("<>/!-ab&;#10\n\r scriptyle"), max_size=80))
def test_any_page_keeps_its_lines(text):
    assert words_of("a.html", text)[1].count("\n") == text.count("\n")
