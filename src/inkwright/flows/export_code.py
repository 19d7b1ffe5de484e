"""A post -> its code as a notebook or as scripts that run, written beside it or into a folder."""

import posixpath
import re
from collections.abc import Collection, Iterator

from inkwright.evidence.languages import is_program
from inkwright.evidence.notebook import notebook
from inkwright.evidence.python_script import python_script
from inkwright.evidence.scripts import SHELLS, javascript_script, shell_script
from inkwright.flows.export_beside import files_beside
from inkwright.flows.export_files import write_files
from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.run_state import languages
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.export import Exported, ExportFile
from inkwright.model.post import Post
from inkwright.plan.place import slug_in
from inkwright.text.requirements import requirements
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import require_own

_KNOWN = ("python", *SHELLS, "javascript")


def export_code(
    workspace: Workspace, name: str, target: str, out: str = "", prose: bool = True, force: bool = False
) -> Exported:
    """Export the code of the post that `name` means, to "notebook" or "script" (one for each language). `out` is a
    workspace path, "" for the post's own folder; elsewhere the files that the code reads are copied along.

    Nothing is run. Raises UsageError when there is no such code, or a file there says something else.
    """
    found = survey(workspace)
    post = load_post(found, find_post(found, name).path, "")
    require_own(workspace, post.file.path)
    here = posixpath.dirname(post.file.path)
    made = list(_files(post, _languages(post, languages(workspace), target), target, prose))
    if out and posixpath.normpath(out) != posixpath.normpath(here or "."):
        made += [
            file for file in files_beside(workspace, post, here) if file.name not in {known.name for known in made}
        ]
    return write_files(workspace, out or here, made, force)


def _languages(post: Post, run_here: Collection[str], target: str) -> list[str]:
    """The languages to export: those that run here, else all that we know; in the order of `_KNOWN`."""
    there = {snippet.language for snippet in snippets(post.document) if is_program(snippet) and not snippet.norun}
    found = [name for name in _KNOWN if name in there]
    chosen = [name for name in found if name in run_here] or found
    if target == "notebook" and "python" not in found:
        raise UsageError("there is no Python to run in this post, so no notebook", path=post.file.path)
    if not chosen:
        hint = "Python, shells and JavaScript are known; a fence with norun= counts for nothing."
        raise UsageError("there is no code to run in this post", path=post.file.path, hint=hint)
    return chosen


def _files(post: Post, wanted: Collection[str], target: str, prose: bool) -> Iterator[ExportFile]:
    document, metadata = post.document, post.metadata
    slug = slug_in(post.file.id)
    packages = requirements(document, snippets(document)) or ()
    if target == "notebook":
        return (yield _file(f"{slug}.ipynb", notebook(document, metadata, packages, wanted), "the post as a notebook"))
    for language in wanted:
        if language == "python":
            # A script that bears the name of a module would be imported in its place.
            yield _file(
                f"{slug}-code.py" if slug.isidentifier() else f"{slug}.py",
                python_script(document, metadata, packages, prose),
                "its Python",
            )
        elif language == "javascript":
            text, end = javascript_script(document, metadata, prose)
            yield _file(f"{slug}.{end}", text, "its JavaScript")
        else:
            end = "sh" if language == "bash" else language
            yield _file(f"{slug}.{end}", shell_script(document, metadata, language, prose), f"its {language}")


def _file(name: str, text: str, says: str) -> ExportFile:
    if held := len(re.findall(r"^(?:#|//) Not run: ", text, re.M)):
        says = f"{says}, {held} of its pieces commented out"
    return ExportFile(name, text.encode("utf-8", "replace"), says)
