import pytest

from inkwright.site.slugs import tag_slug


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
