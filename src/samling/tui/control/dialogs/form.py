"""Forms: fields that are read when the form is sent, with what is wrong in words beside each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from samling.domain.errors import N_, DatabaseUnusable, SamlingError, WrongUsage
from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.choice import Choice
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget


def as_typed(text: str) -> str:
    """Read a text as it was typed."""
    return text


def whole_number(text: str) -> int:
    """Read a whole number from 0; raise `WrongUsage` for anything else."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        raise WrongUsage(N_("“{text}” is not a whole number."), text=text)
    return int(digits)


_MOST_DIGITS = 19
"""Of the largest number that the file can hold."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `read` turns what was typed into a value, or raises `SamlingError` in words.

    With `options` (name and label) it is a choice and not a text. What is typed in one that `is_secret` is not shown.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    read: Callable[[str], Any] = as_typed
    options: tuple[tuple[str, str], ...] = ()
    is_secret: bool = False


def yes_or_no(name: str, label: str, *, value: bool) -> Field:
    """A field that is on or off; it is read as a truth value."""
    options = (("no", _("no")), ("yes", _("yes")))
    return Field(name, label, "yes" if value else "no", read=lambda text: text == "yes", options=options)


class _Typed(Input):
    """Where a text is typed. Enter sends what its screen is for, at once and not by a message: keys may follow fast."""

    BINDINGS: ClassVar = [Binding("enter", "screen.send", show=False)]


class FieldRow(Vertical):
    """A field with its label, and below it what is wrong with it. Enter in it is the `send` of its screen."""

    def __init__(self, field: Field) -> None:
        super().__init__(classes="field")
        self.field = field
        self._input: Input | Choice = (
            Choice(field.options, field.value)
            if field.options
            else _Typed(field.value, select_on_focus=True, compact=True, password=field.is_secret)
        )
        self._wrong = Words(classes="wrong")

    def compose(self) -> ComposeResult:
        """Label and field side by side, the fault below."""
        with Horizontal(classes="-hinted" if self.field.hint else ""):
            yield Words(self.field.label, classes="label")
            yield self._input
            if self.field.hint:
                yield Words(self.field.hint, classes="hint")
        yield self._wrong

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._input.value

    def read(self) -> Any:  # noqa: ANN401 - whatever the field holds
        """Return the field's value; raise `SamlingError` when it cannot be read."""
        return self.field.read(self.typed)

    def find_wrong(self, words: str) -> None:
        """Show what is wrong; nothing when nothing is."""
        self._wrong.say(f"! {words}" if words else "")
        self._wrong.display = bool(words)

    def enter(self) -> None:
        """Put the cursor in the field."""
        self._input.focus()


def read_all(rows: Iterable[FieldRow]) -> dict[str, Any] | None:
    """Read the fields, showing beside each what is wrong; None when any is, with the cursor in the first."""
    values: dict[str, Any] = {}
    wrong: list[FieldRow] = []
    for row in rows:
        try:
            values[row.field.name] = row.read()
            row.find_wrong("")
        except SamlingError as error:
            row.find_wrong(say(error))
            wrong.append(row)
    if wrong:
        wrong[0].enter()
        return None
    return values


class Form(Frame[bool]):
    """A form. `send` gets the values and does what they are for; what it refuses is shown, and the form stays."""

    AUTO_FOCUS = "Input, Choice"
    BINDINGS: ClassVar = [Binding("enter", "send", show=False)]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        send: Callable[[Mapping[str, Any]], object],
        *,
        text: str = "",
        verb: str = "",
    ) -> None:
        super().__init__(title, text=text)
        self._rows = [FieldRow(field) for field in fields]
        self._send = send
        self._verb = verb or _("Save")
        self._refused = Words(id="refused")

    def body(self) -> Iterable[Widget]:
        """The fields, and below them what was refused."""
        yield VerticalScroll(*self._rows, id="fields", can_focus=False)
        yield self._refused

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("Enter"), self._verb, "screen.send")
        if len(self._rows) > 1:
            yield Hint(_("Tab"), _("Next field"), "app.focus_next")
        yield Hint(_("Esc"), _("Cancel"), "screen.close")

    def action_send(self) -> None:
        """Read the fields and do what the form is for."""
        values = read_all(self._rows)
        if values is None:
            return
        try:
            self._send(values)
        except DatabaseUnusable as fault:
            self._refuse(_("Not saved. {why} Enter tries again.").format(why=say(fault)))
        except SamlingError as error:
            self._refuse(say(error))
        else:
            self.dismiss(True)

    def _refuse(self, reason: str) -> None:
        self._refused.say(Content(f"! {reason}"))
        self._refused.display = True
