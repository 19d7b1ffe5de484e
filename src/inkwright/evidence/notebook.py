"""A post as a Jupyter notebook: prose as Markdown cells, code as cells that run in order, outputs as the post shows
them. **Source:** nbformat 4.5."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from inkwright.evidence.export import Prose, fenced, held_back, only_saved, pieces, statements, title_lines
from inkwright.evidence.python_script import writing
from inkwright.model.document import Document
from inkwright.model.post import Metadata
from inkwright.model.snippet import ExpectedOutput, Snippet

Cell = dict[str, Any]
_SHELLS = ("bash",)
_LOOP = """\
# A notebook runs inside an event loop of its own; in a thread there is none, so that asyncio.run works as in a script.
import asyncio
from concurrent.futures import ThreadPoolExecutor

_asyncio_run = asyncio.run
asyncio.run = lambda *given, **named: ThreadPoolExecutor(1).submit(_asyncio_run, *given, **named).result()
"""


def notebook(document: Document, metadata: Metadata, packages: Sequence[str], languages: Collection[str]) -> str:
    """The notebook as JSON. `packages` are those that the post declares, `languages` those that run here: shells among
    them become `%%bash` cells, any other language stays a fence in the prose."""
    known = ["python", *(name for name in _SHELLS if name in languages)]
    body: list[Cell] = []
    for piece in pieces(document, known):
        body += [_markdown(piece.text)] if isinstance(piece, Prose) else _cells(piece)
    cells = [*_head(document, metadata, packages), *_loop(body), *body]
    numbered = [{"id": f"cell-{number}", **cell} for number, cell in enumerate(_joined(cells), 1)]
    whole = {
        "cells": [dict(sorted(cell.items())) for cell in numbered],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _head(document: Document, metadata: Metadata, packages: Sequence[str]) -> Iterator[Cell]:
    lines = title_lines(document, metadata.title, metadata.subtitle)
    needs = [f"Needs: {', '.join(f'`{package}`' for package in packages)}."] if packages else []
    if lines or needs:
        yield _markdown("\n\n".join([*lines, *needs]))


def _loop(cells: Sequence[Cell]) -> Iterator[Cell]:
    """What lets `asyncio.run` be called, where some cell calls it."""
    if any("asyncio.run(" in line for cell in cells if cell["cell_type"] == "code" for line in cell["source"]):
        yield _code(_LOOP)


def _cells(snippet: Snippet) -> Iterator[Cell]:
    """The cells of one snippet: a file that it is saved as, then its code; code that is not to be run is shown."""
    why, saved = held_back(snippet), only_saved(snippet)
    if saved:
        yield _markdown(f"*{saved.rstrip('.')}.*")
        yield _code(writing(snippet.file, snippet.code))
        return
    if why:
        yield _markdown(f"*Not run: {why.rstrip('.')}.*\n\n{fenced(snippet)}")
        return
    if snippet.file and not snippet.prompt:
        yield _code(writing(snippet.file, snippet.code))
    if snippet.language != "python" and snippet.language not in _SHELLS:
        return
    if snippet.prompt and snippet.language == "python":
        for exchange in snippet.exchanges:
            failed = exchange.shown.startswith("Traceback")
            yield _code(exchange.code, f"{exchange.shown}\n" if exchange.shown else "", failed)
        return
    magic = "" if snippet.language == "python" else f"%%{snippet.language}\n"
    code = statements(snippet)
    if code:
        yield _code(magic + code, _shown(snippet.output), bool(snippet.raises))


def _shown(output: ExpectedOutput | None) -> str:
    """What an output fence shows; a pattern shows nothing."""
    return output.text if output and not output.regex else ""


def _markdown(text: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines(text)}


def _code(code: str, shown: str = "", fails: bool = False) -> Cell:
    outputs = [{"name": "stdout", "output_type": "stream", "text": _lines(shown)}] if shown else []
    return {
        "cell_type": "code", "execution_count": None, "metadata": {"tags": ["raises-exception"]} if fails else {},
        "outputs": outputs, "source": _lines(code.rstrip("\n")),
    }  # fmt: skip


def _joined(cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells with Markdown ones that follow each other made one."""
    held: Cell | None = None
    for cell in cells:
        if held and cell["cell_type"] == "markdown":
            held = _markdown("".join(held["source"]) + "\n\n" + "".join(cell["source"]))
            continue
        if held:
            yield held
        held = cell if cell["cell_type"] == "markdown" else None
        if held is None:
            yield cell
    if held:
        yield held


def _lines(text: str) -> list[str]:
    r"""A text as nbformat holds it: its lines, each with its \n."""
    clean = text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
    parts = clean.split("\n")
    return [*(part + "\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]
