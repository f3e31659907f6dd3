from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList

from samling.domain.gathering import Scene
from samling.tui.control.dialogs.telling import PageText, Telling
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.control.app import ControlApp


async def send(pilot: Pilot[None], words: str) -> None:
    """Fill in the first field of the form that is open, and send it."""
    pilot.app.screen.query(Input).first().value = words
    await pilot.press("enter")


class TestProjector:
    async def test_a_message_is_shown_and_taken_away(self, app: ControlApp, session: Session) -> None:
        """Key m shows a message; an empty one takes it away."""
        async with app.run_test() as pilot:
            await pilot.press("m")
            await send(pilot, "Lunsj i 2. etasje")
            assert session.in_use().display.message == "Lunsj i 2. etasje"
            assert "Lunsj" in str(app.screen.query_one("#day").render())
            await pilot.press("m")
            await send(pilot, "")
            assert session.in_use().display.scene is Scene.AUTO

    async def test_b_turns_it_black_and_back(self, app: ControlApp, session: Session) -> None:
        """Key b blacks the projector out and says so in words; b again brings it back."""
        async with app.run_test() as pilot:
            await pilot.press("b")
            assert session.in_use().display.black
            assert "black" in str(app.screen.query_one("#day").render())
            await pilot.press("b")
            assert not session.in_use().display.black

    async def test_s_chooses_a_scene(self, app: ControlApp, session: Session) -> None:
        """s, down and Enter show the next scene of the list."""
        async with app.run_test() as pilot:
            await pilot.press("s", "down", "enter")
            assert session.in_use().display.scene is Scene.TIMER

    async def test_a_note_goes_to_the_running_block(self, app: ControlApp, session: Session) -> None:
        """Key o jots to the running block; the block's details show it."""
        async with app.run_test() as pilot:
            await pilot.press("n", "o")
            await send(pilot, "parkering: taushetsplikt")
            assert [note.text for note in session.in_use().notes] == ["parkering: taushetsplikt"]
            assert session.in_use().notes[0].block_id == session.in_use().block(1).id
            await pilot.press("enter")
            assert isinstance(app.screen, Telling)
            assert "taushetsplikt" in str(app.screen.query_one(PageText).render())

    async def test_keys_that_come_before_the_question_do_nothing(self, app: ControlApp, session: Session) -> None:
        """What is typed faster than the dialog opens is not taken for commands."""
        async with app.run_test() as pilot:
            app.desk_screen.action_command("message")
            app.desk_screen.action_command("black-out")
            await pilot.pause()
            assert not session.in_use().display.black


class TestPlan:
    async def test_a_block_is_added_after_the_chosen_one(self, app: ControlApp, session: Session) -> None:
        """Key a on a chosen block puts the new one after it, with the minutes typed."""
        async with app.run_test() as pilot:
            await pilot.press("home", "a")
            title, minutes, *_rest = pilot.app.screen.query(Input)
            title.value, minutes.value = "Pause", "15"
            await pilot.press("enter")
            assert [(block.title, block.planned_seconds) for block in session.in_use().blocks][1] == ("Pause", 900)

    async def test_bad_input_is_told_beside_its_field(self, app: ControlApp, session: Session) -> None:
        """Letters for minutes, a clock time that is none and an empty title: each is told, nothing is added."""
        async with app.run_test() as pilot:
            await pilot.press("a")
            _title, minutes, _least, start, _end, _signals = pilot.app.screen.query(Input)
            minutes.value, start.value = "mange", "29:70"
            await pilot.press("enter")
            told = [str(words.render()) for words in app.screen.query(".wrong").results(Words) if words.display]
            assert ["empty" in told[0], "mange" in told[1], "29:70" in told[2]] == [True, True, True]
            assert len(session.in_use().blocks) == 3

    async def test_what_the_rules_refuse_keeps_the_form_open(self, app: ControlApp, session: Session) -> None:
        """A block of 2000 minutes is refused in the form, with everything typed kept."""
        async with app.run_test() as pilot:
            await pilot.press("e")
            title, minutes, *_rest = pilot.app.screen.query(Input)
            minutes.value = "2000"
            await pilot.press("enter")
            assert "1440" in str(app.screen.query_one("#refused", Words).render())
            assert title.value == "A"
            assert session.in_use().block(1).planned_seconds == 600

    async def test_an_edit_changes_only_what_was_changed(self, app: ControlApp, session: Session) -> None:
        """A new title leaves length, kind and marks as they were, and is one step of undo."""
        before = session.in_use().block(1)
        async with app.run_test() as pilot:
            await pilot.press("e")
            await send(pilot, "Innledning")
            after = session.in_use().block(1)
            assert (after.title, after.planned_seconds, after.kind) == (
                "Innledning",
                before.planned_seconds,
                before.kind,
            )
            await pilot.press("u")
            assert session.in_use().block(1) == before

    async def test_a_block_is_removed_only_when_confirmed(self, app: ControlApp, session: Session) -> None:
        """Delete asks, with the careful answer marked; u brings the block back."""
        async with app.run_test() as pilot:
            await pilot.press("end", "delete", "enter")
            assert len(session.in_use().blocks) == 3
            await pilot.press("delete", "y")
            assert len(session.in_use().blocks) == 2
            await pilot.press("u")
            assert len(session.in_use().blocks) == 3

    async def test_c_duplicates(self, app: ControlApp, session: Session) -> None:
        """Key c puts a copy after the chosen block."""
        async with app.run_test() as pilot:
            await pilot.press("home", "c")
            assert [block.title for block in session.in_use().blocks] == ["A", "A", "B", "C"]


class TestLookingAround:
    async def test_help_names_every_key(self, app: ControlApp) -> None:
        """? lists each command that has a key."""
        from samling.tui.control.commands import COMMANDS
        from samling.tui.control.signs import help_page

        told = " ".join(text for _heading, rows in help_page() for _key, text in rows)
        assert all(command.help in told for command in COMMANDS)
        async with app.run_test() as pilot:
            await pilot.press("question_mark")
            assert isinstance(app.screen, Telling)

    async def test_every_action_of_the_registry_has_a_command(self) -> None:
        """Nothing that can be done headless is missing from the window."""
        from samling.domain.actions import ACTIONS
        from samling.tui.control.commands import BY_ID

        inside = {"pause": "pause", "resume": "pause", "extend": "extend+1", "drop": "drop", "restore": "drop"}
        inside |= {"move": "move-up", "show-survey": "surveys", "show-link": "surveys"}
        assert all(inside.get(name, name) in BY_ID for name in ACTIONS)

    async def test_the_palette_does_what_the_keys_do(self, app: ControlApp, session: Session) -> None:
        """The palette offers every command, by the words of the table."""
        async with app.run_test() as pilot:
            found = {command.title: command for command in app.get_system_commands(app.screen)}
            found["Start or next"].callback()
            await pilot.pause()
            assert session.in_use().current == 1

    async def test_the_gathering_is_switched(self, app: ControlApp, session: Session) -> None:
        """Key g lists the gatherings; choosing one opens it."""
        first = session.in_use()
        day = first.days[0]
        session.new_gathering(title="Den andre", start=day.planned_start, end=day.promised_end, programme=None)
        async with app.run_test() as pilot:
            await pilot.press("g")
            app.screen.query_one(OptionList).highlighted = 1
            await pilot.press("enter")
            assert session.in_use().id == first.id

    async def test_closing_says_that_the_clocks_go_on(
        self, app: ControlApp, session: Session, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Key q closes without a question, and the last word is that the block goes on."""
        async with app.run_test() as pilot:
            await pilot.press("n", "q")
        assert "“A” goes on. Open samling again to see it." in capsys.readouterr().err
        assert session.in_use().current == 1

    async def test_closing_a_demo_promises_nothing(
        self, app: ControlApp, session: Session, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A demo lies in a temporary file: it is not said to go on."""
        app.demo = True
        async with app.run_test() as pilot:
            await pilot.press("n", "q")
        assert "goes on" not in capsys.readouterr().err
        assert session.in_use().current == 1
