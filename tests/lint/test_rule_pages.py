"""Every rule page is its own test: what it says is flagged is flagged exactly there, what it calls clean is clean."""

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from inkwright.evidence.excerpts import excerpt_states
from inkwright.evidence.numbers import number_states
from inkwright.evidence.results import Data, read_results
from inkwright.lint import engine
from inkwright.lint.engine import check
from inkwright.lint.page import RULES, Example, page_names, read_page
from inkwright.lint.plain_prose import plain_prose
from inkwright.lint.rule import checker, module_of, resolve, table
from inkwright.lint.voice import learn
from inkwright.model.context import Context
from inkwright.model.design import NO_DESIGN, Companion, Design
from inkwright.model.diagram import Export
from inkwright.model.document import Document
from inkwright.model.finding import CATEGORIES, Finding
from inkwright.model.grammar import Slip
from inkwright.model.mailing import Projected
from inkwright.model.net import LinkAnswer
from inkwright.model.number import NumberState
from inkwright.model.origin import Origin
from inkwright.model.picture import Trace
from inkwright.model.reference import Bibliography, Person, Reference
from inkwright.model.run import Standing
from inkwright.model.sources import SourceText
from inkwright.model.span import Span
from inkwright.plan.templates import template_or_none
from inkwright.platforms.metadata import metadata_of
from inkwright.render.data_blocks import document_faults
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.markdown import parse_text

TODAY = "2026-11-21"
CLIP = """A note on caches.

A cold cache answers every request from the disk until the working set has been read once, which took us nine minutes
on the old machines. Nobody had told the people on call.
"""
NAMES = sorted(page_names())
PAGES = {name: read_page(name) for name in NAMES}


def of_kind(kind: str) -> list[object]:
    return [
        pytest.param(name, example, id=f"{name}-{at}")
        for name in NAMES
        for at, example in enumerate(getattr(PAGES[name], kind))
    ]


def document_of(example: Example) -> Document:
    return parse_text(example.text, example.setting("path") or "post.md")


OWN = """The cache was cold when we looked at it, so the first calls went to the disk. We started the job at night,
found the table that had dropped out of the log, and moved it. After that the calls were fast, and nobody had to wait
for nine milliseconds again.
"""
VOICE = learn("", [parse_text(f"{OWN}\n" * 30, "own.md")])


def answer_of(written: str) -> tuple[str, LinkAnswer] | None:
    """`address|state|why|where it is now` with `_` for a space in the reason."""
    address, *told = written.split("|")
    state, said, to = (*told, "", "")[:3] if told else ("", "", "")
    return (address, LinkAnswer(state, said.replace("_", " "), to)) if address else None  # type: ignore[arg-type]


def slips_of(document: Document, written: str) -> dict[str, tuple[Slip, ...]]:
    """`rule|words|what instead|why` with `_` for a space: what a grammar checker says wherever it reads these words."""
    rule, words, instead, said = written.replace("_", " ").split("|") if written else ("", "", "", "")
    found: dict[str, tuple[Slip, ...]] = {}
    for text in [one.text for one in plain_prose(document)] if words else []:
        places = [Span(*match.span()) for match in re.finditer(re.escape(words), text)]
        found[text] = tuple(Slip(rule, "Grammar", place, said, instead) for place in places)
    return found


def export_of(state: str) -> Export:
    return Export("parts.drawio", "" if state == "missing" else "parts.drawio.svg", state or "fresh")  # type: ignore[arg-type]


class Clip:
    """The one source of the examples that name it."""

    def near(self, fingerprints: frozenset[int]) -> tuple[str, ...]:
        return ("clips/cache.md",)

    def source(self, path: str) -> SourceText:
        return SourceText(path, CLIP, "note", "https://example.com/cache")


def standing_of(written: str) -> Standing | None:
    """`stale:2` is a post whose second snippet changed."""
    state, _, number = written.partition(":")
    return Standing(state, (int(number),) if number else ()) if state else None  # type: ignore[arg-type]


def numbers_of(document: Document, written: str) -> tuple[NumberState, ...]:
    """`r.json:{"p50":5}` is the one file beside the post; `;` ends a line of a table."""

    def read(asked: str) -> Data:
        return read_results(asked, text_of(asked, written))

    return number_states(document, read)


def text_of(asked: str, written: str) -> str:
    """The text of the one file beside the post, as `numbers_of` has it."""
    name, _, text = written.partition(":")
    if asked != name:
        raise ValueError(f"{asked}: there is no such file")
    return text.replace(";", "\n") if name.endswith(".csv") else text


def traces_of(written: str) -> dict[str, tuple[Trace, ...]]:
    """`path:kind:name:value` is a picture that says this much, `_` is a blank."""
    path, *told = written.split(":", 3)
    kind, name, value = (*told, "", "", "")[:3]
    return {path: (Trace(kind, name, value.replace("_", " ")),)} if path else {}  # type: ignore[arg-type]


def design_of(written: str) -> Design:
    """`2026-02-01,2026-03-01` is companion code begun on the first day and a blueprint of the second ("" for none);
    `box.excalidraw:queue,worker` is a drawing with these labels."""
    target, colon, labels = written.partition(":")
    if colon:
        return Design({target: tuple(label.replace("_", " ") for label in labels.split(","))})
    started, _, blueprint = written.partition(",")
    return Design(companion=Companion("../code", started, blueprint)) if started else NO_DESIGN


def experiments_of(written: str) -> dict[str, tuple[str, ...]]:
    """`path:setup,result` is a note that lacks these."""
    path, _, missing = written.partition(":")
    return {path: tuple(missing.split(","))} if path else {}


class Repository:
    """A clone whose every file, at every commit, holds these lines: `|` ends one, `_` is a blank; without, no clone."""

    def __init__(self, written: str) -> None:
        self._text = written.replace("|", "\n").replace("_", " ")

    def text(self, origin: Origin) -> str | None:
        return self._text or None


def bibliography_of(written: str, document: Document) -> Bibliography:
    """`key:author,date;other:title` are entries that have these parts; without any, what is named is not there."""
    if not written:
        name = document.front_matter.data.get("bibliography")
        return Bibliography(missing=(name,) if name else ())
    parts = {"author": {"authors": (Person("Vaswani"),)}, "title": {"title": "Attention"}, "date": {"year": "2017"},
             "link": {"url": "https://example.com"}}  # fmt: skip
    found = {}
    for entry in written.split(";"):
        key, _, has = entry.partition(":")
        fields = {name: value for part in has.split(",") for name, value in parts[part].items()}
        found[key] = Reference(key, path="refs.bib", line=1, **fields)  # type: ignore[arg-type]
    return Bibliography(found, ("refs.bib",))


def letter_of(written: str) -> Projected | None:
    """`122000:Some_heading`: the size of the letter, and where it is cut."""
    size, _, before = written.partition(":")
    return Projected(int(size), 80_000, 100_000, before.replace("_", " ")) if size else None


def findings(name: str, document: Document, example: Example) -> list[Finding]:
    metadata = metadata_of(document.front_matter.data)
    audience = example.setting("audience")
    sizes = example.setting("sizes").split(",")
    options = {key: int(value) for key, value in example.settings if key in PAGES[name].options}
    context = Context(
        path=document.source.path,
        options={name: options},
        metadata=metadata,
        audience=(audience,) if audience else metadata.audience,  # type: ignore[arg-type]
        files=frozenset(filter(None, example.setting("files").split(","))),
        is_post=example.setting("post") == "yes",
        today=TODAY,
        template=template_or_none(metadata.template),
        own_posts=frozenset(filter(None, example.setting("posts").split(","))),
        sizes={file: int(size) for file, _, size in (one.partition(":") for one in sizes) if size},
        sources=Clip() if example.setting("sources") else None,
        private_words=tuple(filter(None, example.setting("private").split(","))),
        experiments=experiments_of(example.setting("experiments")),
        hearsay=frozenset(filter(None, example.setting("hearsay").split(","))),
        run=standing_of(example.setting("run")),
        voice=VOICE if example.setting("voice") else None,
        unreadable=example.setting("unreadable").replace("_", " "),
        bibliography=bibliography_of(example.setting("bib"), document),
        pictures=traces_of(example.setting("pictures")),
        excerpts=excerpt_states(document, Repository(example.setting("repo"))),
        answers=dict(filter(None, [answer_of(example.setting("online"))])),
        slips=slips_of(document, example.setting("slip")),
        numbers=numbers_of(document, example.setting("data")),
        design=design_of(example.setting("design")),
        letter=letter_of(example.setting("letter")),
        exports={"parts.drawio": export_of(example.setting("export"))},
        data_faults=document_faults(document, lambda name: text_of(name, example.setting("data"))),
    )
    with planted(example.setting("broken")):
        return check(document, context, only=[name, *filter(None, [example.setting("broken")])])


@contextmanager
def planted(broken: str) -> Iterator[None]:
    """The rule of that name raises, whatever it is given; "" breaks none."""

    def fail(document: Document, context: Context) -> list[Finding]:
        raise ValueError(document.text)

    with pytest.MonkeyPatch.context() as patch:
        if broken:
            patch.setattr(engine, "checker", lambda name: fail if name == broken else checker(name))
        yield


@pytest.mark.parametrize(("name", "example"), of_kind("flagged"))
def test_flagged(name: str, example: Example) -> None:
    document = document_of(example)
    found = findings(name, document, example)
    assert {finding.rule for finding in found} == {name}
    said = [(finding.span, document.slice(finding.span)) for finding in found]
    assert said == [(span, document.slice(span)) for span in example.spans]
    assert all(finding.message and finding.why for finding in found)


@pytest.mark.parametrize(("name", "example"), [p for p in of_kind("flagged") if p.values[1].mended is not None])
def test_mended(name: str, example: Example) -> None:
    document = document_of(example)
    for _ in range(10):
        fixes = [finding.fix.edits for finding in findings(name, document, example) if finding.fix]
        if not fixes:
            break
        edits = non_overlapping(edit for fix in fixes for edit in fix)
        document = parse_text(apply(document.text, edits), document.source.path)
    assert document.text == example.mended


@pytest.mark.parametrize(("name", "example"), of_kind("clean"))
def test_clean(name: str, example: Example) -> None:
    document = document_of(example)
    assert [(document.slice(f.span), f.message) for f in findings(name, document, example)] == []


@pytest.mark.parametrize("name", NAMES)
def test_page_is_whole(name: str) -> None:
    page = PAGES[name]
    assert page.category in CATEGORIES
    assert page.what and page.why and page.source
    assert page.flagged, "no example of what the rule flags"
    assert page.clean, "no example of what the rule leaves alone"
    assert (page.fix == "none") == all(example.mended is None for example in page.flagged)
    if table().rules[name].kind == "phrase":
        assert "{said}" in page.message
    if table().rules[name].kind == "code":
        assert page.triggers, "say which texts trigger the rule, or `always`"
        assert callable(checker(name))


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_plain_yaml(name: str) -> None:
    page = PAGES[name]
    head = (RULES / page.category / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[1]
    keys = yaml.safe_load(head)
    assert set(keys) <= {
        "severity",
        "status",
        "fix",
        "rate",
        "message",
        "triggers",
        "aliases",
        "within",
        "scope",
        "options",
    }
    assert tuple(str(one) for one in keys.get("triggers", ())) == page.triggers
    assert keys.get("message", "") == page.message
    options = {
        key: tuple(map(str, value)) if isinstance(value, list) else value
        for key, value in keys.get("options", {}).items()
    }
    if name != "undefined-acronym":  # its list holds words that YAML 1.1 takes for truth values
        assert options == page.options


def test_code_without_a_page_or_of_another_name_is_found() -> None:
    stems = {path.stem for path in RULES.glob("*/*.py")} - {"__init__"}
    assert stems <= {module_of(name) for name in NAMES}
    for path in RULES.glob("*/*.py"):
        if path.stem != "__init__":
            functions = [
                node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
            ]
            assert "check" in functions, f"{path.name} has no check(document, context)"


def test_names_and_aliases_are_unique() -> None:
    aliases = [alias.lower() for page in PAGES.values() for alias in page.aliases]
    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(NAMES)
    assert resolve("MD040") == "missing-fence-language"
    assert len({Path(path).stem for path in map(str, RULES.glob("*/*.md"))}) == len(list(RULES.glob("*/*.md")))
