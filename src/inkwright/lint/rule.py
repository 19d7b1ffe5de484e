"""Rules as the engine needs them: what their pages say, compiled into one table that opens in a few milliseconds.

Building or installing the package makes the table, `rules.table`. Where it is missing or older than the pages they are
compiled in memory, so that a new page is all it takes to add a rule.
"""

import difflib
import importlib
import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from inkwright.lint.packed import pack
from inkwright.lint.page import RULES, RulePage, page_names, read_page
from inkwright.lint.slots import Patterns, compile_patterns
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Finding, Fix, Severity
from inkwright.model.span import Span

TABLE = Path(__file__).parent / "rules.table"
"""The compiled pages; not under version control."""
_MAKERS = ("rule.py", "page.py", "slots.py", "packed.py")
ALWAYS = ("always",)
"""What a page writes as its triggers when its code has to see every document."""

Check = Callable[[Document, Context], Iterable[Finding]]


class Rule(NamedTuple):
    """What the engine knows of a rule. `kind` is "phrase" for pure data, "code" for a `.py` beside the page (which may
    use the page's phrases) and "engine" for what the engine itself reports. `triggers` are texts of which a document
    must hold one for the code to run at all; empty runs it always. `within` is "opening" for phrases that count only in
    the first paragraphs. `scope` is "block" for a rule whose findings in a top-level block depend on nothing but that
    block, its options and the audience, "document" for any other. `rate` is findings per 1,000 words of good published
    prose."""

    name: str
    category: str
    severity: Severity
    status: str
    fix: str
    kind: str
    why: str
    message: str
    triggers: tuple[str, ...]
    aliases: tuple[str, ...]
    within: str
    scope: str
    options: dict[str, Any]
    rate: float = 0.0


class PhraseEntry(NamedTuple):
    """What is known of a phrase besides its words: its rule, and the fields of `page.Phrase`."""

    rule: str
    instead: str | None
    unless: "Around"
    at_start: bool
    only: "Around"


Longer = tuple[int, tuple[str, ...]]
"""A longer phrase around another one, and the index at which that one stands in it."""
Around = dict[int, dict[str, tuple[Longer, ...]]]
"""Longer phrases by how far from the start of the phrase a word of theirs stands that is none of it, and by that
word: a common phrase may have a thousand around it."""


Node = tuple[tuple[tuple[Any, ...], ...], dict[str, Any]]
"""A place in the tree of phrases: the phrases that end here, as plain `PhraseEntry` fields, and the node of each word
that may follow."""
Tree = dict[str, tuple[tuple[tuple[Any, ...], ...], dict[str, bytes]]]
"""Phrases by first word: those of one word, and the packed node of each word that may follow."""


class Table(NamedTuple):
    """All rules by name, the tree of the phrases of all rules without code by first word, and the rule behind each
    alias."""

    rules: dict[str, Rule]
    phrases: Tree
    aliases: dict[str, str]


def compile_pages(pages: Iterable[RulePage]) -> tuple[Any, ...]:
    """Rules and tree of phrases as plain tuples and dicts, ready for `marshal`."""
    rules: dict[str, tuple[Any, ...]] = {}
    root: dict[str, Any] = {}
    for page in pages:
        code = (RULES / page.category / f"{module_of(page.name)}.py").exists()
        kind = "code" if code else "phrase" if page.phrases else "engine"
        triggers = () if page.triggers == ALWAYS else tuple(sorted(page.triggers, key=len))  # short ones are common
        why = page.why.split("\n\n")[0].replace("\n", " ")
        patterns = {"patterns": compile_patterns(page.patterns, page.excused)} if page.patterns else {}
        tree = {} if code else root
        for phrase in page.phrases:
            unless, only = around(phrase.words, phrase.unless), around(phrase.words, phrase.only)
            _plant(tree, phrase.words, (page.name, phrase.instead, unless, phrase.at_start, only))
        own = {"phrases": _packed(tree)} if code and tree else {}
        rules[page.name] = (
            page.name, page.category, page.severity, page.status, page.fix, kind, why, page.message, triggers,
            page.aliases, page.within, _scope(page, kind), {**page.options, **patterns, **own}, page.rate,
        )  # fmt: skip
    return rules, _packed(root)


def _scope(page: RulePage, kind: str) -> str:
    """What a finding of a rule depends on: phrases are matched within a paragraph, unless only the first ones count."""
    return "block" if kind == "phrase" and not page.within else page.scope


def around(words: tuple[str, ...], phrases: Iterable[Longer]) -> Around:
    """Longer phrases around some words, sorted for `phrases`."""
    found: Around = {}
    for before, longer in phrases:
        index = 0 if before or len(longer) == len(words) else len(words)
        by_word = found.setdefault(index - before, {})
        by_word[longer[index]] = (*by_word.get(longer[index], ()), (before, longer))
    return found


def _plant(root: dict[str, Any], words: tuple[str, ...], entry: tuple[Any, ...]) -> None:
    """Hang a phrase into the tree; of two spellings of one rule the first one stays."""
    *path, last = words
    below = root
    for word in path:
        below = below.setdefault(word, ((), {}))[1]
    entries, children = below.get(last, ((), {}))
    if all(known[0] != entry[0] for known in entries):
        below[last] = ((*entries, entry), children)


def _packed(root: dict[str, Node]) -> Tree:
    return {
        word: (entries, {second: pack(node) for second, node in below.items()})
        for word, (entries, below) in root.items()
    }


def pages_stamp() -> list[Any]:
    """What tells whether a compiled table is older than the pages, or made by other code: name and size of every file
    of the rules and of the code that compiles them."""
    folders = sorted(entry.path for entry in os.scandir(RULES) if entry.is_dir())
    makers = [[name, (RULES.parent / name).stat().st_size] for name in _MAKERS]
    return makers + [
        [entry.name, entry.stat().st_size]
        for folder in folders
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
        if entry.name.endswith((".md", ".py"))
    ]


def write_table(path: Path = TABLE) -> None:
    """Compile all pages into a file; called when the package is built or installed."""
    compiled = compile_pages(read_page(name) for name in page_names())
    path.write_bytes(pack((pages_stamp(), *compiled)))


def _read_table() -> tuple[Any, ...] | None:
    """What `write_table` wrote, None when it is not there, of another kind of Python, or older than the pages."""
    try:
        stamp, *compiled = marshal.loads(TABLE.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return tuple(compiled) if stamp == pages_stamp() else None


@cache
def table() -> Table:
    """The compiled rules: from the file made when the package was built, else from the pages."""
    rules, phrases = _read_table() or compile_pages(read_page(name) for name in page_names())
    known = {name: Rule(*fields) for name, fields in rules.items()}
    return Table(known, phrases, {alias.lower(): rule.name for rule in known.values() for alias in rule.aliases})


def module_of(name: str) -> str:
    """The file stem of a rule's code: its name with underscores."""
    return name.replace("-", "_")


@cache
def checker(name: str) -> Check:
    """The `check` of a code rule, imported on first use."""
    rule = table().rules[name]
    module = importlib.import_module(f"inkwright.lint.rules.{rule.category}.{module_of(name)}")
    check: Check = module.check
    return check


def resolve(name: str) -> str:
    """The rule of a name or of an old or foreign name for it, "" when there is none."""
    known = table()
    return name if name in known.rules else known.aliases.get(name.lower(), "")


def find_rule(name: str) -> Rule:
    """The rule of a name or alias. Raises UsageError that names the nearest one."""
    found = resolve(name)
    if not found:
        close = difflib.get_close_matches(name.lower(), [*table().rules, *table().aliases], 1, 0.5)
        hint = f"Did you mean `{resolve(close[0])}`?" if close else "`inkwright rule` lists them all."
        raise UsageError(f"there is no rule `{name}`", hint=hint)
    return table().rules[found]


def is_on(rule: Rule, context: Context) -> bool:
    """Whether a rule runs: stable ones do, others when switched on; a name counts more than its category."""
    if rule.name in context.rules_off:
        return False
    if rule.name in context.rules_on:
        return True
    if rule.category in context.rules_off:
        return False
    return rule.status == "stable" or rule.category in context.rules_on


def found(span: Span, message: str, *, fix: Fix | None = None, severity: str = "", why: str = "") -> Finding:
    """A finding as a rule's code makes it: the engine adds name, category, severity and reason where left out."""
    return Finding("", "", cast(Severity, severity), span, message, why, fix)


def with_defaults(options: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The options of every rule: those of its page, overridden by the user's."""
    known = {name: rule.options for name, rule in table().rules.items() if rule.options}
    return known | {name: {**known[name], **own} for name, own in options.items() if name in known}


def number(context: Context, rule: str, option: str) -> int:
    """A whole-number option of a rule. Raises UsageError when the settings hold something else."""
    value = context.options[rule][option]
    if not isinstance(value, int):
        raise UsageError(f"check.options.{rule}.{option} must be a whole number, not {value!r}", path="inkwright.toml")
    return value


def names(context: Context, rule: str, option: str) -> frozenset[str]:
    """An option of a rule that is a list of words."""
    value = context.options[rule][option]
    return _as_names(tuple(value) if isinstance(value, list | tuple) else (value,))


def patterns(rule: str) -> Patterns:
    """The compiled patterns of a rule's page. Raises KeyError for a page that has none."""
    return Patterns(*table().rules[rule].options["patterns"])


def own_phrases(rule: str) -> Tree:
    """The tree of the phrases of a rule's page that has code as well. Raises KeyError for a page without either."""
    known: Tree = table().rules[rule].options["phrases"]
    return known


@cache
def _as_names(values: tuple[object, ...]) -> frozenset[str]:
    return frozenset(map(str, values))
