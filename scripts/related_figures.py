"""Print how well search and related notes do on sets of linked notes, beside plain TF-IDF.

    python scripts/related_figures.py [related] [search] [pages]

`related`: of notes whose links were cut out, is what they linked to among the first ten (recall@10), and how far up
(MRR)? `search`: is the note that a link's words led to found by those words? `pages`: as `related`, by the words that
built pages go by. The sets are the truth file of the development corpus (INKWRIGHT_CORPUS), split in two halves, and
what links say in other folders of it.
"""

import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.flows.index_file import describe  # noqa: E402
from inkwright.flows.related import Subject, related  # noqa: E402
from inkwright.flows.search_rank import ranked  # noqa: E402
from inkwright.flows.word_weights import word_weight  # noqa: E402
from inkwright.model.document import Source  # noqa: E402
from inkwright.model.found import Wanted  # noqa: E402
from inkwright.notes.links import name_key  # noqa: E402
from inkwright.notes.search import expression, parse_query  # noqa: E402
from inkwright.similar.sketch import Background, nearest  # noqa: E402
from inkwright.similar.vectors import cosine, vector  # noqa: E402
from inkwright.site.likeness import words_in, words_of  # noqa: E402
from inkwright.text.markdown import parse_text  # noqa: E402
from inkwright.workspace.finder import Finder  # noqa: E402
from inkwright.workspace.index import in_memory  # noqa: E402

CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
OTHERS = ("posts/docusaurus-llm-d", "vaults/kepano", "posts/mdx-hf-course")
"""Folders whose own links make a second set; nothing was chosen by them."""
SEARCHED = ("posts/docusaurus-llm-d", "posts/hugo-etcd", "posts/jekyll-scikit-learn")
"""Folders the words of whose links make a second set of searches."""
Truth = Sequence[tuple[str, str, frozenset[str]]]
"""For each question its key, the text it stands in (never an answer), and the right answers."""


def score(found: Mapping[str, Sequence[str]], truth: Truth) -> str:
    """recall@10 / MRR, as `related/score.py` of the corpus counts them."""
    recall = rank = 0.0
    for key, own, right in truth:
        top = [path for path in found.get(key, ()) if path != own][:1000]
        recall += len(set(top[:10]) & right) / min(len(right), 10)
        rank += next((1 / (at + 1) for at, path in enumerate(top) if path in right), 0)
    return f"recall@10 {recall / len(truth):.4f}  MRR {rank / len(truth):.4f}  ({len(truth)} questions)"


def til(cut: bool) -> dict[str, str]:
    """The notes of the truth file by their path, without the links between them if `cut`."""
    texts = {}
    for post in json.loads((CORPUS / "related" / "til.json").read_text(encoding="utf-8"))["posts"]:
        text = (CORPUS / "notes" / "til" / post["id"]).read_text(encoding="utf-8")
        for start, end in reversed(post["strip"] if cut else []):
            text = text[:start] + text[end:]
        texts[post["id"]] = text
    return texts


def finder_of(texts: Mapping[str, str]) -> Finder:
    """An index of texts by their path; folders are not shown to it."""
    names = {path: path.replace("/", "-").removesuffix(".md") for path in texts}
    files: Iterable = (describe("note", names[path], Source(path, text)) for path, text in texts.items())
    return Finder(in_memory(files))


def search_figures() -> None:
    """Search by the words of links, links cut out and left in."""
    asked = json.loads((CORPUS / "related" / "til.json").read_text(encoding="utf-8"))["search"]
    truth = [(str(no), one["source"], frozenset({one["target"]})) for no, one in enumerate(asked)]
    for cut in (True, False):
        finder = finder_of(til(cut))
        found = {
            str(no): [row.path for row, _ in ranked(finder, parse_query(one["q"]), Wanted())]
            for no, one in enumerate(asked)
        }
        print(f"search by link words, links {'cut' if cut else 'left in'}:  {score(found, truth)}")


def anchors_of(folder: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The texts of a folder of the corpus without the links between them, and each such link of three words and more:
    its words, the text it stood in, and where it led."""
    root = CORPUS / folder
    raw = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.md*"))}
    found = []
    texts, _ = linked(folder)
    by_key = keys_of(raw)
    for path, text in raw.items():
        for link in _LINK.finditer(text):
            target = by_key.get(name_key((link[1] or link[3]).partition("#")[0]))
            if target not in (None, path) and len((link[2] or "").split()) > 2:
                found.append((link[2], path, target))
    return texts, found


def bm25(texts: Mapping[str, str], asked: Sequence[tuple[str, str, str]]) -> dict[str, list[str]]:
    """What the full-text table alone finds, titles weighted: what there is to beat."""
    finder = finder_of(texts)
    queries = (expression(parse_query(words)) for words, _, _ in asked)
    return {str(no): [row.path for row in finder.matches(one, Wanted(), 1000)] for no, one in enumerate(queries)}


def second_search_figures() -> None:
    """Search by the words of links of other folders, beside the full-text table alone."""
    for folder in SEARCHED:
        texts, asked = anchors_of(folder)
        truth = [(str(no), path, frozenset({target})) for no, (_, path, target) in enumerate(asked)]
        finder = finder_of(texts)
        found = {
            str(no): [row.path for row, _ in ranked(finder, parse_query(words), Wanted())]
            for no, (words, _, _) in enumerate(asked)
        }
        print(f"search by link words, {folder}:  {score(found, truth)}")
        print(f"{'full-text table alone':>{len(folder) + 23}}:  {score(bm25(texts, asked), truth)}")


def third_search_figures() -> None:
    """Search by the questions that `ask` is measured with, by which nothing of search was chosen, beside the full-text
    table alone."""
    asked = json.loads((ROOT / "scripts" / "ask_questions.json").read_text(encoding="utf-8"))
    for name, folder in (("til", "notes/til"), ("posts", "posts")):
        root = CORPUS / folder
        paths = (path for path in sorted(root.rglob("*")) if path.suffix in (".md", ".mdx", ".qmd"))
        texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        truth = [(str(no), "", frozenset({path})) for no, (_, path, _) in enumerate(asked[name])]
        finder = finder_of(texts)
        found = {
            str(no): [row.path for row, _ in ranked(finder, parse_query(words), Wanted())]
            for no, (words, _, _) in enumerate(asked[name])
        }
        alone = bm25(texts, [(words, "", path) for words, path, _ in asked[name]])
        print(f"search by questions, {name}:  {score(found, truth)}")
        print(f"{'full-text table alone':>{len(name) + 21}}:  {score(alone, truth)}")


def plain_tfidf(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Every text with all others by the cosine of their words' TF-IDF: what there is to beat."""
    counts = {path: Counter(re.findall(r"[a-z0-9]+", text.lower())) for path, text in texts.items()}
    held = Counter(word for words in counts.values() for word in words)
    vectors = {path: vector(words, lambda word: log(len(texts) / held[word])) for path, words in counts.items()}
    return {
        path: sorted(vectors, key=lambda other: (-cosine(vectors[path], vectors[other]), other)) for path in vectors
    }


def ours(texts: Mapping[str, str], asked: Iterable[str]) -> dict[str, list[str]]:
    """The texts asked about with what `related` gives, no link to be seen."""
    finder = finder_of(texts)
    rows = {row.path: row for row in finder.files()}
    found = {}
    for path in asked:
        row = rows[path]
        subject = Subject(path, row.id, finder.names(row.no), finder.text(row.no), row.tags)
        found[path] = [one.path for one in related(finder, subject, 1000)]
    return found


def pages(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Every text with the others that built pages would find like it, best first."""
    background = Background(word_weight)
    documents = {path: parse_text(text, path) for path, text in texts.items()}
    titles = {path: describe("note", path, document.source).title for path, document in documents.items()}
    sketches = [background.sketch(words_of(one), words_in(titles[path])) for path, one in documents.items()]
    paths = list(texts)
    return {path: [paths[no] for _, no in near] for path, near in zip(paths, nearest(sketches, 0.0, 1000), strict=True)}


def pairs_truth(pairs: Iterable[Sequence[str]]) -> Truth:
    """For each text all that it links to or that link to it."""
    linked = defaultdict(set)
    for one, other in pairs:
        linked[one].add(other)
        linked[other].add(one)
    return [(path, path, frozenset(linked[path])) for path in sorted(linked)]


_LINK = re.compile(r"!?\[\[([^\[\]|#\n]+)[^\[\]\n]*\]\]|\[([^\[\]\n]*)\]\(([^()\s]+)\)")


def keys_of(raw: Mapping[str, str]) -> dict[str, str]:
    """Texts by the names that links call them, the slugs of their front matter among these."""
    by_key = {}
    for path, text in raw.items():
        slug = re.search(r"(?m)^slug:[ \t]*[\"']?([^\s\"']+)", text)
        by_key |= {name_key(path): path} | ({name_key(slug[1]): path} if slug else {})
    return by_key


def linked(folder: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The texts of a folder of the corpus with the links between them cut out, and the pairs that those linked."""
    root = CORPUS / folder
    raw = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.md*"))}
    by_key = keys_of(raw)
    pairs = set()

    def cut(path: str, found: re.Match[str]) -> str:
        target = by_key.get(name_key((found[1] or found[3]).partition("#")[0]))
        if target is None or target == path:
            return found[0]
        pairs.add((min(path, target), max(path, target)))
        return ""

    texts = {path: _LINK.sub(lambda found, path=path: cut(path, found), text) for path, text in raw.items()}
    return texts, sorted(pairs)


def related_figures(name: str, texts: Mapping[str, str], truth: Truth) -> None:
    """Plain TF-IDF beside ours, on all questions and on each half."""
    baseline, found = plain_tfidf(texts), ours(texts, [path for path, _, _ in truth])
    for part, questions in (("all", truth), ("even", truth[::2]), ("odd", truth[1::2])):
        print(f"related, {name}, {part}:  {score(found, questions)}")
        print(f"{'plain TF-IDF':>{len(name) + len(part) + 11}}:  {score(baseline, questions)}")


def pages_figures() -> None:
    """Related posts as built pages name them."""
    truth = json.loads((CORPUS / "related" / "til.json").read_text(encoding="utf-8"))
    print(f"pages, til:  {score(pages(til(cut=True)), pairs_truth(truth['pairs']))}")
    for folder in OTHERS:
        texts, pairs = linked(folder)
        print(f"pages, {folder}:  {score(pages(texts), pairs_truth(pairs))}")


def main() -> None:
    """Print what was asked for, or all."""
    wanted = sys.argv[1:] or ["related", "search", "pages"]
    if "pages" in wanted:
        pages_figures()
    if "related" in wanted:
        truth = json.loads((CORPUS / "related" / "til.json").read_text(encoding="utf-8"))
        related_figures("til", til(cut=True), pairs_truth(truth["pairs"]))
        for folder in OTHERS:
            texts, pairs = linked(folder)
            related_figures(f"{folder} ({len(texts)} texts)", texts, pairs_truth(pairs))
    if "search" in wanted:
        search_figures()
        second_search_figures()
        third_search_figures()


if __name__ == "__main__":
    main()
