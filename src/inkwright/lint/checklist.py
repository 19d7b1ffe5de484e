"""The 18 items of the quality checklist: what the text itself can answer, and what only a person can.

**Source:** requirements, appendix B. An item passes or fails on evidence; where a judgement is needed it asks, with
the evidence that there is, and what has nothing to judge yet asks too: an empty page passes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from inkwright.lint.measures import Measures, measure
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import ChecklistItem, Finding

MEAN_WORDS = 15, 20
"""Words that sentences average. Above is a fault; below it is for the writer to say whether that is choppy or crisp.

**Source:** requirement EDT-6, "sentence mean 15-20 words"."""
ENOUGH = 50
"""Words of running text below which nothing can be said about the prose as a whole.

**Source:** a choice of ours: three sentences of the length asked for."""
HEADING_EVERY = 400
"""Words without a heading from which a reader is lost; the advice is about 300. **Source:** requirement PRF-6."""
DENSE = 120
"""Words of one paragraph from which a list should break it."""
_RUN = {
    "none": ("ask", "no code that runs: does the post need some?"),
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
    claims = f"{_count(measures.links, 'link')}, {_count(measures.footnotes, 'footnote')}"
    items = (
        ("thesis", "The thesis is one sentence", _thesis(planning)),
        ("sections", "Every section supports it", _sections(measures)),
        ("code-tested", "The code is tested", _RUN[run]),
        ("claims", "Claims are supported", ("ask", claims)),
        ("question", "It answers a question that people search for", _line(planning, "reader_question")),
        ("beyond-docs", "It says what the official docs do not", _line(planning, "beyond_docs")),
        ("first-paragraph", "The first paragraph hooks and explains", _opening(measures, counts)),
        ("paragraphs", "Paragraphs have 3 to 5 sentences", _judged(measures, _paragraphs(measures, counts))),
        ("jargon", "Jargon is explained at its first use", _words(measures, counts, "undefined-acronym")),
        ("sentences", "Sentences average 15 to 20 words", _judged(measures, _sentences(measures, counts))),
        ("weasel-words", "Weasel words are gone", _words(measures, counts, "weasel-word")),
        ("active-voice", "The voice is active", ("ask", "read aloud: who does what in each sentence?")),
        ("headings", "Headings can be scanned", _judged(measures, _headings(measures, counts))),
        ("highlighting", "Code is highlighted", _code(measures, counts)),
        ("alt-text", "Pictures have alt text", _pictures(measures, counts)),
        ("lists", "Lists break up dense paragraphs", _judged(measures, _lists(measures))),
        ("mobile", "It reads well on a phone", _mobile(measures)),
        ("tables", "Comparisons are tables", _tables(measures, context)),
    )
    return tuple(ChecklistItem(id_, text, state, evidence) for id_, text, (state, evidence) in items)  # type: ignore[arg-type]


def _judged(measures: Measures, state: _State) -> _State:
    """A state that rests on the prose; what passes because there is hardly any is left open."""
    if state[0] == "fail" or measures.running >= ENOUGH:
        return state
    return "ask", f"nothing to judge yet: {_count(measures.running, 'word')} of running text"


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
    low, high = MEAN_WORDS
    mean = round(measures.mean_sentence, 1)
    said = f"{mean:.1f} words on average over {_count(measures.sentences, 'sentence')}"
    if counts["long-sentence"]:
        said += f", {counts['long-sentence']} above 40"
    if mean < low:
        return "ask", f"{said}: crisp on purpose, or choppy?"
    return "pass" if mean <= high else "fail", said


def _words(measures: Measures, counts: Mapping[str, int], rule: str) -> _State:
    name = rule.replace("-", " ")
    if counts[rule]:
        return "fail", f"{_count(counts[rule], name)} ({rule})"
    return _judged(measures, ("pass", f"no {name} found"))


def _code(measures: Measures, counts: Mapping[str, int]) -> _State:
    rule = "missing-fence-language"
    if counts[rule]:
        return "fail", f"{_count(counts[rule], 'code block')} without a language ({rule})"
    if not measures.codes:
        return "ask", "no code block: would one say it better?"
    return "pass", f"{_count(measures.codes, 'code block')}, none marked"


def _pictures(measures: Measures, counts: Mapping[str, int]) -> _State:
    lacking = [rule for rule in ("missing-image-alt", "missing-diagram-alt") if counts[rule]]
    if lacking:
        return "fail", f"{_count(sum(counts[rule] for rule in lacking), 'picture')} without alt text ({lacking[0]})"
    if not measures.pictures:
        return "ask", "no picture: would one help?"
    return "pass", f"{_count(measures.pictures, 'picture')}, none marked"


def _headings(measures: Measures, counts: Mapping[str, int]) -> _State:
    wrong = counts["heading-skip"] + counts["duplicate-heading"]
    if wrong:
        return "fail", f"{_count(wrong, 'heading')} skipped or doubled"
    stretch = f"at most {_count(measures.longest_stretch, 'word')} without a heading"
    return "pass" if measures.longest_stretch <= HEADING_EVERY else "fail", stretch


def _lists(measures: Measures) -> _State:
    dense = measures.densest_paragraph
    said = f"{_count(measures.lists, 'list')}; the densest paragraph has {_count(dense, 'word')}"
    return "fail" if dense > DENSE and not measures.lists else "pass", said


def _mobile(measures: Measures) -> _State:
    widest = _count(measures.widest_code, "character")
    table = _count(measures.widest_table, "column") if measures.widest_table else "none"
    return "ask", f"longest code line {widest if measures.widest_code else 'none'}, widest table {table}"


def _tables(measures: Measures, context: Context) -> _State:
    if measures.tables:
        return "pass", _count(measures.tables, "table")
    if context.metadata.template == "comparison":
        return "fail", "a comparison without a table"
    return "ask", "no table: does the text compare three things or more?"


def _count(number: int, name: str) -> str:
    """A number with its noun, in the plural unless it is one."""
    return f"{number} {name}{'' if number == 1 else 's'}"
