import pytest

from inkwright.workspace.ids import case_collisions, id_of


@pytest.mark.parametrize(
    ("path", "root", "expected"),
    [
        ("posts/x/index.md", "posts", "x"),
        ("posts/x.md", "posts", "x"),
        ("notes/gpu/occupancy.md", "notes", "gpu/occupancy"),
        ("posts/index.md", "posts", "index"),
        ("a.b.md", "", "a.b"),
        ("cafe\u0301.md", "", "caf\u00e9"),
    ],
)
def test_an_id_is_the_path_below_its_root_without_extension(path, root, expected):
    assert id_of(path, root) == expected


def test_ids_that_one_disk_would_take_for_the_same_are_found():
    assert case_collisions(["a", "b", "A", "Straße", "STRASSE", "b"]) == [("A", "a"), ("STRASSE", "Straße")]
    assert case_collisions(["caf\u00e9", "cafe\u0301"]) == [("cafe\u0301", "caf\u00e9")]
    assert case_collisions([]) == []
