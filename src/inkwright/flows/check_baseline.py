"""The baseline: fingerprints of the findings that a workspace starts with, so that a check can show only new ones."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from inkwright.flows.check import check
from inkwright.flows.check_paths import Place, places
from inkwright.flows.checker import NOTHING_ASKED, Answers
from inkwright.lint.fingerprint import fingerprints
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.finding import Checked
from inkwright.workspace.folder import Workspace

BASELINE = "inkwright/baseline.json"
"""Where the fingerprints are kept, by path."""
_HINT = "Mend it, or make it anew: `inkwright check --baseline`"


def remember(paths: Sequence[str], today: str, answers: Answers = NOTHING_ASKED) -> tuple[int, int]:
    """Keep the fingerprints of all findings that the named files have today; what is kept of other files stays.

    Gives the numbers of findings and of files. Files that are gone are forgotten. Raises UsageError outside a
    workspace, and what `check` raises.
    """
    found = _by_shown(paths)
    checked = check(paths, today, force=True, with_checklist=False, answers=answers)
    for workspace in {place.workspace.root: place.workspace for place in found.values()}.values():
        kept = {path: names for path, names in _read(workspace).items() if workspace.exists(path)}
        for one in checked:
            place = found[one.path]
            if place.workspace.root == workspace.root:
                kept[place.path] = sorted(fingerprints(one.document, one.findings))
        _write(workspace, kept)
    return sum(len(one.findings) for one in checked), len(checked)


def only_new(checked: Sequence[Checked], paths: Sequence[str]) -> list[Checked]:
    """The checked files with only those findings that the baseline does not have.

    A finding that stands there once and now twice is new once. Raises UsageError outside a workspace and where there
    is no baseline, UnreadableError for one that is no JSON of ours.
    """
    found = _by_shown(paths)
    known: dict[str, Mapping[str, Sequence[str]]] = {}
    for root, workspace in {str(place.workspace.root): place.workspace for place in found.values()}.items():
        if not workspace.exists(BASELINE):
            raise UsageError("there is no baseline yet", hint="Make one: `inkwright check --baseline`")
        known[root] = _read(workspace)
    done = []
    for one in checked:
        place = found[one.path]
        done.append(_fresh(one, Counter(known[str(place.workspace.root)].get(place.path, ()))))
    return done


def _fresh(one: Checked, known: Counter[str]) -> Checked:
    findings = []
    for name, finding in zip(fingerprints(one.document, one.findings), one.findings, strict=True):
        if known[name]:
            known[name] -= 1
        else:
            findings.append(finding)
    return replace(one, findings=tuple(findings))


def _by_shown(paths: Sequence[str]) -> dict[str, Place]:
    found = {place.shown: place for place in places(paths)}
    for place in found.values():
        if not place.workspace.inside:
            hint = "Make one of this folder: `inkwright init`"
            raise UsageError("a baseline is kept in a workspace and this file is in none", path=place.shown, hint=hint)
    return found


def _read(workspace: Workspace) -> dict[str, list[str]]:
    """Fingerprints by path; empty where there is no baseline."""
    if not workspace.exists(BASELINE):
        return {}
    try:
        kept = json.loads(workspace.read(BASELINE).text)["findings"]
        return {str(path): [str(name) for name in names] for path, names in kept.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableError("this is no baseline", path=BASELINE, hint=_HINT) from error


def _write(workspace: Workspace, kept: Mapping[str, Sequence[str]]) -> None:
    data = {"version": 1, "findings": {path: kept[path] for path in sorted(kept) if kept[path]}}
    workspace.write(BASELINE, json.dumps(data, indent=1, ensure_ascii=False) + "\n")
