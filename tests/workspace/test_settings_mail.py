import pytest

from inkwright.model.errors import SettingsError
from inkwright.model.settings import NewsletterSettings, RelaySettings
from inkwright.workspace.settings import load_settings
from inkwright.workspace.settings_file import documented_settings
from inkwright.workspace.settings_mail import senseless_mail

NEWSLETTER, RELAY = NewsletterSettings(), RelaySettings()


def said(newsletter=NEWSLETTER, relay=RELAY):
    return [text for _, text in senseless_mail(newsletter, relay)]


def test_the_defaults_and_a_full_set_make_sense():
    full = NewsletterSettings(
        sender="Ada <ada@me.dev>", reply_to="ada@me.dev", bounces="bounces@me.dev", url="https://letters.me.dev/in",
        list_id="letters.me.dev", text="teaser", window="08:00-20:00", warm_up=(200, 400), on_uncertain="hold",
    )  # fmt: skip
    relay = RelaySettings("smtp.me.dev", 465, "tls", "ada", 8, 0, "me.dev", "ink")
    assert said() == [] and said(full, relay) == []


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"sender": "Ada"}, "sender"),
        ({"sender": "Ada <ada@localhost>"}, "sender"),
        ({"sender": "Ada <a@me.dev>\r\nBcc: x@y.example"}, "sender"),
        ({"reply_to": "nobody"}, "reply_to"),
        ({"bounces": "a b@me.dev"}, "bounces"),
        ({"url": "letters.me.dev"}, "url"),
        ({"url": "https://letters.me.dev/?a"}, "url"),
        ({"list_id": "my letters"}, "list_id"),
        ({"text": "half"}, "text"),
        ({"on_uncertain": "drop"}, "on_uncertain"),
        ({"window": "8-20"}, "window"),
        ({"warm_up": (100, 0)}, "warm_up"),
        ({"recent": -1}, "recent"),
        ({"trusted_proxies": ("10.0.0.0/8", "proxy.me.dev")}, "trusted_proxies"),
        ({"ses_topic": "letters"}, "ses_topic"),
        ({"imap_host": "imaps://me.dev"}, "imap_host"),
        ({"imap_port": 0}, "imap_port"),
    ],
)
def test_what_no_issue_could_be_made_with_is_named(given, key):
    found = said(NewsletterSettings(**given))
    assert len(found) == 1 and f"`newsletter.{key}`" in found[0]


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"security": "ssl"}, "security"),
        ({"port": 0}, "port"),
        ({"connections": 0}, "connections"),
        ({"rate": -1}, "rate"),
        ({"host": "smtp://me.dev"}, "host"),
        ({"dkim_domain": "me.dev"}, "dkim_domain"),
        ({"dkim_selector": "a b", "dkim_domain": "me.dev"}, "dkim_selector"),
    ],
)
def test_what_no_relay_could_be_reached_with_is_named(given, key):
    found = said(relay=RelaySettings(**given))
    assert len(found) == 1 and f"`relay.{key}`" in found[0]


def test_the_line_is_named_and_a_new_file_shows_the_keys(tmp_path):
    path = tmp_path / "inkwright.toml"
    path.write_text('[newsletter]\nsender = "Ada"\n')
    with pytest.raises(SettingsError, match=r"inkwright.toml:2: `newsletter.sender` must be a mail address"):
        load_settings(path)
    path.write_text(documented_settings({}))
    assert load_settings(path).relay == RelaySettings()
    assert "[relay]" in path.read_text() and 'security = "starttls"' in path.read_text()
