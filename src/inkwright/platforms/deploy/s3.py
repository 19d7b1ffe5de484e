"""A bucket of any service that speaks Amazon S3's protocol. Requests carry a signature, never the key.

**Source:** docs.aws.amazon.com/AmazonS3/latest/API: PutObject, GetObject, DeleteObject, and "Signature Calculations for
the Authorization Header" (AWS Signature Version 4). Addresses are path-style: endpoint/bucket/key.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from inkwright.model.deploy import Changes
from inkwright.model.errors import UsageError
from inkwright.model.net import Reply
from inkwright.model.regex import regex
from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.hosts import cache_control
from inkwright.platforms.deploy.media_types import media_type
from inkwright.platforms.deploy.signature import Key, encoded, signed
from inkwright.platforms.deploy.target import LIST, Doors, Place, Read, Target, Web, in_order

_BUCKET = regex(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_CODE = regex(rb"<Code>([A-Za-z0-9]{1,60})</Code>")


@dataclass
class Bucket:
    """The bucket: `base` is the address that keys are appended to, with its slash."""

    said: str
    base: str
    key: Key
    web: Web
    doors: Doors
    note: str = ""

    def listed(self) -> bytes:
        """The list that lies in it. Raises UsageError when the service refuses, NetError when it is not reached."""
        reply = self._ask("GET", LIST)
        if reply.status == 404 and b"NoSuchBucket" not in reply.body:
            return b""
        self._must(reply, LIST)
        return reply.body

    def transfer(self, changes: Changes, read: Read, lists: tuple[bytes, bytes]) -> None:
        """Put and delete, several at once: what pages show before the pages, removals last."""
        self._put(LIST, lists[0])
        ordered = in_order(changes.send)
        pages = [path for path in ordered if path.endswith((".html", ".xml", ".json"))]
        for part in (ordered[: len(ordered) - len(pages)], pages):
            self.doors.each(lambda path: self._put(path, read(path)), part)
        self.doors.each(lambda path: self._must(self._ask("DELETE", path), path, 404), changes.remove)
        self._put(LIST, lists[1])

    def _put(self, path: str, data: bytes) -> None:
        headers = {"content-type": media_type(path), "cache-control": cache_control(path)}
        self._must(self._ask("PUT", path, headers, data), path)

    def _ask(self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b"") -> Reply:
        url = self.base + encoded(path)
        whole = signed(method, url, headers or {}, body, self.key, self.doors.now_utc())
        return self.web.request(method, url, whole, body)

    def _must(self, reply: Reply, path: str, *fine: int) -> None:
        if reply.status < 300 or reply.status in fine:
            return
        found = _CODE.search(reply.body)
        said = f"the bucket answered {reply.status}{f' {found[1].decode()}' if found else ''} for {path}"
        raise UsageError(said, hint="Look at the bucket, the region and the key; deploying again goes on from here.")


def fault(settings: DeployTarget) -> str:
    """`to` is a bucket and perhaps a prefix, `endpoint` an address without a path."""
    bucket, _, prefix = settings.to.partition("/")
    if not _BUCKET.fullmatch(bucket) or any(part in ("", ".", "..") for part in prefix.split("/") if prefix):
        return "`to` must be `bucket` or `bucket/prefix`"
    parts = urlsplit(settings.endpoint)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.path.strip("/")
        or parts.query
        or "@" in parts.netloc
    ):
        return "`endpoint` must be the server's address, for example https://s3.eu-central-1.amazonaws.com"
    return "" if settings.region else "`region` must not be empty"


def open_bucket(settings: DeployTarget, doors: Doors) -> Place:
    """The bucket with the key that the environment holds. Raises UsageError without one."""
    named = (settings.key, settings.secret)
    id_, secret = map(doors.secret, named)
    if missing := [name for name, value in zip(named, (id_, secret), strict=True) if not value]:
        raise UsageError(f"{' and '.join(missing)} not set", hint="Set the key in the environment, never in a file.")
    key = Key(id_, secret, doors.secret(settings.token), settings.region)
    base = f"{settings.endpoint.rstrip('/')}/{encoded(settings.to.strip('/'))}/"
    return Bucket(f"{settings.to} at {urlsplit(settings.endpoint).hostname}", base, key, doors.web(base), doors)


TARGET = Target(open_bucket, fault)
