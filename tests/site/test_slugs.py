import pytest

from inkwright.site.slugs import LONGEST, tag_slug


@pytest.mark.parametrize(
    ("tag", "slug"),
    [
        ("Machine Learning", "machine-learning"),
        ("#python", "python"),
        ("C++", "c++"),
        ("C#", "c-sharp"),
        ("C", "c"),
        (".NET", "net"),
        ("R&D", "r-and-d"),
        ("a/b", "a-b"),
        ("../x", "x"),
        ("한글", "한글"),
        ("cafe\u0301", "caf\u00e9"),
        ("!!!", "u21-u21-u21"),
    ],
)
def test_tag_slug(tag: str, slug: str) -> None:
    assert tag_slug(tag) == slug


@pytest.mark.parametrize("tag", ["very long words " * 40, "ü" * 300, "한글 " * 200])
def test_a_tag_as_long_as_a_page_is_still_the_name_of_a_folder(tag: str) -> None:
    slug = tag_slug(tag)
    assert len(slug.encode()) <= LONGEST
    assert slug.startswith(tag[:8].strip().replace(" ", "-"))
    assert tag_slug(f"{tag} other") != slug
