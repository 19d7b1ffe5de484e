"""The tokens that a lexer of Pygments finds, faster: of the rules of a state only those are tried whose expression can
begin with the next character. The rules, their order and what they give are the lexer's own.

Lexers that do more than apply their rules are left to themselves.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from inkwright.render.first_chars import ASCII, first_chars

Token = tuple[int, Any, str]
Rule = tuple[Any, Any, Any]
"""How a rule matches at a place of the text, what it gives, and the state after it."""


def tokens_of(lexer: Any, code: str) -> Iterator[Token]:
    """What `lexer.get_tokens_unprocessed(code)` gives: place, kind and text of each token."""
    from pygments.lexer import RegexLexer

    kind = type(lexer)
    if kind.get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed and lexer._tokens is kind._tokens:
        return _tokens(lexer, code)
    found: Iterator[Token] = lexer.get_tokens_unprocessed(code)
    return found


def _tokens(lexer: Any, code: str) -> Iterator[Token]:
    from pygments.token import Error, Whitespace, _TokenType

    kind: Any = type(lexer)
    stack, at, end = ["root"], 0, len(code)
    table = _table(kind, "root")
    while at < end:
        char = code[at]
        for match_at, gives, then in table[char] if char in table else table[""]:
            match = match_at(code, at)
            if match is None:
                continue
            if type(gives) is _TokenType:
                yield at, gives, match.group()
            elif gives is not None:
                yield from gives(lexer, match)
            at = match.end()
            if then is not None:
                _go(stack, then)
                table = _table(kind, stack[-1])
            break
        else:
            if char == "\n":
                stack = ["root"]
                table = _table(kind, "root")
            yield at, (Whitespace if char == "\n" else Error), char
            at += 1


def _go(stack: list[str], then: Any) -> None:
    """The states after a rule: named ones are entered, `#pop` leaves one (the last stays), `#push` repeats one; a
    number leaves so many.

    **Source:** pygments.org/docs/lexerdevelopment (changing states).
    """
    for step in then if isinstance(then, tuple) else (then,):
        if isinstance(step, int):
            keep = max(1, len(stack) + step) if step < 0 else len(stack)
            del stack[keep:]
        elif step == "#pop":
            if len(stack) > 1:
                stack.pop()
        elif step == "#push":
            stack.append(stack[-1])
        else:
            stack.append(step)


@cache
def _table(kind: Any, state: str) -> dict[str, Sequence[Rule]]:
    """The rules of a state to be tried, in order, by the next character; "" stands for all that are not ASCII."""
    rules = [(rule, _starts(rule[0])) for rule in kind._tokens[state]]
    table: dict[str, Sequence[Rule]] = {char: [rule for rule, starts in rules if char in starts] for char in ASCII}
    return {**table, "": [rule for rule, _ in rules]}


def _starts(match_at: Any) -> frozenset[str]:
    """The characters with which a rule may begin; all of them for one that is no compiled expression."""
    pattern = getattr(match_at, "__self__", None)
    return first_chars(pattern) if isinstance(pattern, re.Pattern) else ASCII
