"""What SpamAssassin thinks of the demo's letters, with its local rules only: nothing is asked over the network."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.interop.conftest import DEMO, TODAY

from inkwright.flows.newsletter_issue import drafted
from inkwright.newsletter.message import message_id
from inkwright.newsletter.preview import READER, source
from inkwright.workspace.folder import open_workspace

pytestmark = pytest.mark.interop
MOST = 2.0
"""Points that a letter may get. **Source:** issue 7; 5 make it spam."""
SETTINGS = """
[newsletter]
sender = "Marit Oduya <marit@warmcache.example>"
url = "https://post.warmcache.example"
bounces = "bounces@warmcache.example"
postal = "Storgata 1, Oslo"
"""
POSTS = sorted(path.name for path in (DEMO / "posts").iterdir())


@pytest.fixture(scope="module")
def blog(tmp_path_factory):
    if not shutil.which("spamassassin"):
        pytest.skip("SpamAssassin is not installed (apt install spamassassin)")
    copy = Path(shutil.copytree(DEMO, tmp_path_factory.mktemp("spam") / "demo"))
    with (copy / "inkwright.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    return open_workspace(copy)


@pytest.mark.parametrize("post", POSTS)
def test_a_letter_is_no_spam(blog, post):
    issue = drafted(blog, post, TODAY)
    known = message_id(b"k", 1, 2, "warmcache.example")
    reader = replace(
        READER, to="zoe@reader.example", name="Zoe", message_id=known, mailto="bounces+abc@warmcache.example",
        date="Sat, 21 Nov 2026 10:00:00 +0000", unsubscribe="https://post.warmcache.example/unsubscribe/abc",
        one_click="https://post.warmcache.example/unsubscribe/abc",
        preferences="https://post.warmcache.example/preferences/abc",
    )  # fmt: skip
    sent = b"Received: from relay.warmcache.example by mx.reader.example; Sat, 21 Nov 2026 10:00:02 +0000\r\n"
    message = sent + source(issue.composed, reader)
    judged = subprocess.run(
        ["spamassassin", "-L", "-t"], input=message, capture_output=True, check=True
    ).stdout.decode()
    found = re.search(r"X-Spam-Status: \w+, score=(-?[\d.]+)", judged)
    assert found and float(found[1]) < MOST, judged[judged.find("Content analysis details") :][:1500]
