"""The file of writers' rates, `inkwright/rates.toml`: readable, made by `voice build`, safe to change and to delete."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.rates import WriterRates
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import toml_error_line

PATH = "inkwright/rates.toml"
_HEAD = """\
# What is usual for you: findings per 1,000 words of your published posts, by rule, from `inkwright voice build`.
# `inkwright check` holds suggestions on style back that are no more than this. Take a line out to see its rule's
# findings again; delete the file to forget it all.
"""


def save_rates(workspace: Workspace, rates: Iterable[WriterRates]) -> None:
    """Write all rates in place of what was there, or no file where there are none and was none. Raises
    UnwritableError."""
    tables = [_written(one) for one in sorted(rates, key=lambda one: one.author)]
    if tables or workspace.exists(PATH):
        workspace.write(PATH, _HEAD + "".join(f"\n{one}" for one in tables))


def load_rates(workspace: Workspace) -> tuple[WriterRates, ...]:
    """All rates; empty when none were built. Raises UnreadableError for a file that cannot be understood."""
    if not workspace.exists(PATH):
        return ()
    hint = "Mend that, or run `inkwright voice build` again."
    try:
        data = tomllib.loads(workspace.read(PATH).text.removeprefix("\ufeff"))
        return tuple(_read(one) for one in data.get("writer", ()))
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"this is no TOML: {said}", path=PATH, line=line, hint=hint) from error
    except RecursionError as error:
        raise UnreadableError("this is nested too deep", path=PATH, hint=hint) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableError(f"the rates of a writer lack or misstate {error}", path=PATH, hint=hint) from error


def _written(rates: WriterRates) -> str:
    author = json.dumps(rates.author, ensure_ascii=False).replace("\x7f", "\\u007f")
    lines = [
        "[[writer]]",
        f"author = {author}",
        f"date = {rates.date}",
        f"posts = {rates.posts}",
        f"words = {rates.words}",
        "",
        "[writer.rates]",
        *(f"{rule} = {rates.rates[rule]:.3f}" for rule in sorted(rates.rates)),
    ]
    return "\n".join(lines) + "\n"


def _read(data: Mapping[str, Any]) -> WriterRates:
    rates = {rule: float(rate) for rule, rate in data["rates"].items()}
    if wrong := [rule for rule, rate in rates.items() if not 0 <= rate <= 1000]:
        raise ValueError(f"`{wrong[0]}`")
    day = data["date"]
    if not isinstance(day, date):
        raise TypeError("`date`")
    return WriterRates(str(data["author"]), day.isoformat(), int(data["posts"]), int(data["words"]), rates)
