"""What goes to a model's server in each interface, and which words of an answer are read."""

import json

import pytest

from inkwright.critic.apis import LONGEST, complaint, request, words
from inkwright.critic.paragraphs import paragraphs
from inkwright.critic.personas import contract
from inkwright.model.critic import Persona, Request
from inkwright.model.errors import UsageError
from inkwright.model.net import Reply
from inkwright.model.settings import CriticSettings
from inkwright.text.markdown import parse_text

OPENAI = CriticSettings(url="http://localhost:1/v1", model="tiny")
ANTHROPIC = CriticSettings(url="https://api.anthropic.com", model="big", api="anthropic")
READER = Persona("sceptic", "You believe nothing.")
POST = paragraphs(parse_text("# Ä title\n\nText.\n", "post.md"), code=False)


def made(settings: CriticSettings, key: str = "", title: str = "On caches") -> Request:
    return request(settings, key, READER, title, POST)


def test_openai() -> None:
    one = made(OPENAI, "k3y")
    body = json.loads(one.body)
    assert one.url == "http://localhost:1/v1/chat/completions"
    assert one.headers["authorization"] == "Bearer k3y" and one.headers["content-type"] == "application/json"
    assert body["model"] == "tiny" and body["stream"] is False
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert [message["content"] for message in body["messages"]] == [one.system, one.user]
    assert set(body) == {"model", "stream", "messages"}


def test_anthropic() -> None:
    one = made(ANTHROPIC, "k3y")
    body = json.loads(one.body)
    assert one.url == "https://api.anthropic.com/v1/messages"
    assert one.headers["x-api-key"] == "k3y" and one.headers["anthropic-version"] == "2023-06-01"
    assert body["system"] == one.system and body["messages"] == [{"role": "user", "content": one.user}]
    assert body["max_tokens"] > 0 and set(body) == {"model", "stream", "system", "messages", "max_tokens"}


@pytest.mark.parametrize("settings", [OPENAI, ANTHROPIC])
def test_a_server_of_ones_own_gets_no_key(settings: CriticSettings) -> None:
    assert not {"authorization", "x-api-key"} & set(made(settings).headers)


def test_the_contract_stands_after_whatever_a_reader_says() -> None:
    one = made(OPENAI)
    assert one.system.startswith("You believe nothing.") and one.system.endswith(contract())
    assert one.user == "Title: On caches\n\n[1] (heading) Ä title\n\n[2] Text."
    assert made(OPENAI, title="").user == "[1] (heading) Ä title\n\n[2] Text."


def test_a_key_is_in_no_repr_and_no_body() -> None:
    one = made(OPENAI, "k3y")
    assert "k3y" not in repr(one) and b"k3y" not in one.body


def test_a_post_that_is_too_long_is_not_sent() -> None:
    long = paragraphs(parse_text("word " * (LONGEST // 5), "post.md"), code=False)
    with pytest.raises(UsageError, match="bytes"):
        request(OPENAI, "", READER, "", long)


@pytest.mark.parametrize(
    ("api", "body", "said"),
    [
        ("openai", {"choices": [{"message": {"role": "assistant", "content": "[]"}}], "usage": {}}, "[]"),
        ("openai", {"choices": [{"message": {"content": None}}]}, None),
        ("openai", {"choices": []}, None),
        ("openai", {"error": {"message": "The cache keeps warm blocks."}}, None),
        ("openai", [], None),
        ("anthropic", {"content": [{"type": "thinking", "thinking": "x"}, {"type": "text", "text": "[]"}]}, "[]"),
        ("anthropic", {"content": []}, ""),
        ("anthropic", {"choices": []}, None),
    ],
)
def test_the_words_of_an_answer(api: str, body: object, said: str | None) -> None:
    assert words(Reply("u", 200, {}, json.dumps(body).encode()), api) == said


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"\xff\xfe", b"[" * 200_000, b'{"choices":[{"message":{"content":"\xff"}}]}']
)
def test_a_body_that_is_no_answer(body: bytes) -> None:
    assert words(Reply("u", 200, {}, body), "openai") is None
    assert words(Reply("u", 200, {}, body), "anthropic") is None


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "key in the environment variable INKWRIGHT_CRITIC_KEY"), (404, "no model `tiny`"), (400, "too long"),
        (413, "too long"), (429, "Wait"), (302, "elsewhere"), (500, "Try again later"), (418, "Try again later"),
    ],
)  # fmt: skip
def test_a_status_that_is_no_success_is_explained(status: int, said: str) -> None:
    found = complaint(Reply("u", status, {}, b"The cache keeps warm blocks."), made(OPENAI, "k3y"), OPENAI)
    assert f"answered {status}" in found and said in found and "warm" not in found


def test_a_missing_key_is_asked_for() -> None:
    assert "wants a key: put it into the environment" in complaint(Reply("u", 401), made(OPENAI), OPENAI)


def test_a_success_is_no_complaint() -> None:
    assert complaint(Reply("u", 200), made(OPENAI), OPENAI) == ""
