"""A post -> what an interviewer would ask about it, each question with the sentence and its line."""

from inkwright.flows.find_post import find_post
from inkwright.flows.interview_telling import COMPARISON
from inkwright.flows.load import load_post
from inkwright.flows.survey import survey
from inkwright.flows.word_weights import word_weight
from inkwright.model.interview import Asked, Quote
from inkwright.model.post import Post
from inkwright.promote.brief import ASKED, brief, title_question
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scores
from inkwright.text.marks import bound_numbers
from inkwright.workspace.folder import Workspace


def brief_of(workspace: Workspace, name: str, today: str) -> tuple[Asked, ...]:
    """What would be asked about the post that `name` means; () for one without choices and results.

    Raises UsageError, UnreadableError.
    """
    found = survey(workspace)
    post = load_post(found, find_post(found, name).path, today)
    document, metadata = post.document, post.metadata
    about = f"{metadata.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
    scored = Scores(sayings(document, doubtful=True), about, word_weight).scored
    measured = [one.span for one in bound_numbers(document)]
    asked = [
        Asked(question, Quote(saying.text, post.file.path, document.position(saying.span.start).line))
        for question, saying in brief(scored, measured)
    ]
    return (*_of_title(post), *asked)[:ASKED]


def _of_title(post: Post) -> tuple[Asked, ...]:
    """The question about the two things that a title compares."""
    document = post.document
    heading = next(iter(document.of_kind("heading")), None)
    title = post.metadata.title or (" ".join(heading.plain().split()) if heading else "")
    question = title_question(title, post.metadata.template == COMPARISON)
    named = document.front_matter.key_spans.get("title") or (heading.span if heading else None)
    line = document.position(named.start).line if named else 1
    return (Asked(question, Quote(title, post.file.path, line)),) if question else ()
