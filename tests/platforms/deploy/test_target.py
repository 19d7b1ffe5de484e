"""What a deployment compares and remembers."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.media_types import media_type
from inkwright.platforms.deploy.target import difference, in_order, lists, read_list, safe
from inkwright.platforms.deploy.targets import kinds

SITES = st.dictionaries(st.sampled_from(["a", "b/c", "é.html", "d.xml", "e f"]), st.sampled_from(["1", "2"]))


@given(SITES, SITES, st.booleans())
def test_changes_turn_one_site_into_the_other(now: dict[str, str], before: dict[str, str], everything: bool) -> None:
    changes = difference(now, before, everything)
    there = {path: digest for path, digest in before.items() if path not in changes.remove}
    there |= {path: now[path] for path in changes.send}
    assert there == now and changes.same == len(now) - len(changes.send)
    between, final = (read_list(one) for one in lists(now, before, changes))
    assert final == now and between.keys() == before.keys() | set(changes.send)
    assert set(difference(now, between).send) >= set(changes.send)  # killed on the way, all of it is sent again


@given(st.binary())
def test_any_list_is_read_without_an_error(data: bytes) -> None:
    assert all(map(safe, read_list(data)))


def test_a_list_cannot_lead_out() -> None:
    bad = b'{"files": {"../x": "1", "/etc/x": "1", "a//b": "1", "a\\\\b": "1", "": "1", "ok/x": "1", "n": 2}}'
    assert read_list(bad) == {"ok/x": "1"}


def test_pages_go_after_what_they_show() -> None:
    assert in_order(["a.html", "z.png", "b.xml", "assets/s.css"]) == ["assets/s.css", "z.png", "a.html", "b.xml"]


def test_every_kind_is_there_with_a_fault_for_empty_settings() -> None:
    assert set(kinds()) == {"folder", "github-pages", "rsync", "s3"}
    assert all(kind.fault(DeployTarget(branch="")) for kind in kinds().values())


def test_media_types() -> None:
    assert media_type("posts/a/index.html") == "text/html; charset=utf-8"
    assert (media_type("a/P.PNG"), media_type("x.unknown"), media_type("CNAME")) == (
        "image/png", "application/octet-stream", "application/octet-stream",
    )  # fmt: skip
