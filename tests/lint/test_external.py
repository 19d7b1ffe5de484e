import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.external import External, answered, external, unclear
from inkwright.model.context import Context
from inkwright.model.net import LinkAnswer
from inkwright.text.markdown import parse_text


def addresses(text: str) -> list[str]:
    return [link.address for link in external(parse_text(text, "post.md"))]


def test_every_way_to_write_an_address() -> None:
    text = (
        "[a](https://a.dev/x?q=1#top 'title') ![b](https://b.dev/b.png) <https://c.dev/c> https://d.dev/d. [e][e]\n\n"
        '<a href="https://f.dev/f?a=1&amp;b=2">f</a> <img src="https://g.dev/g.png">\n\n[^1]\n\n'
        "[e]: https://e.dev/e\n\n[^1]: See [h](http://h.dev/h).\n"
    )
    assert addresses(text) == [
        "https://a.dev/x?q=1", "https://b.dev/b.png", "https://c.dev/c", "https://d.dev/d", "https://e.dev/e",
        "https://f.dev/f?a=1&b=2", "https://g.dev/g.png", "http://h.dev/h",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.dev`", "```\n[a](https://a.dev)\n```", "    https://a.dev\n", "<!-- https://a.dev -->",
        "[a](mailto:me@a.dev)", "[a](/b)", "[a](b.md)", "[a](#b)", "[a](ftp://a.dev)", "[e]: https://e.dev/unused",
        "[a](https://{{ host }}/x)", "![a]({{ site.url }}/x.png)", "[a](https://[broken)",
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_not_asked(text: str) -> None:
    assert addresses(text) == []


@pytest.mark.parametrize(
    "host",
    [
        "example.com", "www.example.org", "EXAMPLE.net", "example.com.", "blog.test", "x.invalid", "my.example",
        "localhost:8000", "app.localhost", "nas.local", "metadata.google.internal", "127.0.0.1:8000", "10.0.0.1",
        "192.168.1.1", "[::1]:8000", "prometheus:9090", "x.onion",
    ],
)  # fmt: skip
def test_reserved_and_private_hosts_are_not_asked(host: str) -> None:
    assert addresses(f"[a](http://{host}/x)") == []


@pytest.mark.parametrize("host", ["notexample.com", "example.com.evil.dev", "1.1.1.1", "latest.dev", "127labs.dev"])
def test_hosts_that_only_look_like_it_are(host: str) -> None:
    assert addresses(f"[a](http://{host}/x)") == [f"http://{host}/x"]


@pytest.mark.parametrize(
    "text",
    [
        "[https://a.dev/x](https://a.dev/x)", "<https://a.dev/x>", "See https://a.dev/x here", "[a](<https://a.dev/x> 'https://a.dev/x')",
        '<a href="https://a.dev/x">a</a>', "[a][b]\n\n[b]: https://a.dev/x", "[https://a.dev/x]\n\n[https://a.dev/x]: https://a.dev/x",
    ],
)  # fmt: skip
def test_places_hold_the_destination_and_not_the_text(text: str) -> None:
    document = parse_text(text, "post.md")
    (link,) = external(document)
    (place,) = link.places
    assert document.slice(place) == "https://a.dev/x"
    if text.startswith("["):
        assert place.start > text.index("]")


def test_an_address_written_with_escapes_has_no_place() -> None:
    (link,) = external(parse_text("[a](https://a.dev/x\\_y)", "post.md"))
    assert link == External(link.span, "https://a.dev/x_y", "", ())


@given(st.text(alphabet="[]()<>!`# \nahttps:/.dev\"'&;{}|^*_-", max_size=200))
def test_any_text_has_its_addresses_inside_itself(text: str) -> None:
    document = parse_text(text, "post.md")
    for link in external(document):
        assert link.address.lower().startswith("http")
        for place in link.places:
            assert 0 <= place.start < place.end <= len(document.text)
            assert document.slice(place).startswith(link.address[:7])


def test_answers_go_to_every_link_with_the_address() -> None:
    document = parse_text("[a](https://a.dev/x#1) [b](https://a.dev/x#2) [c](https://c.dev/)", "post.md")
    context = Context(answers={"https://a.dev/x": LinkAnswer("unclear", "403 Forbidden")})
    assert [link.fragment for link, _ in answered(document, context)] == ["1", "2"]
    assert unclear(document, context) == (("https://a.dev/x", "403 Forbidden"),)
    assert unclear(document, Context()) == ()
