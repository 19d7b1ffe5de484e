"""What is read without a library is what the library reads; what is not is left to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile_parts import PLAIN_VALUES

from inkwright.text.front_matter import read_front_matter
from inkwright.text.front_yaml import read_yaml
from inkwright.text.plain_yaml import read_plain

CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
SIGNS = "ab1 é9.,:;#()[]{}/+-'\"!?&=$%~*@|<>`_\t\\\n"
values = st.one_of(
    st.text(SIGNS, max_size=12),
    st.sampled_from(("true", "yes", "No", "null", "~", "1.50", "007", "2026-01-03", "2026-01-03 10:20:30", "12:30",
                     "https://a.example/b", "a: b", "a :b", "a #b", "[a, b]", "[ a b , c ]", "[a,b]", "[]", "[a, [b]]",
                     "[1, yes, 2026-01-03]", '"a: b # c"', "'it''s'", "'a \"b\" c'", '"a\\n"', "- a", "-1", "1e3",
                     "a, b", "what's new?", "a-", "a:", "\n  - a", "\n - a b \n - 1",
                     "\n  - a\n   - b", "\n- a", "\n  - a: b", "\n  -a", "\n  - yes\n  - b\n",
                     "a: ", '"a" b', "|", "> x", "&a b", "*a", "!x y", "a\n  b")),
)  # fmt: skip
keys = st.sampled_from(("title", "draft", "x-y", "on", "a b", "1", "date ", "é", '"t"', "#c", "- a", "?", "toc"))
lines = st.lists(
    st.tuples(
        keys, st.sampled_from((": ", ":", ":  ", " : ", ":\t")), values, st.sampled_from(("\n", " \n", "\r\n", ""))
    ),
    max_size=4,
)  # fmt: skip


@given(lines)
def test_it_reads_what_the_library_reads(rows: list[tuple[str, str, str, str]]) -> None:
    written = "".join("".join(row) for row in rows)
    found, wanted = read_plain(written), read_yaml(written)
    if found is not None:
        assert wanted.mapping
        assert (found, ()) == (wanted.entries, wanted.problems)


@pytest.mark.parametrize(
    "written",
    [
        "title: A new cache\ndate: 2026-01-03\ntags: [gpu, evals]\ndraft: yes\n",
        "title: \"It's: here\"\nauthor: 'Ada'\nweight: 3\nurl: https://ada.example/x?y=1\n",
        "tags:\n  - gpu\n  - evals and more \ndraft: false\n",
        "title: What's new, and why (again)?  \ndate: 2026-01-03 10:20:30\ntime: 12:30\n",
    ],
)
def test_plain_front_matter_is_read_here(written: str) -> None:
    assert read_plain(written) == read_yaml(written).entries


@pytest.mark.parametrize(
    "written",
    ["", "\n", "title:\n", "title: a\n  b\n", "a: 1\na: 2\n", "# c\na: 1\n", "a: b: c\n", "a: &x b\n", "a: b # c\n",
     "a: [b, {c: d}]\n", 'a: "\\n"\n', "- a\n", "a: b", "a: b\r\n", "a:\tb\n", "a: 'it''s'\n"],
)  # fmt: skip
def test_whatever_else_stands_there_is_left_to_the_library(written: str) -> None:
    assert read_plain(written) is None


@pytest.mark.parametrize("written", PLAIN_VALUES, ids=range(len(PLAIN_VALUES)))
def test_hostile_text_is_given_up(written: str) -> None:
    assert read_plain(written) is None


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the development corpus")
def test_it_reads_the_front_matter_of_real_posts_as_the_library_does() -> None:
    read = 0
    for path in sorted((CORPUS / "posts").rglob("*.md")):
        text = path.read_bytes().decode("utf-8", "replace")
        front = read_front_matter(text)
        if front.format == "yaml":
            written = text[front.inner.start : front.inner.end]
            found = read_plain(written)
            if found is not None:
                read += 1
                assert found == read_yaml(written).entries
    assert read


def test_the_library_is_not_loaded_for_plain_front_matter() -> None:
    code = (
        "import sys\nfrom inkwright.text.front_matter import read_front_matter\n"
        "assert read_front_matter('---\\ntitle: One\\n---\\nx').data == {'title': 'One'}\n"
        "assert 'yaml' not in sys.modules\n"
        "assert read_front_matter('---\\ntitle: |\\n  One\\n---\\nx').data == {'title': 'One\\n'}\n"
        "assert 'yaml' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
