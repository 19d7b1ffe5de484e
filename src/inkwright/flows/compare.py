"""Texts of several models -> shown without names, judged by the writer, kept over time in the workspace."""

import json
import random
from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import asdict

from inkwright.measure.compare import places, standings
from inkwright.model.comparison import Comparison, Standing
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

PATH = "inkwright/comparisons.jsonl"


def blind(texts: Sequence[tuple[str, str]], seed: int) -> list[tuple[str, str]]:
    """Paths and texts in an order that says nothing, each as (name, text without front matter).

    A name is the file's without its ending. Raises UsageError for fewer than two texts, one without words, or two of
    the same name.
    """
    named = [(PurePath(path).stem, text[read_front_matter(text).span.end :].strip()) for path, text in texts]
    if len(named) < 2:
        raise UsageError("a comparison takes two texts or more", hint="For example: inkwright compare a.md b.md")
    if empty := next((path for (path, _), (_, text) in zip(texts, named, strict=True) if not text), None):
        raise UsageError("there is nothing to judge in it", path=empty)
    if len({name for name, _ in named}) < len(named):
        hint = "The file's name is the model's name; give each its own."
        raise UsageError("two of the texts have the same name", hint=hint)
    random.Random(seed).shuffle(named)
    return named


def judge(
    workspace: Workspace, names: Sequence[str], typed: str, today: str, prompt: str = "", why: str = ""
) -> Comparison:
    """Keep a ranking of texts, in the order shown. Raises UsageError, UnwritableError."""
    made = Comparison(today, tuple(names), places(typed, len(names)), " ".join(prompt.split()), " ".join(why.split()))
    workspace.append_line(PATH, json.dumps(asdict(made), ensure_ascii=False))
    return made


def judged(workspace: Workspace) -> list[Comparison]:
    """All judgements in the order made; [] before the first. Raises UnreadableError for a line that is none."""
    if not workspace.exists(PATH):
        return []
    lines = workspace.read(PATH).text.splitlines()
    return [_read(line, no) for no, line in enumerate(lines, 1) if line.strip()]


def _read(line: str, no: int) -> Comparison:
    try:
        data = json.loads(line)
        names, ranks = tuple(map(str, data["names"])), tuple(map(int, data["ranks"]))
        if len(names) != len(ranks) or len(set(names)) < len(names):
            raise ValueError("names and ranks")
        said = (str(data.get(key, "")) for key in ("prompt", "why"))
        return Comparison(str(data["date"]), names, ranks, *said)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "Mend or delete the line."
        raise UnreadableError("this is no judgement of a comparison", path=PATH, line=no, hint=hint) from error


def results(workspace: Workspace) -> tuple[int, list[Standing]]:
    """How many judgements there are, and how each name stands. Raises UnreadableError."""
    found = judged(workspace)
    return len(found), standings(found)
