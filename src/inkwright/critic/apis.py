"""The two ways in which model servers are spoken to: what is sent, and where the words of an answer stand.

Only the words of the answer are read, never those of an error: whatever a server says goes through the contract.
"""

import json
from typing import Any

import msgspec

from inkwright.critic.endpoint import address
from inkwright.critic.paragraphs import numbered
from inkwright.critic.personas import contract
from inkwright.model.critic import Paragraph, Persona, Request
from inkwright.model.errors import UsageError
from inkwright.model.net import Reply
from inkwright.model.settings import CriticSettings

MOST_TOKENS = 4096
"""Tokens of an answer, where the interface wants to be told: seven entries and room to think."""
LONGEST = 400_000
"""Bytes of a request at most; a post of 5,000 words takes about 35,000."""


def request(
    settings: CriticSettings, key: str, persona: Persona, title: str, paragraphs: tuple[Paragraph, ...]
) -> Request:
    """What one reader is sent. `key` is "" for a server that wants none. Raises UsageError for a post too long.

    **Source:** the chat completions interface as OpenAI documents it and Ollama, llama.cpp and vLLM serve it; the
    messages interface of Anthropic, version 2023-06-01.
    """
    system = f"{persona.text}\n\n---\n\n{contract()}"
    user = "\n\n".join(part for part in (f"Title: {title}" if title else "", numbered(paragraphs)) if part)
    asked: dict[str, Any] = {"model": settings.model, "stream": False}
    headers = {"content-type": "application/json", "accept": "application/json"}
    if settings.api == "anthropic":
        asked |= {"system": system, "messages": [{"role": "user", "content": user}], "max_tokens": MOST_TOKENS}
        headers |= {"anthropic-version": "2023-06-01"} | ({"x-api-key": key} if key else {})
    else:
        asked["messages"] = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        headers |= {"authorization": f"Bearer {key}"} if key else {}
    body = json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")
    if len(body) > LONGEST:
        said = f"the post makes a request of {len(body):,} bytes"
        hint = f"The critic sends at most {LONGEST:,}; split the post, or set `critic.code` to false."
        raise UsageError(said, hint=hint)
    return Request(persona, address(settings), headers, body, system, user)


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Block(msgspec.Struct):
    type: str
    text: str = ""


class _Answer(msgspec.Struct):
    content: list[_Block]


def words(reply: Reply, api: str) -> str | None:
    """The words of a good answer; None where there are none to be found."""
    try:
        if api == "anthropic":
            answer = msgspec.json.decode(reply.body, type=_Answer)
            return "".join(block.text for block in answer.content if block.type == "text")
        choices = msgspec.json.decode(reply.body, type=_Completion).choices
        return choices[0].message.content if choices else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def complaint(reply: Reply, request: Request, settings: CriticSettings) -> str:
    """What an answer that is no success means, and what to do; "" for a success."""
    status = reply.status
    if 200 <= status < 300:
        return ""
    if status in (401, 403):
        keyed = {"authorization", "x-api-key"} & set(request.headers)
        said = "does not accept the key in" if keyed else "wants a key: put it into"
        said = f"it {said} the environment variable {settings.key}"
    else:
        said = _MEANINGS.get(status, _AWAY if 300 <= status < 400 else _THEIRS)
    return f"the critic's server answered {status}: {said.format(model=settings.model, url=settings.url)}"


_TOO_LONG = "it does not take the request. The post may be too long for `{model}`, or [critic] api wrong"
_NO_CREDIT = "too many requests, or no credit left. Wait, or look at your account there"
_NOT_THERE = "it has no model `{model}`, or [critic] url is not the right address"
_AWAY = "it sends us elsewhere, where the post does not go. Put the final address into [critic] url"
_THEIRS = "it has a fault of its own. Try again later"
_MEANINGS = {400: _TOO_LONG, 413: _TOO_LONG, 422: _TOO_LONG, 402: _NO_CREDIT, 429: _NO_CREDIT, 404: _NOT_THERE}
