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
    "in an .env file": f"OPENAI_API_KEY={RANDOM}",
    "AWS in an ini file": "aws_secret_access_key = " + "kW9/bPxRfiCYq8ZrT2mW4xYb6NcV1kLp9SdF3gHj",
    "header": f"curl -H 'Authorization: Bearer {RANDOM}' https://api.shop.dev",
    "service account": '{"private_key": "-----BEGIN ' + "PRIVATE KEY-----\\n" + RANDOM * 2 + '"}',
    "groq": "gsk_" + RANDOM,
    "databricks": "dapi" + "8f3a1c9e7b2d4f6081a3c5e7092b4d6f",
    "docker": "dckr_pat_" + RANDOM,
    "azure": "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=" + RANDOM * 3 + "==",
    "discord": "https://discord.com/api/webhooks/" + "112233445566778899/" + RANDOM * 2,
    "anthropic": "sk-ant-api03-" + RANDOM * 2,
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
    "Authorization: Bearer $TOKEN",
    "Authorization: Bearer <your access token here>",
    "the key: 550e8400-e29b-41d4-a716-446655440000",
    "sha256 = 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "integrity=sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
    "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "secret_key = settings.SECRET_KEY_FOR_V2_SESSIONS",
    "access_token = response.json()['access_token']",
    "api_key=get_secret('openai-api-key-production-2')",
    "def sign(private_key: ed25519.Ed25519PrivateKey, name: str)",
    "public_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0Qm1",
    "token: ${{ secrets.GITHUB_TOKEN }}",
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
