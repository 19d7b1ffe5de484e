"""What `source=` says: the forms it may have, and the addresses that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.origin import Origin
from inkwright.text.excerpts import excerpts, permalink, raw_address, read_origin
from inkwright.text.markdown import parse_text

C = "0a1b2c3d4e"
FORMS = {
    f"ada/engine@{C}:src/cards.py#L10-L24": Origin("github.com", "ada/engine", C, "src/cards.py", 10, 24),
    f"ada/engine@{C.upper()}:a.py": Origin("github.com", "ada/engine", C, "a.py"),
    f"ada/engine@{C}:a.py#L3": Origin("github.com", "ada/engine", C, "a.py", 3, 3),
    f"codeberg.org/ada/engine@{C}:a.py#L3-5": Origin("codeberg.org", "ada/engine", C, "a.py", 3, 5),
    f"https://github.com/ada/engine/blob/{C}/a%20b.py?plain=1#L1C2-L2C3": Origin(
        "github.com", "ada/engine", C, "a b.py", 1, 2
    ),
    f"https://gitlab.com/team/sub/engine/-/blob/{C}/a.py#L1-2": Origin(
        "gitlab.com", "team/sub/engine", C, "a.py", 1, 2
    ),
    f"https://codeberg.org/ada/engine/src/commit/{C}/a.py": Origin("codeberg.org", "ada/engine", C, "a.py"),
    f"https://bitbucket.org/ada/engine/src/{C}/a.py#lines-3:9": Origin("bitbucket.org", "ada/engine", C, "a.py", 3, 9),
}
WRONG = {
    "ada/engine/main.py": "names no file of a repository",
    "engine@0a1b2c3:a.py": "names no file of a repository",
    "ada/engine@main:a.py": "`main` is no commit",
    "ada/engine@0a1b:a.py": "`0a1b` is no commit",
    "ada/engine@:a.py": "`` is no commit",
    "https://github.com/ada/engine/blob/main/a.py": "`main` is no commit",
    f"ada/engine@{C}:../a.py": "is no path inside a repository",
    f"ada/engine@{C}:/etc/passwd": "is no path inside a repository",
    f"ada/engine@{C}:a.py#L9-L3": "names no lines",
    f"ada/engine@{C}:a.py#top": "names no lines",
    f"ada/engine@{C}:a.py#L0": "names no lines",
    "javascript:alert(1)": "names no file of a repository",
}


@pytest.mark.parametrize("written", FORMS)
def test_forms(written: str) -> None:
    assert read_origin(written) == FORMS[written]


@pytest.mark.parametrize("written", WRONG)
def test_what_is_wrong_is_said(written: str) -> None:
    with pytest.raises(ValueError, match=WRONG[written].replace("`", "`")):
        read_origin(written)


LINKS = {
    "github.com": f"https://github.com/a/b/blob/{C}/x%20y.py#L1-L2",
    "git.example.org": f"https://git.example.org/a/b/blob/{C}/x%20y.py#L1-L2",
    "gitlab.com": f"https://gitlab.com/a/b/-/blob/{C}/x%20y.py#L1-2",
    "codeberg.org": f"https://codeberg.org/a/b/src/commit/{C}/x%20y.py#L1-L2",
    "bitbucket.org": f"https://bitbucket.org/a/b/src/{C}/x%20y.py#lines-1:2",
}
RAW = {
    "github.com": f"https://raw.githubusercontent.com/a/b/{C}/x%20y.py",
    "gitlab.com": f"https://gitlab.com/a/b/-/raw/{C}/x%20y.py",
    "codeberg.org": f"https://codeberg.org/a/b/raw/commit/{C}/x%20y.py",
    "bitbucket.org": f"https://bitbucket.org/a/b/raw/{C}/x%20y.py",
}


@pytest.mark.parametrize("host", LINKS)
def test_a_permalink_leads_back_to_its_origin(host: str) -> None:
    origin = Origin(host, "a/b", C, "x y.py", 1, 2)
    assert permalink(origin) == LINKS[host]
    assert read_origin(permalink(origin)) == origin


@pytest.mark.parametrize("host", RAW)
def test_raw_addresses(host: str) -> None:
    assert raw_address(Origin(host, "a/b", C, "x y.py", 1, 2)) == RAW[host]


def test_names() -> None:
    assert Origin("h", "a/b", C, "x", 1, 2).name == "a/b@0a1b2c3:x:1-2"
    assert Origin("h", "a/b", C, "x", 1, 1).name == "a/b@0a1b2c3:x:1"
    assert Origin("h", "a/b", C, "x").name == "a/b@0a1b2c3:x"


def test_only_fences_with_a_source_are_excerpts() -> None:
    text = "```py source=a/b@0a1b2c3:x\n1\n```\n\n```py\nsource=1\n```\n\n    source=a/b\n\n"
    text += '- ```js source="c d"\n  2\n  ```\n'
    assert [(block.text, written) for block, written in excerpts(parse_text(text))] == [
        ("1\n", "a/b@0a1b2c3:x"), ("2\n", "c d"),
    ]  # fmt: skip


@given(st.text(max_size=60) | st.text(st.sampled_from("a/@:#L1-.~h"), max_size=40))
def test_anything_gives_an_origin_or_a_sentence(written: str) -> None:
    try:
        origin = read_origin(written)
    except ValueError as error:
        assert "write" in str(error)
    else:
        assert permalink(origin).startswith("https://")
        assert ".." not in origin.path.split("/")
