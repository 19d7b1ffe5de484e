"""Every route with every method: a GET changes nothing, a wrong method is refused, headers are always there."""

import httpx
import pytest
from sqlalchemy import insert, text
from tests.server.test_whole_way import READER, become, token_of

from inkwright.ledger.tables import issue, link, metadata
from inkwright.server.app import application
from inkwright.server.desk import Desk

COUNTING = "tracking = true\nvisits = true\n"
COUNTS = {"open_day", "click", "visit_day"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


def paths_of(served):
    """A path for every route of the application, links filled in with what is good."""
    desk = Desk(served.office, None, None, served.now, float, served.log.append)
    guard = application(desk)
    good = {
        "confirm/{token}": "confirm", "unsubscribe/{token}": "unsubscribe", "preferences/{token}": "preferences",
    }  # fmt: skip
    paths = {}
    for route in guard._app.routes:
        path = route.path.replace("{provider}", "generic").replace("{issue:int}", "1").replace("{link:int}", "1")
        for written, purpose in good.items():
            if path == f"/{written}":
                path = f"/{purpose}/{token_of(served, purpose)}"
        assert "{" not in path
        paths[path] = route.methods
    return paths


def contents(served, without=()):
    """All rows of all tables."""
    with served.office.ledger.read() as connection:
        return {
            name: sorted(map(str, connection.execute(text(f"SELECT * FROM {name}"))))
            for name in metadata.tables
            if name not in without
        }


def with_an_issue(served):
    become(served)
    with served.office.ledger.write() as connection:
        connection.execute(insert(issue).values(id=1, slug="a", state="draft", made=served.now()))
        connection.execute(insert(link).values(id=1, issue=1, url="https://me.dev/post/"))


@pytest.mark.parametrize("more", ["", COUNTING])
def test_no_get_changes_anything_but_counts_that_were_asked_for(database, serve, more):
    served = serve(more)
    with_an_issue(served)
    without = COUNTS if more else ()
    before = contents(served, without)
    paths = paths_of(served)
    assert len(paths) >= 12
    for path in paths:
        served.client.head(path)
        served.client.options(path)
        for query in ("", "?List-Unsubscribe=One-Click&email=new@example.org&name=x&_method=POST"):
            served.client.get(path + query, headers={"x-http-method-override": "POST"})
    assert contents(served, without) == before
    if more:
        assert contents(served) != {**before, **{name: [] for name in COUNTS}}


def test_every_method_that_a_route_does_not_know_is_refused(served):
    with_an_issue(served)
    before = contents(served)
    for path, known in paths_of(served).items():
        for method in METHODS:
            if method in known or method == "OPTIONS":
                continue
            answer = served.client.request(method, path)
            assert answer.status_code == 405, (method, path)
            assert answer.headers["allow"]
    assert contents(served) == before


def test_headers_of_every_answer(served):
    with_an_issue(served)
    for path in [*paths_of(served), "/nothing", "/confirm/x", "/hooks/other"]:
        for method in ("GET", "POST", "DELETE"):
            headers = served.client.request(method, path).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["cache-control"] == "no-store"
            assert headers["x-frame-options"] == "DENY"
            assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
            assert "set-cookie" not in headers
            assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    ["/confirm/", "/confirm", "/confirm/x/y", "/subscribe/", "/..%2f..%2fetc/passwd", "/static/x",
     "/hooks/", "/r/", "/r/abc", "/r/-1", "/r/99999999999999999999999", "/o/1", "/o/1.gif/", "/.env", "/hooks/ses/"],
)  # fmt: skip
def test_what_is_not_there(served, path):
    for method in ("GET", "POST"):
        answer = served.client.request(method, path)
        assert answer.status_code in (404, 405), path
        assert "Traceback" not in answer.text


def test_another_host_gets_nothing(served):
    for host in ("evil.example", "127.0.0.1", f"{served.office.host}.evil.example", "", "localhost"):
        answer = served.client.get("/subscribe", headers={"host": host})
        assert answer.status_code in (400, 421), host
        assert "form" not in answer.text.lower()
    assert served.client.get("/health", headers={"host": "10.0.0.5"}).text == "ok\n"


def test_what_is_too_large(served):
    big = b"email=" + b"a" * 20_000
    assert refused(served, "/subscribe", big)
    assert refused(served, "/subscribe", iter([b"x" * 9000] * 3))
    assert served.client.post("/hooks/generic", content=b"x" * 20_000).status_code != 413
    assert refused(served, "/hooks/generic", b"x" * 2_000_000)


def refused(served, path, body):
    """Whether a body is too large: said, or the line is closed on who goes on sending after it was said."""
    try:
        return served.client.post(path, content=body).status_code == 413
    except httpx.TransportError:
        return served.client.post(path, content=b"").status_code != 413


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{", 400),
        ("application/json", b"[]", 400),
        ("application/json", b"[" * 9000, 400),
        ("application/x-www-form-urlencoded", b"email=%ff", 200),
        ("application/x-www-form-urlencoded", b"\xff\xfe", 400),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(200)), 400),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("text/xml", b"<a/>", 415),
    ],
)
def test_bodies_that_are_no_form(served, kind, body, status):
    for path in ("/subscribe", "/subscribe.json"):
        assert served.client.post(path, content=body, headers={"content-type": kind}).status_code == status


def test_a_ledger_that_cannot_be_used_is_said_to_the_owner_alone(served):
    become(served)
    leave = "/unsubscribe/" + token_of(served, "unsubscribe")
    with served.office.ledger.write() as connection:
        connection.execute(text("ALTER TABLE subscriber RENAME TO elsewhere"))
    answer = served.client.post(leave)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "300"
    assert "our fault" in answer.text
    assert "subscriber" not in answer.text
    assert served.log
    assert leave.split("/")[-1] not in served.log[-1], "no token in a log"


def test_a_server_below_a_path(serve):
    """Whether the proxy takes the path off or not."""
    served = serve(path="/letters")
    for path in ("/letters/subscribe", "/subscribe", "/letters/"):
        assert 'action="&#x2f;letters&#x2f;subscribe"' in served.client.get(path).text
    assert served.client.get("/lettersubscribe").status_code == 404
    served.sign_up(READER)
    served.turn()
    text = served.mails(READER)[-1].get_body(("plain",)).get_content()
    assert "/letters/confirm/" in text
    assert served.client.post("/letters" + served.link(READER)).status_code == 200
