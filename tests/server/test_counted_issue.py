"""An issue whose links are counted, from the command to a reader's click; and none without the owner's word."""

import re
from email import message_from_bytes, policy

from click.testing import CliRunner
from tests.server.test_telling import FIREFOX
from tests.server.test_whole_way import become

from inkwright.cli.main import main
from inkwright.ledger import visits

POST = "---\ntitle: One\ndate: 2026-11-20\n---\n\nSee [this](https://other.example/?a=1&b=2).\n"


def sent_html(served, monkeypatch):
    """The HTML of the mail of an issue that is sent to one reader."""
    become(served)
    folder = served.office.workspace.root
    (folder / "posts" / "one").mkdir(parents=True)
    (folder / "posts" / "one" / "index.md").write_text(POST, encoding="utf-8")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, ["newsletter", "send", "one", "--yes"])
    assert done.exit_code == 0, done.output
    mail = message_from_bytes(served.relay.messages[-1].data, policy=policy.default)
    assert mail["subject"] == "One"
    return mail.get_body(("html",)).get_content()


def test_from_sending_to_a_click(database, serve, monkeypatch):
    served = serve("tracking = true")
    html = sent_html(served, monkeypatch)
    links = set(re.findall(rf'href="{served.office.base}(/r/\d+)"', html))
    answers = {served.client.get(link, headers=FIREFOX).headers["location"] for link in links}
    assert "https://other.example/?a=1&b=2" in answers
    dot = re.search(rf'src="{served.office.base}(/o/\d+\.gif)"', html)
    assert dot is not None
    served.client.get(dot.group(1), headers=FIREFOX)
    with served.office.ledger.read() as connection:
        assert visits.opens(connection, 1) == {"human": 1}
    done = CliRunner().invoke(main, ["newsletter", "verify"])
    assert done.exit_code == 0, done.output


def test_without_the_owners_word_nothing_is_counted(serve, monkeypatch):
    html = sent_html(serve(), monkeypatch)
    assert "https://other.example/?a=1&amp;b=2" in html
    assert "/r/" not in html
    assert "/o/" not in html
