"""Web-hooks and counts over real HTTP."""

import json

import pytest
from sqlalchemy import insert, select
from tests.newsletter.hooks.test_ses import CERTIFICATE, HOST, TOPIC, body, certificate_of
from tests.server.test_whole_way import READER, become, reader_of, token_of

from inkwright.flows.newsletter_server_hooks import Hooks
from inkwright.ledger import visits
from inkwright.ledger.keys import address_hash, address_key
from inkwright.ledger.relay_events import count_events
from inkwright.ledger.suppression import suppression_of
from inkwright.ledger.tables import click, issue
from inkwright.model.errors import NetError
from inkwright.model.net import Reply

GOOD = {"authorization": "Bearer correct-horse-battery-staple"}
FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def tell(served, event, headers=GOOD, provider="generic"):
    return served.client.post(f"/hooks/{provider}", json=event, headers=headers)


def suppressed(served, email=READER):
    with served.office.ledger.write() as connection:
        found = suppression_of(connection, address_hash(address_key(connection, served.now()), email))
    return found and found.reason


def test_a_hard_bounce_counts_once(database, serve):
    served = serve()
    become(served)
    event = {"id": "e1", "kind": "hard", "email": READER.upper(), "reason": "550 gone"}
    assert tell(served, event).status_code == 200
    assert suppressed(served) == "hard-bounce"
    assert tell(served, event).status_code == 200
    with served.office.ledger.read() as connection:
        assert sum(count_events(connection, served.now()).values()) == 1


def test_soft_bounces_need_three_in_two_weeks(served):
    become(served)
    for number, token in enumerate(token_of(served, "bounce", which) for which in (1, 2, 3)):
        assert suppressed(served) is None
        tell(served, {"id": f"s{number}", "kind": "soft", "token": token})
        served.later(days=6)
    assert suppressed(served) == "soft-bounces"


def test_a_complaint_and_a_wish_to_leave(served):
    become(served)
    become(served, "other@example.org")
    tell(served, {"id": "c", "kind": "complaint", "email": READER})
    tell(served, {"id": "u", "kind": "unsubscribe", "email": "other@example.org"})
    assert suppressed(served) == "complaint"
    assert reader_of(served, "other@example.org").status == "unsubscribed"


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": "Basic eDp5"}])
def test_who_does_not_know_the_secret_does_nothing(served, headers):
    become(served)
    assert tell(served, {"id": "1", "kind": "hard", "email": READER}, headers).status_code == 403
    assert tell(served, {"RecordType": "Bounce"}, headers, "postmark").status_code == 403
    assert suppressed(served) is None
    assert "no proof" in served.log[-1]


@pytest.mark.parametrize("secret", ["", "short"])
def test_without_a_good_secret_nobody_is_listened_to(served, secret):
    become(served)
    hooks = Hooks(served.office, secret, Amazon())
    told = json.dumps({"id": "1", "kind": "hard", "email": READER}).encode()
    for provider in ("generic", "postmark", "ses"):
        heard = hooks.hear(provider, {"authorization": f"Bearer {secret}"}, told, served.now())
        assert heard == ("closed", "")
    assert suppressed(served) is None


def test_nonsense_and_unknown_relays(served):
    assert tell(served, {"id": "1"}).status_code == 400
    assert tell(served, {}, provider="nobody").status_code == 404
    assert tell(served, {}, provider="ses").status_code == 404, "no topic is set"
    assert tell(served, {"id": "1", "kind": "hard", "email": "stranger@example.org"}).status_code == 200
    assert tell(served, {"id": "2", "kind": "hard", "email": "no address"}).status_code == 200


def test_postmark(served):
    become(served)
    event = {"RecordType": "Bounce", "ID": 42, "Type": "HardBounce", "Email": READER}
    assert tell(served, event, provider="postmark").status_code == 200
    assert suppressed(served) == "hard-bounce"


class Amazon:
    """Answers as SNS does for its certificate, and counts."""

    def __init__(self):
        self.asked = []
        self.down = False

    def __call__(self, url):
        self.asked.append(url)
        if self.down:
            raise NetError("timeout", "it does not answer", url=url, passing=True)
        return Reply(url, 200, {}, certificate_of() if url == CERTIFICATE else b"<ok/>")


@pytest.fixture
def sns(serve):
    served = serve(f'ses_topic = "{TOPIC}"')
    amazon = Amazon()
    return served, amazon, Hooks(served.office, "", amazon)


def bounce_of(email):
    return body(told={"notificationType": "Bounce", "bounce": {
        "bounceType": "Permanent", "feedbackId": "f1", "bouncedRecipients": [{"emailAddress": email}]}})  # fmt: skip


def test_ses(sns):
    served, amazon, hooks = sns
    become(served)
    for _ in range(3):
        assert hooks.hear("ses", {}, bounce_of(READER), served.now()) == ("taken", "")
    assert suppressed(served) == "hard-bounce"
    assert amazon.asked == [CERTIFICATE], "fetched once"


def test_ses_forged(sns):
    served, amazon, hooks = sns
    become(served)
    forged = json.loads(bounce_of(READER)) | {"MessageId": "another"}
    assert hooks.hear("ses", {}, json.dumps(forged).encode(), served.now())[0] == "stranger"
    elsewhere = json.loads(bounce_of(READER)) | {"SigningCertURL": "https://evil.example/x.pem"}
    assert hooks.hear("ses", {}, json.dumps(elsewhere).encode(), served.now())[0] == "nonsense"
    assert suppressed(served) is None
    assert amazon.asked == [CERTIFICATE]


def test_ses_while_amazon_is_away(sns):
    served, amazon, hooks = sns
    become(served)
    amazon.down = True
    assert hooks.hear("ses", {}, bounce_of(READER), served.now())[0] == "later"
    amazon.down = False
    assert hooks.hear("ses", {}, bounce_of(READER), served.now())[0] == "taken"
    assert suppressed(served) == "hard-bounce"


def test_ses_subscription_is_accepted_where_amazon_says(sns):
    served, amazon, hooks = sns
    to = f"{HOST}/?Action=ConfirmSubscription&Token=abc"
    asked = body(Type="SubscriptionConfirmation", SubscribeURL=to, Token="abc")
    assert hooks.hear("ses", {}, asked, served.now())[0] == "taken"
    assert amazon.asked == [CERTIFICATE, to]


def counting(serve, more="tracking = true\nvisits = true"):
    served = serve(more)
    with served.office.ledger.write() as connection:
        connection.execute(insert(issue).values(id=1, slug="a", state="draft", made=served.now()))
        visits.keep_link(connection, 1, "https://me.dev/post/?a=b")
    return served


def test_opens_and_clicks_by_who(database, serve):
    served = counting(serve)
    agents = [FIREFOX["user-agent"], FIREFOX["user-agent"], "Mozilla/5.0", "x GoogleImageProxy", "curl/8"]
    for agent in agents:
        assert served.client.get("/o/1.gif", headers={"user-agent": agent}).headers["content-type"] == "image/gif"
        moved = served.client.get("/r/1", headers={"user-agent": agent})
        assert (moved.status_code, moved.headers["location"]) == (302, "https://me.dev/post/?a=b")
    with served.office.ledger.read() as connection:
        assert visits.opens(connection, 1) == {"human": 1, "mpp": 1, "proxy": 1, "scanner": 1}
        kinds = sorted(connection.execute(select(click.c.kind)).scalars())
    assert kinds == ["human", "scanner", "scanner", "scanner"]


def test_no_open_redirect(serve):
    served = counting(serve)
    for path in ("/r/2", "/r/1/https://evil.example", "/r/https://evil.example", "/r/?to=https://evil.example"):
        answer = served.client.get(path)
        assert (answer.status_code, answer.headers.get("location")) == (404, None)
    assert served.client.get("/r/1?to=https://evil.example").headers["location"] == "https://me.dev/post/?a=b"


def test_while_it_is_off_nothing_is_counted(serve):
    served = counting(serve, "")
    served.client.get("/o/1.gif", headers=FIREFOX)
    assert served.client.get("/r/1", headers=FIREFOX).status_code == 302
    served.client.post("/visit", content=b"/a/", headers=FIREFOX)
    with served.office.ledger.read() as connection:
        assert visits.opens(connection, 1) == {}
        assert connection.execute(select(click.c.id)).all() == []
        assert visits.visits(connection, "") == []


def test_visits(serve):
    served = counting(serve)
    for network in ("198.51.100.1", "198.51.100.1", "198.51.100.2"):
        headers = {**FIREFOX, "x-forwarded-for": network, "origin": "https://me.dev"}
        assert served.client.post("/visit", content=b"/a/?x=y", headers=headers).status_code == 204
    for headers in ({**FIREFOX, "origin": "https://evil.example"}, {"user-agent": "Googlebot/2.1"}):
        assert served.client.post("/visit", content=b"/a/", headers=headers).status_code == 204
    served.client.post("/visit", content=b"//evil.example/", headers=FIREFOX)
    with served.office.ledger.read() as connection:
        assert visits.visits(connection, "") == [("2026-11-21", "/a/", 2, 3)]
