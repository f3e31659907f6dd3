"""A second computation of the timing rules, written from their document alone, to compare the first with.

It knows nothing of the domain's values or functions: a block is a dict, an instant a whole number of milliseconds, and
every figure is worked out the long way.
"""

from __future__ import annotations

from typing import Any

MINUTE = 60_000

Dict = dict[str, Any]


class DoesNotFit(Exception):
    """The verb does not fit the state."""


def make_block(name: str, day: int, planned: int, **fields: Any) -> Dict:  # noqa: ANN401
    """Return a pending block; lengths and instants are milliseconds."""
    return {
        "name": name,
        "day": day,
        "planned": planned,
        "added": 0,
        "fixed_start": None,
        "fixed_end": None,
        "state": "pending",
        "started": None,
        "ended": None,
        "pauses": [],
        "plan": None,
        **fields,
    }


def make_day(start: int, promised: int) -> Dict:
    """Return a day that has not started."""
    return {"start": start, "promised": promised, "plan_end": None}


def lays_out(blocks: list[Dict], cursor: int, length_of: str) -> dict[str, tuple[int, int, int | None]]:
    """Lay blocks out one after the other: name -> start, end, gap."""
    laid = {}
    for block in blocks:
        length = block["planned"] if length_of == "plan" else max(0, block["planned"] + block["added"])
        begins = cursor
        gap = None
        if block["fixed_start"] is not None:
            gap = block["fixed_start"] - cursor
            begins = max(begins, block["fixed_start"])
        ends = begins + length
        if block["fixed_end"] is not None:
            ends = max(begins, block["fixed_end"])
        laid[block["name"]] = (begins, ends, gap)
        cursor = ends
    return laid


class Reference:
    """A gathering and its verbs."""

    def __init__(self, days: dict[int, Dict], blocks: list[Dict]) -> None:
        """Take the days by number, and the blocks in order."""
        self.days = days
        self.blocks = blocks

    # what the verbs need

    def running(self) -> Dict | None:
        """Return the running or paused block."""
        for block in self.blocks:
            if block["state"] in ("running", "paused"):
                return block
        return None

    def _must_run(self) -> Dict:
        block = self.running()
        if block is None:
            raise DoesNotFit
        return block

    def _last_ended(self) -> Dict | None:
        done = [block for block in self.blocks if block["state"] == "done"]
        if not done:
            return None
        return max(done, key=lambda each: (each["ended"], each["started"], self.blocks.index(each)))

    def next_block(self) -> Dict | None:
        """Return the first pending block after the current or last ended one, else the first pending one."""
        mark = self.running() or self._last_ended()
        after = self.blocks[self.blocks.index(mark) + 1 :] if mark else []
        for block in [*after, *self.blocks]:
            if block["state"] == "pending":
                return block
        return None

    def _plan_is_told(self, number: int) -> None:
        day = self.days[number]
        if day["plan_end"] is not None:
            return
        planned = self._plan(number)
        for block in self.blocks:
            if block["day"] == number:
                block["plan"] = planned.get(block["name"])
        day["plan_end"] = max(end for _, end in planned.values())

    def _plan(self, number: int) -> dict[str, tuple[int, int]]:
        """Return the plan's own times by block."""
        day = self.days[number]
        mine = [block for block in self.blocks if block["day"] == number]
        if day["plan_end"] is not None:
            return {block["name"]: block["plan"] for block in mine if block["plan"]}
        laid = lays_out([block for block in mine if block["state"] != "dropped"], day["start"], "plan")
        return {name: (start, end) for name, (start, end, _gap) in laid.items()}

    # the verbs

    def start(self, now: int, position: int | None = None) -> None:
        """Start a pending block; a running one ends."""
        block = self.blocks[position - 1] if position else self.next_block()
        if block is None or block["state"] != "pending":
            raise DoesNotFit
        self._plan_is_told(block["day"])
        if self.running():
            self.finish(now)
        block["state"], block["started"] = "running", now

    def pause(self, now: int) -> None:
        """Open a pause."""
        block = self._must_run()
        if block["state"] == "paused":
            raise DoesNotFit
        block["state"] = "paused"
        block["pauses"].append([now, None])

    def resume(self, now: int) -> None:
        """Close the open pause."""
        block = self._must_run()
        if block["state"] == "running":
            raise DoesNotFit
        block["state"] = "running"
        block["pauses"][-1][1] = now

    def finish(self, now: int) -> None:
        """End the running block, and its open pause."""
        block = self._must_run()
        if block["state"] == "paused":
            block["pauses"][-1][1] = now
        block["state"], block["ended"] = "done", now

    def next(self, now: int) -> None:
        """Go on to the next block of the day; with none pending end the day."""
        block, following = self.running(), self.next_block()
        if block is not None and (following is None or following["day"] != block["day"]):
            self.finish(now)
        else:
            self.start(now)

    def _changeable(self, position: int | None) -> Dict:
        block = self.blocks[position - 1] if position else self._must_run()
        if block["state"] not in ("pending", "running", "paused"):
            raise DoesNotFit
        return block

    def extend(self, length: int, position: int | None = None) -> None:
        """Add time to a block, or take time from it."""
        block = self._changeable(position)
        if block["fixed_end"] is not None:
            block["fixed_end"] += length
        else:
            block["added"] += length

    def until(self, end: int, position: int | None = None) -> None:
        """Let a block end at a clock time."""
        block = self._changeable(position)
        if block["started"] is not None and end <= block["started"]:
            raise DoesNotFit
        block["fixed_end"] = end

    def drop(self, position: int) -> None:
        """Leave a pending block out."""
        self._exchange(position, "pending", "dropped")

    def restore(self, position: int) -> None:
        """Take a dropped block back."""
        self._exchange(position, "dropped", "pending")

    def _exchange(self, position: int, old: str, new: str) -> None:
        block = self.blocks[position - 1]
        if block["state"] != old:
            raise DoesNotFit
        block["state"] = new

    def move(self, position: int, to: int) -> None:
        """Put a block that has not started where another such stands."""
        block, other = self.blocks[position - 1], self.blocks[to - 1]
        if {block["state"], other["state"]} - {"pending", "dropped"}:
            raise DoesNotFit
        block["day"] = other["day"]
        self.blocks.remove(block)
        self.blocks.insert(to - 1, block)

    def reopen(self, now: int, position: int | None = None) -> None:
        """Go back to a finished block."""
        block = self.blocks[position - 1] if position else self._last_ended()
        if block is None or block["state"] != "done":
            raise DoesNotFit
        place = self.blocks.index(block)
        running = self.running()
        if running is not None and self.blocks.index(running) < place:
            self.finish(now)
        for later in self.blocks[place:]:
            if later["state"] in ("running", "paused", "done"):
                later.update(state="pending", started=None, ended=None, pauses=[])
        block.update(state="running", started=now)

    def promise(self, number: int, end: int) -> None:
        """Promise another end."""
        self.days[number]["promised"] = end

    # the figures

    def figures(self, now: int) -> Dict:
        """Return every figure at `now`."""
        rows: dict[str, Dict] = {}
        days = []
        for number in self.days:
            rows.update(self._rows(number, now))
            days.append(self._day(number, rows))
        states = {block["state"] for block in self.blocks}
        if states & {"running", "paused"}:
            state = "running"
        elif "done" not in states:
            state = "not_started"
        else:
            state = "between" if "pending" in states else "ended"
        return {"state": state, "blocks": [rows[block["name"]] for block in self.blocks], "days": days}

    def _rows(self, number: int, now: int) -> dict[str, Dict]:
        mine = [block for block in self.blocks if block["day"] == number]
        planned = self._plan(number)
        laid = lays_out([block for block in mine if block["state"] == "pending"], self._cursor(number, now), "now")
        rows = {}
        for block in mine:
            row: Dict = {"planned": planned.get(block["name"]), "gap": None, "start": None, "end": None}
            row.update(clock_of(block, now))
            if block["state"] == "pending":
                row["start"], row["end"], row["gap"] = laid[block["name"]]
            elif block["state"] == "done":
                row["start"], row["end"] = block["started"], block["ended"]
            elif block["state"] != "dropped":
                row["start"], row["end"] = block["started"], ends(block, now)
            rows[block["name"]] = row
        return rows

    def _cursor(self, number: int, now: int) -> int:
        mine = [block for block in self.blocks if block["day"] == number]
        for block in mine:
            if block["state"] in ("running", "paused"):
                return ends(block, now)
        finished = [block["ended"] for block in mine if block["state"] == "done"]
        return int(max(now, *finished) if finished else max(now, self.days[number]["start"]))

    def _day(self, number: int, rows: dict[str, Dict]) -> Dict:
        day = self.days[number]
        names = [block["name"] for block in self.blocks if block["day"] == number]
        ending = max((rows[name]["end"] for name in names if rows[name]["end"] is not None), default=None)
        plan_end = day["plan_end"]
        if plan_end is None:
            plan_end = max((end for _, end in self._plan(number).values()), default=None)
        return {
            "plan_end": plan_end,
            "end": ending,
            "behind": None if ending is None or plan_end is None else ending - plan_end,
            "slack": None if ending is None else day["promised"] - ending,
        }


def paused(block: Dict, now: int) -> int:
    """Return how long a block has stood still."""
    return sum((now if end is None else end) - start for start, end in block["pauses"])


def ends(block: Dict, now: int) -> int:
    """Return when a running block is expected to end."""
    if block["fixed_end"] is not None:
        return int(max(now, block["fixed_end"]))
    length = max(0, block["planned"] + block["added"])
    return int(max(now, block["started"] + paused(block, now) + length))


def clock_of(block: Dict, now: int) -> Dict:
    """Return a block's own clock: elapsed, paused and remaining."""
    length = max(0, block["planned"] + block["added"])
    if block["started"] is None:
        return {"elapsed": 0, "paused": 0, "remaining": length}
    moment = now if block["ended"] is None else block["ended"]
    still = paused(block, moment)
    elapsed = moment - block["started"] - still
    remaining = length - elapsed
    if block["state"] in ("running", "paused") and block["fixed_end"] is not None:
        remaining = block["fixed_end"] - now
    return {"elapsed": elapsed, "paused": still, "remaining": remaining}
