"""Sends a frozen issue: readers are taken from the ledger, messages go out over several lines, results are kept.

All of it runs in one thread. One task leads: it alone uses the ledger, in one transaction for all that came together
since the last. The others each have a line to the relay and one message at a time. Nothing here knows a database, a
network or a clock: they are handed in.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from random import Random

from inkwright.model.delivery import Addressee, Mark
from inkwright.model.errors import LedgerError, NetError
from inkwright.model.relay import RelayReply
from inkwright.newsletter.doors import Book, Clock, Ended, Letter, Line, Plan, Why
from inkwright.newsletter.outcome import Health, outcome
from inkwright.newsletter.pace import Pace
from inkwright.newsletter.waits import SHORT, Say, Waits
from inkwright.newsletter.warm_up import left_today
from inkwright.newsletter.window import opens_at

TURN = 0.01
"""Seconds in which results and wishes are gathered for one transaction."""
SYNC = 0.02
"""Seconds after which marks are on the disk. **Source:** the newsletter's design, "an fdatasync every 20 ms"."""
LOOK = 1.0
"""Seconds between looks at an issue on which nothing can be done just now."""
PATIENCE = timedelta(minutes=10)
"""How long to stay for the next thing to do; what takes longer is for the next run."""
OUTAGE = 120.0
"""Seconds without any line to the relay before giving up for now."""
LEDGER_WAIT = 10.0
"""Seconds to wait for a ledger that cannot be written, with results in hand."""
GRACE = 10.0
"""Seconds that messages on their way get when the user stops the sending."""


class Sending:
    """One run over one issue. `letter` makes the message of a reader, `line` a connection that is not open yet, `tell`
    is told how many more are dealt with, `say` until when nothing can be done."""

    def __init__(
        self, book: Book, line: Callable[[], Line], letter: Callable[[Addressee], Letter], clock: Clock, plan: Plan,
        dice: Random, tell: Callable[[int], None] = lambda done: None,
        say: Say = lambda until, why: None,
    ) -> None:  # fmt: skip
        self._book, self._line, self._letter, self._clock = book, line, letter, clock
        self._plan, self._dice, self._tell = plan, dice, tell
        self._waits = Waits(say)
        self._pace, self._health = Pace(plan.rate, clock.seconds()), Health()
        self._marks: list[Mark] = []
        self._idle: deque[asyncio.Future[Addressee | None]] = deque()
        self._busy = 0
        self._lines = 0
        self._ready = asyncio.Event()
        self._closing = asyncio.Event()
        self._fault: Exception | None = None
        self._unopened: NetError | None = None
        self._left: int | None = None
        self._held_until: datetime | None = None
        self._dirty = False
        self._turned = self._down = clock.seconds()
        self._beat = self._look = self._dry = self._turned

    async def run(self) -> Ended:
        """Send until nothing can be done for a while. Raises NetError when the relay cannot be used, LedgerError when
        the ledger cannot; what was sent by then is written down as far as it can be."""
        workers = [asyncio.create_task(self._guarded(self._work())) for _ in range(self._plan.connections)]
        workers.append(asyncio.create_task(self._guarded(self._keep_synced())))
        try:
            return await self._lead()
        finally:
            self._closing.set()
            while self._idle:
                _hand(self._idle.popleft(), None)
            _, late = await asyncio.wait(workers, timeout=3.0)
            for one in late:
                one.cancel()

    async def _lead(self) -> Ended:
        """Take turns until there is an end; a wish of the user to stop lets messages on their way arrive."""
        end: Ended | None = None
        stop_by = float("inf")
        self._left = self._allowed_today()
        while True:
            try:
                await self._next_turn()
            except asyncio.CancelledError:
                if end is not None:
                    raise
                end, stop_by = Ended("stopped"), self._clock.seconds() + GRACE
            now = self._turned = self._clock.seconds()
            if now >= self._beat:
                self._beat = now + self._plan.beat
                end = end or self._stay()
            await self._turn(0 if end or self._fault else self._wanted(now), stop_by)
            if self._health.trouble and end is None:
                self._book.pause(self._health.trouble)
                end = Ended("paused", self._health.trouble)
            if self._busy or self._marks:
                if now > stop_by:
                    return Ended("stopped")
                continue
            if self._fault is not None:
                raise self._fault
            end = end or self._see(now)
            if end is not None:
                return end

    async def _next_turn(self) -> None:
        """Wait until there is something to do, and a little longer so that more comes together."""
        waits = bool(self._idle) and self._dry <= self._turned
        try:
            async with asyncio.timeout(min(LOOK, max(TURN, self._pace.wait())) if waits else LOOK):
                await self._ready.wait()
        except TimeoutError:
            return
        self._ready.clear()
        if self._busy:
            await asyncio.sleep(max(0.0, self._turned + TURN - self._clock.seconds()))

    def _wanted(self, now: float) -> int:
        """How many readers may be taken in this turn."""
        if not self._idle or now < self._dry:
            return 0
        if opens_at(self._plan.window, self._clock.local()) or self._left == 0:
            self._dry = now + LOOK
            return 0
        return self._pace.ready(now, min(len(self._idle), len(self._idle) if self._left is None else self._left))

    async def _turn(self, most: int, stop_by: float) -> None:
        """One transaction: results down, readers taken and dealt out."""
        marks, self._marks = self._marks, []
        if not marks and not most:
            return
        again = self._turned >= self._look
        taken, looked = await self._recorded(marks, most, again, stop_by)
        self._dirty = True
        self._look = self._turned + LOOK if again else self._look
        self._dry = self._turned + LOOK if most and not looked else self._dry
        done = sum(mark.state not in ("queued", "retry") for mark in marks) + looked - len(taken)
        if done:
            self._tell(done)
        self._pace.spend(len(taken))
        self._left = None if self._left is None else self._left - len(taken)
        for reader in taken:
            self._busy += 1
            _hand(self._idle.popleft(), reader)

    async def _recorded(
        self, marks: Sequence[Mark], most: int, again: bool, stop_by: float
    ) -> tuple[list[Addressee], int]:
        """As `Book.record`. A ledger that cannot be written is waited for, results in hand; nobody is taken then."""
        give_up = min(self._clock.seconds() + LEDGER_WAIT, stop_by)
        while True:
            try:
                return self._book.record(marks, most, again=again)
            except LedgerError:
                if self._clock.seconds() >= give_up and not self._busy:
                    raise
                await asyncio.sleep(0.25)
                marks, self._marks, most = [*marks, *self._marks], [], 0

    def _stay(self) -> Ended | None:
        """Say that this sender lives, and share the rate with the others. A ledger that cannot be written just now is
        met again with the next results."""
        try:
            counts, senders = self._book.beat()
        except LedgerError:
            return None
        self._held_until = self._clock.now() + timedelta(seconds=self._plan.beat * 4)
        self._pace.set_rate(self._plan.rate / max(1, senders))
        return None if counts else Ended("ousted")

    def _see(self, now: float) -> Ended | None:
        """Why nothing can be done, None when it is only for a little while. Raises NetError after a long time without
        any line to the relay."""
        if not self._idle:
            if not self._lines and self._unopened is not None:
                self._bear(self._unopened, OUTAGE - (now - self._down))
            return None
        if now >= self._dry:
            return None
        rest = self._book.rest()
        if rest.state in ("sent", "paused", "cancelled"):
            return Ended(rest.state, rest.reason)  # type: ignore[arg-type]
        opens = opens_at(self._plan.window, self._clock.local())
        if opens is not None:
            return self._wait(opens, self._clock.local(), "window")
        if self._left == 0:
            return Ended("warm-up")
        return None if rest.due is None else self._wait(rest.due, self._clock.now(), "later")

    def _wait(self, until: datetime, now: datetime, why: Why) -> Ended | None:
        """Stay for what comes soon, end for what does not."""
        if until - now > PATIENCE:
            return Ended(why, again=until)
        self._waits.until(until, now)
        return None

    def _bear(self, error: NetError, left: float) -> None:
        """Go on without any line to the relay for so many seconds. Raises NetError after them."""
        if left < 0:
            raise error
        if left < OUTAGE - SHORT.total_seconds():
            now = self._clock.now()
            self._waits.until(now + timedelta(seconds=left), now, error.message)

    def _allowed_today(self) -> int | None:
        if not self._plan.warm_up:
            return None
        return left_today(self._plan.warm_up, self._book.sent_by_day(), self._clock.local().date().isoformat())

    async def _guarded(self, work: Coroutine[None, None, None]) -> None:
        """Let the leader know when a part fails, instead of losing it."""
        try:
            await work
        except Exception as error:  # noqa: BLE001 - raised again by the leader
            self._fault = self._fault or error
            self._ready.set()

    async def _work(self) -> None:
        """One line: open it, and send one message after the other until nobody is left."""
        line, pause, used = self._line(), 1.0, False
        try:
            while not self._closing.is_set():
                if not line.is_open:
                    try:
                        await line.open()
                    except NetError as error:
                        await self._failed_to_open(error, pause)
                        pause = min(60.0, pause * 2)
                        continue
                    pause, used = 1.0, False
                self._lines += 1
                try:
                    reader = await self._reader()
                    if reader is None:
                        return
                    await self._serve(line, reader, used=used)
                finally:
                    self._lines -= 1
                    self._down = self._clock.seconds()
                used = True
        finally:
            await line.close()

    async def _failed_to_open(self, error: NetError, pause: float) -> None:
        """Wait before the next try; a failure that no waiting mends ends the run."""
        self._unopened = error
        if not error.passing:
            self._fault = self._fault or error
            self._ready.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._closing.wait()

    async def _reader(self) -> Addressee | None:
        """The next reader, None at the end."""
        if self._closing.is_set():
            return None
        wish: asyncio.Future[Addressee | None] = asyncio.get_running_loop().create_future()
        self._idle.append(wish)
        self._ready.set()
        return await wish

    async def _serve(self, line: Line, reader: Addressee, *, used: bool) -> None:
        """Send one message and note what became of it."""
        reply: RelayReply | None = None
        try:
            letter = self._letter(reader)
            reply = RelayReply("unopened", 0, "it took too long until the message could be sent")
            if self._is_ours(reader):
                reply = await self._sent(line, letter, reader.addr, used=used)
        except ValueError as error:
            reply = RelayReply("refused", 0, str(error))
        finally:
            self._busy -= 1
            self._ready.set()
        if reply is not None:
            self._health.record(reply)
            now = self._clock.now()
            self._marks.append(outcome(reader, reply, now, self._dice.random(), self._plan.policy))

    async def _sent(self, line: Line, letter: Letter, to: str, *, used: bool) -> RelayReply:
        """Hand the message over. A line that had been used before and broke before the dot is opened once more: relays
        end connections after some messages or minutes, which says nothing of a reader."""
        if line.is_open:
            reply = await line.send(letter.sender, to, letter.message)
            if not used or reply.said not in ("lost", "closing"):
                return reply
        try:
            if not line.is_open:
                await line.open()
        except NetError as error:
            return RelayReply("unopened", 0, error.message)
        return await line.send(letter.sender, to, letter.message)

    def _is_ours(self, reader: Addressee) -> bool:
        """Whether nobody else can have taken this reader meanwhile, for example while this machine slept."""
        return self._clock.now() < max(reader.lease, self._held_until or reader.lease)

    async def _keep_synced(self) -> None:
        """Bring marks to the disk some milliseconds after they were written."""
        while not self._closing.is_set():
            await asyncio.sleep(SYNC)
            if self._dirty:
                self._dirty = False
                if not await asyncio.to_thread(self._book.sync):
                    return


def _hand(wish: "asyncio.Future[Addressee | None]", reader: Addressee | None) -> None:
    if not wish.done():
        wish.set_result(reader)
