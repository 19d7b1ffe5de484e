"""What a writer calls a post -> the post as publishing takes it, with what is known of it."""

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.publish_post import Subject
from inkwright.flows.survey import Survey
from inkwright.workspace.public import require_own
from inkwright.workspace.records import load_record, sure


def subject_of(found: Survey, name: str, today: str, whole: bool = False) -> Subject:
    """The post that `name` means: its path, id or slug, or, unless `whole`, the beginning of one.

    Raises UsageError, UnreadableError.
    """
    post = load_post(found, find_post(found, name, whole).path, today)
    require_own(found.workspace, post.file.path)
    sure(found.workspace, post.file.id)
    return Subject(found, post, load_record(found.workspace, post.file.id), today)
