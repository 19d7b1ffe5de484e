"""The critic is off until it is set up, and never sends in the open."""

import pytest

from inkwright.critic.endpoint import address, host_and_port, require_ready
from inkwright.model.errors import UsageError
from inkwright.model.settings import CriticSettings


def at(url: str, api: str = "openai") -> CriticSettings:
    return CriticSettings(url=url, model="m", api=api)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (CriticSettings(), "set `url` and `model` below"),
        (CriticSettings(url="http://localhost/v1"), "set `model` below"),
        (CriticSettings(model="m"), "set `url` below"),
    ],
)
def test_off_says_what_to_set(settings: CriticSettings, said: str) -> None:
    with pytest.raises(UsageError, match="the critic is off") as error:
        require_ready(settings, "")
    assert said in str(error.value) and "INKWRIGHT_CRITIC_KEY" in str(error.value)


@pytest.mark.parametrize(
    "url",
    ["http://localhost:11434/v1", "http://127.0.0.1/v1", "http://[::1]:8080", "http://gpu-box:8000/v1",
     "http://10.0.0.7/v1", "http://box.lan/v1", "https://api.example.com/v1"],
)  # fmt: skip
def test_own_hosts_and_safe_ones_are_asked(url: str) -> None:
    require_ready(at(url), "key")


@pytest.mark.parametrize("url", ["http://api.example.com/v1", "http://8.8.8.8/v1", "http://localhost.example.com"])
def test_a_post_does_not_cross_the_internet_in_the_open(url: str) -> None:
    with pytest.raises(UsageError, match="for everybody on the way to read"):
        require_ready(at(url), "")


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ключ", "\x00"])
def test_a_key_that_is_none_is_not_repeated(key: str) -> None:
    with pytest.raises(UsageError) as error:
        require_ready(at("http://localhost"), key)
    assert key not in str(error.value)


@pytest.mark.parametrize(
    ("url", "api", "expected"),
    [
        ("http://localhost:11434/v1/", "openai", "http://localhost:11434/v1/chat/completions"),
        ("http://x/v1/chat/completions", "openai", "http://x/v1/chat/completions"),
        ("https://api.anthropic.com", "anthropic", "https://api.anthropic.com/v1/messages"),
        ("https://api.anthropic.com/v1", "anthropic", "https://api.anthropic.com/v1/messages"),
        ("https://proxy.example/v1/messages", "anthropic", "https://proxy.example/v1/messages"),
    ],
)
def test_the_address_of_the_interface(url: str, api: str, expected: str) -> None:
    assert address(at(url, api)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [("http://Box:8/v1", ("box", 8)), ("https://a.example", ("a.example", 443)), ("http://[::1]/v1", ("::1", 80))],
)
def test_what_the_writer_allowed(url: str, expected: tuple[str, int]) -> None:
    assert host_and_port(at(url)) == expected


@pytest.mark.parametrize("url", ["http://x:99999/v1", "http://x:no/v1", "http://[::1/v1"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UsageError):
        host_and_port(at(url))
