"""The 18 items of the quality checklist: what the text itself can answer, and what only a person can.

**Source:** requirements, appendix B. An item passes or fails on evidence; where a judgement is needed it asks, with
the evidence that there is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from inkwright.lint.measures import Measures, measure
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import ChecklistItem, Finding

MEAN_WORDS = 20
"""Words that sentences average at most. **Source:** checklist item "sentences average 15-20"."""
HEADING_EVERY = 400
"""Words without a heading from which a reader is lost; the advice is about 300. **Source:** requirement PRF-6."""
DENSE = 120
"""Words of one paragraph from which a list should break it."""
_RUN = {
    "none": ("pass", "no code that runs"),
    "never": ("fail", "the snippets were never run: `inkwright run`"),
    "stale": ("fail", "code or shown output changed since the last run: `inkwright run`"),
    "failed": ("fail", "the last run failed: `inkwright run`"),
    "passed": ("pass", "every snippet ran and showed what the post says"),
}
_State = tuple[str, str]


def checklist(
    document: Document, context: Context, findings: Iterable[Finding], run: str = "none"
) -> tuple[ChecklistItem, ...]:
    """All 18 items in order. `findings` are all of the post, none held back; `run` says how its snippets stand
    ("none", "never", "stale", "failed", "passed")."""
    counts = Counter(finding.rule for finding in findings)
    measures = measure(document)
    planning = context.metadata.planning
    items = (
        ("thesis", "The thesis is one sentence", _thesis(planning)),
        ("sections", "Every section supports it", _sections(measures)),
        ("code-tested", "The code is tested", _RUN[run]),
        ("claims", "Claims are supported", ("ask", f"{measures.links} links, {measures.footnotes} footnotes")),
        ("question", "It answers a question that people search for", _line(planning, "reader_question")),
        ("beyond-docs", "It says what the official docs do not", _line(planning, "beyond_docs")),
        ("first-paragraph", "The first paragraph hooks and explains", _opening(measures, counts)),
        ("paragraphs", "Paragraphs have 3 to 5 sentences", _paragraphs(measures, counts)),
        ("jargon", "Jargon is explained at its first use", _none(counts, "undefined-acronym", "undefined acronym")),
        ("sentences", "Sentences average 15 to 20 words", _sentences(measures, counts)),
        ("weasel-words", "Weasel words are gone", _none(counts, "weasel-word", "weasel word")),
        ("active-voice", "The voice is active", ("ask", "read aloud: who does what in each sentence?")),
        ("headings", "Headings can be scanned", _headings(measures, counts)),
        (
            "highlighting",
            "Code is highlighted",
            _none(counts, "missing-fence-language", "code block without a language"),
        ),
        ("alt-text", "Pictures have alt text", _none(counts, "missing-image-alt", "picture without a description")),
        ("lists", "Lists break up dense paragraphs", _lists(measures)),
        ("mobile", "It reads well on a phone", _mobile(measures)),
        ("tables", "Comparisons are tables", _tables(measures, context)),
    )
    return tuple(ChecklistItem(id_, text, state, evidence) for id_, text, (state, evidence) in items)  # type: ignore[arg-type]


def _thesis(planning: Mapping[str, Any]) -> _State:
    thesis = str(planning.get("thesis") or "").strip()
    if not thesis:
        return "fail", "the front matter has no `thesis:`"
    return "ask", f"“{thesis}”: is it what the post proves?"


def _line(planning: Mapping[str, Any], key: str) -> _State:
    said = str(planning.get(key) or "").strip()
    return ("ask", f"“{said}”: does the post?") if said else ("fail", f"the front matter has no `{key}:`")


def _sections(measures: Measures) -> _State:
    shown = ", ".join(measures.headings[:8]) + (" ..." if len(measures.headings) > 8 else "")
    return "ask", shown or "no headings"


def _opening(measures: Measures, counts: Mapping[str, int]) -> _State:
    if counts["throat-clearing"]:
        return "fail", "it clears the throat first"
    return "ask", f"“{measures.first_sentence}”" if measures.first_sentence else "there is no prose yet"


def _paragraphs(measures: Measures, counts: Mapping[str, int]) -> _State:
    over = counts["long-paragraph"]
    if over:
        return "fail", f"{_count(over, 'paragraph')} above 5 sentences, the longest has {measures.longest_paragraph}"
    return "pass", f"the longest has {_count(measures.longest_paragraph, 'sentence')}"


def _sentences(measures: Measures, counts: Mapping[str, int]) -> _State:
    said = f"{measures.mean_sentence:.1f} words on average over {_count(measures.sentences, 'sentence')}"
    if counts["long-sentence"]:
        said += f", {counts['long-sentence']} above 40"
    return "pass" if measures.mean_sentence <= MEAN_WORDS else "fail", said


def _none(counts: Mapping[str, int], rule: str, name: str) -> _State:
    return ("fail", f"{_count(counts[rule], name)} ({rule})") if counts[rule] else ("pass", f"no {name}")


def _headings(measures: Measures, counts: Mapping[str, int]) -> _State:
    wrong = counts["heading-skip"] + counts["duplicate-heading"]
    if wrong:
        return "fail", f"{_count(wrong, 'heading')} skipped or doubled"
    stretch = f"at most {measures.longest_stretch} words without a heading"
    return "pass" if measures.longest_stretch <= HEADING_EVERY else "fail", stretch


def _lists(measures: Measures) -> _State:
    dense = measures.densest_paragraph
    said = f"{_count(measures.lists, 'list')}; the densest paragraph has {dense} words"
    return "fail" if dense > DENSE and not measures.lists else "pass", said


def _mobile(measures: Measures) -> _State:
    widest = _count(measures.widest_code, "character")
    return "ask", f"longest code line {widest}, widest table {_count(measures.widest_table, 'column')}"


def _tables(measures: Measures, context: Context) -> _State:
    if measures.tables:
        return "pass", _count(measures.tables, "table")
    if context.metadata.template == "comparison":
        return "fail", "a comparison without a table"
    return "ask", "no table: does the text compare three things or more?"


def _count(number: int, name: str) -> str:
    """A number with its noun; of several words the first noun takes the plural ("2 pictures without alt text")."""
    if number == 1:
        return f"1 {name}"
    noun, without, rest = name.partition(" without")
    return f"{number} {noun}s{without}{rest}"
