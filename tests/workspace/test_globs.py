import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.workspace.globs import matcher


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        ("posts", ["posts/a.md", "posts/a/b.md", "posts"], ["other/posts/a.md", "posts2/a.md"]),
        ("posts/", ["posts/a.md"], ["x.md"]),
        ("*.md", ["a.md"], ["a/b.md", "a.mdx"]),
        ("**/*.md", ["a.md", "a/b/c.md"], ["a.txt"]),
        ("posts/**", ["posts/a.md", "posts/a/b.md"], ["a.md"]),
        ("posts/**/index.md", ["posts/index.md", "posts/a/b/index.md"], ["posts/index.mdx", "index.md"]),
        ("**/*.{md,mdx}", ["a.mdx", "b/a.md"], ["a.markdown"]),
        ("_posts/????-*.md", ["_posts/2024-x.md"], ["_posts/x.md"]),
        ("[ab].md", ["a.md"], ["c.md"]),
        ("[!ab].md", ["c.md"], ["a.md"]),
        ("a+b(c).md", ["a+b(c).md"], ["aab.md"]),
        ("**/_*", ["a/_x", "_x"], ["a/x"]),
        (".", ["anything/at/all.md"], []),
        ("./notes", ["notes/a.md"], ["a.md"]),
        ("글/*.md", ["글/한.md"], ["x/한.md"]),
    ],
)
def test_a_glob_matches_what_it_says(pattern, matches, not_matches):
    test = matcher([pattern])
    assert [path for path in matches if not test(path)] == []
    assert [path for path in not_matches if test(path)] == []


def test_no_patterns_match_nothing_and_several_match_either():
    assert not matcher([])("a.md")
    assert matcher(["a.md", "b.md"])("b.md")


@given(st.text("ab./{}\nmd", max_size=12), st.sampled_from(["**/*.md", "**/*.{md,d}", "**/*.m{a,b}", "**/*.b.d"]))
def test_a_glob_of_endings_matches_what_the_same_glob_matches_beside_others(path, pattern):
    assert bool(matcher([pattern])(path)) == bool(matcher([pattern, "no/such/place"])(path))
