"""What becomes of the front matter of a post that leaves its generator."""

import pytest

from inkwright.flows.import_posts import Wanted, import_posts
from inkwright.workspace.folder import Workspace


def brought(tmp_path, format_, path, front):
    """The account of one post of a site, by what it names, and the post's front matter here."""
    blog, site = tmp_path / "blog", tmp_path / "site"
    blog.mkdir()
    (blog / "inkwright.toml").write_text('generator = "inkwright"\n')
    place = site / path
    place.parent.mkdir(parents=True)
    place.write_text(f"---\ntitle: Ring buffers\ndate: 2024-03-01\n{front}\n---\n\nA ring forgets.\n")
    report = import_posts(Workspace(blog, inside=True), format_, str(site), "2026-11-21", Wanted())
    (post,) = report.posts
    return {one.what: one.fate for one in post.items}, (blog / post.path).read_text()


@pytest.mark.parametrize(
    ("format_", "path", "key"),
    [("hugo", "content/posts/ring.md", "url"), ("jekyll", "_posts/2024-03-01-ring.md", "permalink")],
)
def test_an_address_of_its_own_leads_on_and_is_not_told_as_lost(tmp_path, format_, path, key):
    items, text = brought(tmp_path, format_, path, f"{key}: /old/place/")
    assert items[f"{key}: /old/place/"] == "changed"
    assert 'aliases: ["/old/place/"]' in text and f"{key}:" not in text


def test_of_a_draft_no_address_leads_on(tmp_path):
    items, text = brought(tmp_path, "hugo", "content/posts/ring.md", "url: /old/place/\ndraft: true")
    assert items["url: /old/place/"] == "lost" and "/old/place/" not in text


def test_what_steers_only_the_generator_is_told_as_lost(tmp_path):
    items, text = brought(tmp_path, "hugo", "content/posts/ring.md", "weight: 3\nmood: calm")
    assert items["weight: 3"] == "lost" and "weight" not in text and "mood: calm" in text


def test_the_language_of_a_translation_is_kept_and_told(tmp_path):
    site = tmp_path / "site"
    (site / "content/posts").mkdir(parents=True)
    (site / "hugo.toml").write_text('defaultContentLanguage = "en"\n[languages.en]\n[languages.pt-br]\n')
    for name in ("ring.md", "ring.pt-br.md"):
        (site / "content/posts" / name).write_text("---\ntitle: Ring\ndate: 2024-03-01\n---\n\nA ring forgets.\n")
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/inkwright.toml").write_text('generator = "inkwright"\n')
    report = import_posts(Workspace(tmp_path / "blog", inside=True), "hugo", str(site), "2026-11-21", Wanted())
    told = [[one.what for one in post.items if one.kind == "language"] for post in report.posts]
    assert told == [[], ["pt-br"]]
    first, second = ((tmp_path / "blog" / post.path).read_text() for post in report.posts)
    assert "lang" not in first and "lang: pt-br" in second
