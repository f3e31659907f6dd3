"""The screen of the groups: the tables as cards, what may be claimed of them, and the draw that runs meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content

from samling.content.places import shipped
from samling.domain.seating import words
from samling.domain.seating.values import KeepApart, Member, SeatingState, SharingKind
from samling.language import _, language, ngettext
from samling.tui.control.command import bindings
from samling.tui.control.groups import mending
from samling.tui.control.groups.asking import apart_word
from samling.tui.control.groups.cards import Card, cards
from samling.tui.control.groups.commands import COMMANDS
from samling.tui.control.groups.desk import GroupsDesk
from samling.tui.control.groups.table_cards import TableCards
from samling.tui.control.head import running
from samling.tui.control.people.finding import FindingScreen
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from samling.domain.grouping.score import Score
    from samling.domain.seating.finding import Found
    from samling.domain.seating.hall import Hall
    from samling.domain.team import Team
    from samling.tui.control.app import ControlApp
    from samling.tui.control.groups.searching import Search
    from samling.tui.view import View

_LOOK_SECONDS = 0.1
_MOST_FOUND = 4


class GroupsScreen(FindingScreen):
    """Who sits with whom."""

    commands = COMMANDS
    taking = "go"

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "groups.tcss")]
    AUTO_FOCUS = "TableCards"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.where = self.groups = GroupsDesk(app, self.tell)
        self._title, self._asked, self._offer = Ends(id="title"), Words(id="asked"), Words(id="offer")
        self.main = self._cards = TableCards(self._choose, id="tables")
        self._claims, self._found = Words(id="claims"), Words(id="found")
        self._proposed_for: Hall | None = None
        self._reached: Score | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        yield self._asked
        yield self._offer
        yield self._cards
        yield self._claims
        yield self._found
        yield self.finder
        yield self.deed
        yield self.keys

    def on_mount(self) -> None:
        """Follow the view; read the rooms meanwhile; look at a running draw ten times a second."""
        super().on_mount()
        self.run_worker(self._read_rooms, thread=True, name="rooms")
        self.set_interval(_LOOK_SECONDS, self._look_at_draw)

    def on_unmount(self) -> None:
        """Let no draw go on that nobody sees."""
        if self.groups.search is not None:
            self.groups.search.stop()

    def _read_rooms(self) -> None:
        from samling.content.draw_rooms import rooms_for  # pydantic; in a thread, while the tables are looked at

        self.groups.rooms = tuple(room for kind in SharingKind for room in rooms_for(kind))
        self.app.call_from_thread(self.show_again)

    def _look_at_draw(self) -> None:
        """Show how a draw goes, where it has come on since this was last asked."""
        search = self.groups.search
        reached = None if search is None or search.best is None else search.best.score
        if reached is not None and reached != self._reached:
            self.show_again()
        self._reached = reached

    # showing

    def show(self, view: View) -> None:
        """Draw the tables and what is to be said of them."""
        desk = self.groups
        shown = self._shown_cards()
        members = [seat.member for card in shown for seat in card.seats]
        if desk.cursor not in members:
            desk.cursor = next(iter(members), None)
        self._title.say(self._title_words(), running(view))
        self._asked.say(self._asked_words())
        self._offer.say(self._offer_words())
        self._offer.display = bool(self._offer_words())
        self._cards.show(shown, cursor=desk.cursor, marked=desk.marked)
        self._claims.say(Content("\n").join(list(self._claim_lines())))
        self._show_found()
        self.keys.show(self._hints())
        self._propose()

    def _shown_cards(self) -> tuple[Card, ...]:
        desk = self.groups
        if desk.search is not None and desk.search.best is not None:
            return cards(desk.search.tables, desk.search.place, desk.asked.kind, desk.hall.names)
        seating = desk.seating
        if seating is None:
            return ()
        return cards(seating.tables, seating.place, seating.kind, desk.hall.names, desk.looked.reasons)

    def _title_words(self) -> Content:
        desk = self.groups
        title = Content(_("Groups")).stylize("bold $primary")
        return Content.assemble(
            title, "  ", (desk.hall.title(desk.block_id), "bold"), "  ", (self._state(), "$text-quiet")
        )

    def _state(self) -> str:
        desk, seating = self.groups, self.groups.seating
        if desk.search is not None:
            return _("drawing …")
        if seating is None:
            return _("nothing drawn yet")
        if seating.state is SeatingState.ANNOUNCED and seating.announced_at is not None:
            time = clock_time(seating.announced_at, desk.gathering.timezone)
            return _("announced {time}").format(time=time)
        return _("draft {id} · A announces it").format(id=seating.id)

    def _asked_words(self) -> Content:
        """How the next draw will be."""
        desk = self.groups
        here = desk.hall.present
        room = desk.room.name.said(language()) if desk.room else "…"
        apart = (apart_word(desk.asked.keep_apart),) if desk.asked.keep_apart is not KeepApart.NONE else ()
        more = (_("all rounds together"),) if desk.asked.all_rounds else ()
        teams = ngettext("{count} team", "{count} teams", len(here.teams)).format(count=len(here.teams))
        who = _("{teams} in the list").format(teams=teams) if here.is_assumed else _("{teams} here").format(teams=teams)
        said = (words.kind_word(desk.asked.kind, _), room, *apart, *more, who)
        return Content.assemble((_("d draws"), "bold $footer-key-foreground"), "  ", (" · ".join(said), "$text-quiet"))

    def _offer_words(self) -> str:
        found = self.groups.repair
        return f"! {mending.line(found, self.groups.hall.names)}" if found else ""

    def _claim_lines(self) -> Iterator[Content]:
        """What may be claimed of what is seen, what is certain before it, and what a swap would cost."""
        desk = self.groups
        if desk.search is not None:
            yield from self._lines_of_search(desk.search)
        elif desk.seating is None:
            yield Content(_("d draws: the teams two and two, or k for people mixed over tables.")).stylize(
                "$text-quiet"
            )
        else:
            yield from self._marked_lines()
            told = list(words.of_seating(desk.seating, _))
            yield from map(Content, [" ".join(told)] if self.has_class("-low") else told)

    def _lines_of_search(self, search: Search) -> Iterator[Content]:
        for each in search.foretold:
            yield Content(f"! {each}").stylize("$warning")
        if search.claim is not None:
            asked = self.groups.asked
            is_mixed = asked.kind is SharingKind.MIXED
            apart = is_mixed or asked.keep_apart is not KeepApart.NONE
            told = words.claims(search.claim, _, asked.kind, apart=apart, balance=is_mixed)
            yield Content(_("So far: {claims}").format(claims=" ".join(told)))

    def _marked_lines(self) -> Iterator[Content]:
        desk = self.groups
        if desk.marked is None:
            return
        name, price = desk.hall.names(desk.marked), desk.price()
        said = _("► {name} swaps: {price}") if price else _("► {name} is marked. Choose who to swap with.")
        yield Content(said.format(name=name, price=price)).stylize("bold $warning")

    def _hints(self) -> Iterator[Hint]:
        desk = self.groups
        if desk.is_finding:
            yield from self.finding_hints()
            return
        yield Hint("?", _("Help"), "screen.command('help')")
        if desk.search is not None:
            yield Hint("s", _("Stop with what it has"), "screen.command('stop')")
            return
        yield Hint("d", _("Draw"), "screen.command('groups-draw')")
        yield Hint("k", _("Two and two, or mixed"), "screen.command('kind')")
        if desk.seating is not None:
            yield Hint("A", _("Announce"), "screen.command('groups-announce')")
            yield Hint(_("Space"), _("Swap"), "screen.command('groups-swap')")
        if desk.repair is not None:
            yield Hint("m", _("Seat anew"), "screen.command('groups-repair')")
        yield Hint("/", _("Where do I sit?"), "screen.command('find')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint("p", _("Pins"), "screen.command('pin')")
        yield Hint("l", _("Lock"), "screen.command('lock')")
        yield Hint("r", _("Room"), "screen.command('room')")
        yield Hint("a", _("Keep apart"), "screen.command('apart')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    # seating anew

    def _propose(self) -> None:
        """Look, beside the keys and once for every change of the file, whether somebody is missing or came late."""
        hall = self.groups.hall
        if self._proposed_for is not hall:
            self._proposed_for = hall
            self._find_repair(hall)

    @work(name="repair", group="repair", exclusive=True)
    async def _find_repair(self, hall: Hall) -> None:
        announced = hall.seatings.announced(self.groups.block_id)
        self.groups.repair = await asyncio.to_thread(mending.proposed, hall, announced)
        self.show_again()

    # choosing and finding

    def _choose(self, member: Member) -> None:
        """Put the cursor on somebody."""
        self.groups.cursor = member
        self.show_again()

    def seek(self) -> None:
        """Say where those sit who are called so, and put the cursor on the first."""
        seated = self._seated()
        self.groups.cursor = seated[0] if seated else self.groups.cursor
        self.show_again()

    def step(self, by: int) -> None:
        """Put the cursor on the next one who is called so, or the one before."""
        seated = self._seated()
        if seated:
            at = seated.index(self.groups.cursor) + by if self.groups.cursor in seated else 0
            self._choose(seated[at % len(seated)])

    def _show_found(self) -> None:
        self._found.display = self.groups.is_finding
        if self.groups.is_finding:
            self._found.say(Content("\n").join(map(self._found_line, self._called()[:_MOST_FOUND])))

    def _found_line(self, found: Found) -> Content:
        seating = self.groups.seating
        where = words.place(seating, found.table.number, _) if seating and found.table else _("no seat")
        team = f" ({found.team})" if found.team else ""
        return Content.assemble(("  " + found.name, "bold"), (team, "$text-quiet"), "  ", (where, "bold $primary"))

    def _called(self) -> tuple[Found, ...]:
        """Those who are called as it is typed."""
        from samling.domain.seating.finding import where

        desk = self.groups
        return where(desk.hall, desk.seating, desk.typed) if desk.seating and desk.typed.strip() else ()

    def _seated(self) -> list[Member]:
        """Who of those seated stands for each of them: their team, where that is seated as one."""
        return [_stands_for(each, self.groups.hall.names.team(each.member)) for each in self._called() if each.table]


def _stands_for(found: Found, team: Team | None) -> Member:
    assert found.table is not None, "whoever is seated has a table"
    is_there = found.member in (*found.table.members, *found.table.beside)
    return found.member if is_there or team is None else Member("team", team.id or 0)
