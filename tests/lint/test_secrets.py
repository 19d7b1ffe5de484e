import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.secrets import bits, secrets

RANDOM = "q8ZrT2mW4xYb6NcV1kLp9SdF3gHj5Ka7Qw0Eu"
KEYS = {
    "aws": "AKIA" + "Q3EGRJ7T4MZP2W5X",
    "github": "ghp_" + RANDOM,
    "slack": "xoxb-" + "2480913752-" + RANDOM,
    "openai": "sk-proj-" + RANDOM,
    "hugging face": "hf_" + RANDOM,
    "stripe": "sk_live_" + RANDOM,
    "token": f"eyJhbGciOiJIUzI1NiJ9{RANDOM}.eyJ{RANDOM}.{RANDOM}",
    "private key": "-----BEGIN OPENSSH " + "PRIVATE KEY-----\n" + RANDOM * 2,
    "address": "mongodb://anna:" + "k9vRw27Lq@db.shop.dev/x",
    "given": f'client_secret: "{RANDOM}"',
    "in JSON": f'{{"api_key": "{RANDOM}"}}',
}
HARMLESS = (
    "AKIAIOSFODNN7EXAMPLE",
    "sk-" + "x" * 40,
    "sk-" + "your-own-key-goes-right-here",
    "ghp_" + "0" * 36,
    "export TOKEN=$GITHUB_TOKEN",
    'password = "changeme-changeme-1"',
    'api_key = os.environ["OPENAI_API_KEY"]',
    "postgres://user:password@db.shop.dev/x",
    "postgres://app:app@localhost/x",
    "redis://:{password}@cache.shop.dev",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    'token = "user_profile_settings_version"',
    "task-based-scheduling-of-everything-1",
    "https://example.com/@anna:profile",
)


@pytest.mark.parametrize("name", KEYS)
def test_keys(name: str) -> None:
    text = f"before {KEYS[name]} after"
    found = list(secrets(text))
    assert len(found) == 1
    assert text[found[0].span.start : found[0].span.end] in KEYS[name]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert list(secrets(text)) == []


def test_bits() -> None:
    assert bits("") == 0
    assert bits("aaaa") == 0
    assert bits("abcd") == 2


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in secrets(text))


def test_hostile_text_takes_no_time() -> None:
    for piece in ("a://b:", "secret=", "eyJ", "-----BEGIN PRIVATE KEY-----\n", "key: ", "sk-"):
        list(secrets(piece * 20_000))
