"""A new post goes beside its neighbours, in the form that they have."""

import pytest

from inkwright.model.post import PostFile
from inkwright.plan.place import place_of, slug_in


def posts(*paths: str) -> list[PostFile]:
    return [PostFile(path, path) for path in paths]


@pytest.mark.parametrize(
    ("there", "place"),
    [
        ((), "posts/new/index.md"),
        (("posts/a/index.md", "posts/b.md", "posts/c/index.md"), "posts/new/index.md"),
        (("posts/a.md", "posts/b.md", "posts/c/index.md"), "posts/new.md"),
        (
            ("_posts/2024-01-02-a.md", "_posts/2025-01-02-b.markdown", "_posts/2026-01-02-c.md"),
            "_posts/2026-11-21-new.md",
        ),
        (("blog/2024-01-02-a/index.mdx", "blog/2024-02-02-b/index.mdx"), "blog/2026-11-21-new/index.mdx"),
        (("a.md", "b.md"), "new.md"),
        (("blog/posts/x/index.qmd",), "blog/posts/new/index.qmd"),
    ],
)
def test_form(there: tuple[str, ...], place: str) -> None:
    assert place_of(posts(*there), "new", "2026-11-21", "posts/{slug}/index.md") == place


def test_pages_do_not_count_and_old_posts_fade() -> None:
    page = PostFile("about", "about.md", "page")
    assert place_of([page], "new", "2026-11-21", "posts/{slug}.md") == "posts/new.md"
    old = posts(*(f"archive/{n:03}.md" for n in range(60)))
    new = posts(*(f"posts/{n:03}/index.md" for n in range(40)))
    assert place_of(old + new, "x", "2026-11-21", "") == "posts/x/index.md"


def test_slug_in_an_id() -> None:
    assert slug_in("posts/2024-01-02-Why-Not") == "why-not"
    assert slug_in("deep/er/post") == "post"
