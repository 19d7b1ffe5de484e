from hypothesis import given
from hypothesis import strategies as st

from inkwright.platforms.platform import Folder
from inkwright.workspace.globs import matcher

_part = st.sampled_from(["content", "content.md", "content-old", "hugo.toml", "a b", "ü", "_posts"])
_names = st.sets(st.lists(_part, min_size=1, max_size=3).map("/".join), max_size=8)
_pattern = st.one_of(
    st.lists(_part, min_size=1, max_size=2).map("/".join),
    st.sampled_from(["**/hugo.toml", "content/*.md", "content/**/*.{md,toml}", "c*/content", "[ac]*", "content*"]),
)


@given(_names, _pattern)
def test_any_says_what_matching_every_name_says(names, pattern):
    folder = Folder(tuple(sorted(names)), lambda path: "", lambda path: path in names, matcher)
    assert folder.any(pattern) == any(map(matcher((pattern,)), names))


def test_any_knows_hidden_files_by_their_plain_name():
    folder = Folder(("a.md",), lambda path: "", {".obsidian/app.json"}.__contains__, matcher)
    assert folder.any(".obsidian/app.json") and not folder.any(".obsidian/*.json")
