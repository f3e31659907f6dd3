"""What a survey came to, in words and bars: the same in the terminal, in the window and in the report."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from samling.domain.line import printable
from samling.domain.survey import results
from samling.domain.survey.questions import Sort
from samling.domain.survey.results import LEAST
from samling.language import _, ngettext
from samling.wording import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.survey.answers import Asked
    from samling.domain.survey.questions import Question
    from samling.domain.survey.results import Group, QuestionResult, SurveyResult
    from samling.domain.survey.values import Survey
    from samling.session import Session

Look = Literal["title", "question", "figure", "bar", "quiet", "text"]

_LONGEST_BAR = 30
_WIDEST_LABEL = 28
_EIGHTHS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, what it is (`look`) and how far it stands in."""

    text: str
    look: Look
    indent: int = 0

    def __str__(self) -> str:
        return f"{' ' * self.indent}{self.text}"


@dataclass(frozen=True, slots=True)
class Story:
    """A survey with what was answered, and the same of those before it: the latest first, with what to call it."""

    survey: Survey
    about: str
    result: SurveyResult
    earlier: tuple[tuple[str, SurveyResult], ...]


def story(session: Session, survey: Survey) -> Story:
    """Return what a survey came to, with what the gatherings before it said."""
    answers, surveys = session.answers(), session.surveys().surveys
    lines = sorted(session.gatherings(), key=lambda line: (line.date, line.id))
    named = {line.id: _("gathering {number}").format(number=line.number) for line in lines}
    order = {line.id: at for at, line in enumerate(lines)}
    rolls = session.rolls()
    own = [roll for roll in rolls if survey.gathering_id in {None, roll.gathering_id}]
    before = [
        each for each in surveys
        if survey.gathering_id is not None and each.gathering_id is not None
        and order.get(each.gathering_id, 0) < order.get(survey.gathering_id, 0)
    ]  # fmt: skip
    before.sort(key=lambda each: -order.get(each.gathering_id or 0, 0))
    told = ((named.get(each.gathering_id or 0, ""), results.result(answers, each.id or 0)) for each in before)
    return Story(
        survey,
        named.get(survey.gathering_id or 0, _("the whole network")),
        results.result(answers, survey.id or 0, results.present(own)),
        tuple((name, result) for name, result in told if result.answers),
    )


def lines(told: Story) -> Iterator[Line]:
    """Tell a survey: how many answered, then each question with its bars, or what was written."""
    yield Line(f"{told.survey.title} · {told.about}", "title")
    yield Line(counted(told.result), "figure")
    if told.result.answers and told.result.is_too_few:
        yield Line(_("Fewer than {least} answers: nothing is broken down.").format(least=LEAST), "quiet")
    for number, question in enumerate(told.result.questions, start=1):
        yield Line("", "text")
        yield Line(f"{number}. {printable(question.asked.text)}", "question")
        yield from _question(question, told)


def counted(result: SurveyResult) -> str:
    """Return how many answered, of those present where that is known: "34 of the 52 who were there (65 %)"."""
    count = ngettext("{count} answer", "{count} answers", result.answers).format(count=result.answers)
    if result.rate is None:
        return _("{answers}; nobody was ticked off by name, so there is no answer rate").format(answers=count)
    if result.rate > 1:  # somebody was not ticked off, or somebody answered twice
        template = _("{answers}, but only {present} ticked off as here, so there is no answer rate")
        return template.format(answers=count, present=result.present)
    parts = {"answers": count, "present": result.present, "share": _percent(result.rate)}
    return _("{answers} from the {present} who were there ({share})").format(**parts)


def _question(question: QuestionResult, told: Story) -> Iterator[Line]:
    yield Line(_figures(question), "figure", 3)
    yield from (Line(each, "quiet", 3) for each in _before(question, told.earlier))
    yield from _bars(question)
    for text, times in Counter(question.texts).items():
        first, *rest = (printable(line) for line in text.splitlines() or [""])
        yield Line(f"– {first} ({times})" if times > 1 and not rest else f"– {first}", "text", 3)
        yield from (Line(line, "text", 5) for line in rest)


def _figures(question: QuestionResult) -> str:
    answered = ngettext("{count} answer", "{count} answers", question.answered).format(count=question.answered)
    if question.mean is None or question.median is None:
        too_few = 0 < question.answered < LEAST and question.asked.sort is not Sort.TEXT
        few = _("{answers}: too few to be broken down").format(answers=answered)
        return few if too_few or (question.answered and not question.shares and not question.texts) else answered
    figures = {"answers": answered, "mean": points(question.mean), "median": _short(question.median)}
    return _("{answers} · mean {mean} · median {median}").format(**figures)


def _before(question: QuestionResult, earlier: Sequence[tuple[str, SurveyResult]]) -> Iterator[str]:
    """How the same question was answered at earlier gatherings."""
    for name, result in earlier:
        same = result.like(question)
        if question.mean is None or same is None or same.mean is None:
            continue
        change = question.mean - same.mean
        sign = "+" if change > 0 else "−" if change < 0 else "±"
        parts = {"when": name, "mean": points(same.mean), "change": f"{sign}{points(abs(change))}"}
        yield _("{when}: mean {mean} ({change} now)").format(**parts)


def _bars(question: QuestionResult) -> Iterator[Line]:
    width = min(_WIDEST_LABEL, max((len(each.label) for each in question.shares), default=0))
    for each in question.shares:
        share = Fraction(each.count, question.answered)
        label = printable(each.label)
        label = f"{label[: width - 1]}…" if len(label) > width else label
        bar = drawn(share)
        yield Line(f"{label:<{width}}  {bar}{' ' if bar else ''}{each.count} ({_percent(share)})", "bar", 3)


def drawn(share: Fraction, longest: int = _LONGEST_BAR) -> str:
    """Return a share from 0 to 1 as a bar, in eighths of a cell: what is more than nothing is seen."""
    eighths = math.ceil(share * longest * 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _percent(share: Fraction) -> str:
    return _("{count} %").format(count=math.floor(share * 100 + Fraction(1, 2)))


def _short(figure: Fraction) -> str:
    """A median: whole, or with its half."""
    return str(figure.numerator) if figure.denominator == 1 else points(figure)


def answered_words(asked: Asked | Question) -> str:
    """Return how a question is answered, in words."""
    words = " · ".join(map(printable, asked.words))
    match asked.sort:
        case Sort.SCALE:
            return _("a scale of {count}: {words}").format(count=len(asked.words), words=words)
        case Sort.TEN:
            return _("0 to 10: {words}").format(words=words) if words else _("0 to 10")
        case Sort.CHOICE:
            return _("a choice of: {words}").format(words=words)
        case Sort.TEXT:
            return _("in your own words")


def group_lines(groups: Sequence[Group]) -> Iterator[Line]:
    """Tell what groups answered, each by itself: the mean of every question, and which are too few to be told of."""
    for group in groups:
        yield Line("", "text")
        count = ngettext("{count} answer", "{count} answers", group.count).format(count=group.count)
        if group.result is None:
            yield Line(
                _("{group}: not told by itself, so that nobody is known by it").format(group=group.label), "quiet"
            )
            continue
        yield Line(f"{printable(group.label)} · {count}", "question")
        for question in group.result.questions:
            if question.mean is not None:
                yield Line(f"{points(question.mean)}  {printable(question.asked.text)}", "text", 3)
