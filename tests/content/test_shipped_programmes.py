"""The shipped programmes against a table of the source, transcribed by hand: title, minutes, and whether it may go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest

from samling.content.places import shipped
from samling.content.programmes import find_programme, list_programmes
from samling.domain.gathering import Kind

if TYPE_CHECKING:
    from samling.domain.programme import Programme, ProgrammeBlock

MAY_GO = True
Row: TypeAlias = tuple[str, int | None, bool, Kind]

SOURCE: dict[str, list[Row]] = {
    "unn-oppstart": [
        ("Hvorfor gjør vi dette", 20, False, Kind.OPENING),
        ("Forventninger", 30, False, Kind.SHARING),
        ("Aktiviteter i teamet før første samling", 10, False, Kind.INFORMATION),
    ],
    "unn-samling-1": [
        ("Introduksjon av læringsnettverk", 10, False, Kind.OPENING),
        ("Presentasjon av team og forbedringsarbeid", 30, False, Kind.SHARING),
        ("Har vi et problem?", 20, False, Kind.TALK),
        ("Nåsituasjon", 90, False, Kind.TEAMWORK),
        ("Problemstilling og mål", 10, False, Kind.TALK),
        ("Kraftfeltanalyse", 30, MAY_GO, Kind.EXERCISE),
        ("Tid til å jobbe i teamene", None, False, Kind.TEAMWORK),
        ("Framdrift", 15, False, Kind.PLANNING),
    ],
    "unn-teams-2": [
        ("Introduksjon", None, False, Kind.OPENING),
        ("Status", None, False, Kind.STATUS),
        ("Verktøy", None, MAY_GO, Kind.TALK),
    ],
    "unn-samling-2": [
        ("Innledning", 15, False, Kind.OPENING),
        ("Deling på tvers", 45, False, Kind.SHARING),
        ("Målinger", 15, False, Kind.TALK),
        ("Tiltak", 45, False, Kind.EXERCISE),
        ("Driverdiagram", 30, False, Kind.TEAMWORK),
        ("Planlegge, gjennomføre, evaluere og korrigere", 15, False, Kind.TALK),
        ("Tid til å jobbe i teamene", None, False, Kind.TEAMWORK),
        ("Planlegge veien videre", 15, False, Kind.PLANNING),
    ],
    "unn-teams-3": [
        ("Introduksjon", None, False, Kind.OPENING),
        ("Presentasjon av prosjekter", None, MAY_GO, Kind.SHARING),
        ("Verktøy", None, False, Kind.TALK),
        ("Program neste samling", None, False, Kind.INFORMATION),
    ],
    "unn-samling-3": [
        ("Innledning", 15, False, Kind.OPENING),
        ("Småskalatesting", 60, False, Kind.EXERCISE),
        ("Run diagram", 15, False, Kind.TALK),
        ("Bruk av tavler", None, MAY_GO, Kind.TALK),
        ("Deling på tvers", 30, False, Kind.SHARING),
        ("Hvordan få andre med?", 30, False, Kind.TALK),
        ("Engasjert", 15, False, Kind.TALK),
        ("Tid til å jobbe i teamene", None, False, Kind.TEAMWORK),
        ("Framdrift", 15, False, Kind.PLANNING),
    ],
    "unn-teams-4": [
        ("Introduksjon", None, False, Kind.OPENING),
        ("Status", None, False, Kind.STATUS),
        ("Verktøy", None, False, Kind.TALK),
        ("Hjemmelekse", 10, False, Kind.INFORMATION),
    ],
    "unn-samling-4": [
        ("Innledning", 10, False, Kind.OPENING),
        (
            "Fra forbedringsprosjekt til forbedringskultur/leders rolle i forbedringsarbeid",
            20,
            False,
            Kind.TALK,
        ),
        ("Implementering og spredning av forbedringsideer", 30, False, Kind.TALK),
        ("Pitching av forbedringsarbeidet", 90, False, Kind.PITCHING),
        ("Evaluering av læringsnettverket", 10, False, Kind.EVALUATION),
    ],
}

# Stated length, given minutes, what is left.
SUMS = {
    "unn-oppstart": (60, 60, 0),
    "unn-samling-1": (240, 205, 35),
    "unn-teams-2": (60, 0, 60),
    "unn-samling-2": (240, 180, 60),
    "unn-teams-3": (60, 0, 60),
    "unn-samling-3": (240, 180, 60),
    "unn-teams-4": (60, 10, 50),
    "unn-samling-4": (240, 160, 80),
}

# What our proposals add to the source: minutes for its blanks, and blocks of our own.
PROPOSED: dict[str, list[tuple[str, int]]] = {
    "unn-samling-1-forslag": [
        ("Introduksjon av læringsnettverk", 10),
        ("Presentasjon av team og forbedringsarbeid", 30),
        ("Har vi et problem?", 20),
        ("Pause", 10),
        ("Nåsituasjon", 90),
        ("Pause", 10),
        ("Problemstilling og mål", 10),
        ("Kraftfeltanalyse", 30),
        ("Tid til å jobbe i teamene", 15),
        ("Framdrift", 15),
    ],
    "unn-samling-2-forslag": [
        ("Innledning", 15),
        ("Deling på tvers", 45),
        ("Målinger", 15),
        ("Pause", 15),
        ("Tiltak", 45),
        ("Driverdiagram", 30),
        ("Pause", 10),
        ("Planlegge, gjennomføre, evaluere og korrigere", 15),
        ("Tid til å jobbe i teamene", 35),
        ("Planlegge veien videre", 15),
    ],
    "unn-samling-3-forslag": [
        ("Innledning", 15),
        ("Småskalatesting", 60),
        ("Run diagram", 15),
        ("Pause", 15),
        ("Bruk av tavler", 15),
        ("Deling på tvers", 30),
        ("Hvordan få andre med?", 30),
        ("Pause", 10),
        ("Engasjert", 15),
        ("Tid til å jobbe i teamene", 20),
        ("Framdrift", 15),
    ],
    "unn-samling-4-forslag": [
        ("Innledning", 10),
        ("Fra forbedringsprosjekt til forbedringskultur/leders rolle i forbedringsarbeid", 20),
        ("Implementering og spredning av forbedringsideer", 30),
        ("Pause og klargjøring av scene", 20),
        ("Pitching av forbedringsarbeidet", 90),
        ("Pause", 10),
        ("Plakatvandring", 50),
        ("Evaluering av læringsnettverket", 10),
    ],
}

# The leaders that the source itself names; every other leader is our suggestion.
NAMED_LEADERS = {
    ("unn-oppstart", "why-we-do-this"): "representant fra ledelsen",
    ("unn-samling-1", "opening"): "representant fra øverste ledelse",
    ("unn-samling-1", "team-presentations"): "teamene",
    ("unn-samling-1", "team-time"): "veileder",
    ("unn-samling-2", "opening"): "representant for ledelsen",
    ("unn-samling-2", "sharing-across-teams"): "teamene, to og to",
    ("unn-samling-2", "team-time"): "veileder",
    ("unn-teams-3", "project-presentations"): "tre team",
    ("unn-samling-3", "opening"): "representant for ledelsen",
    ("unn-samling-3", "sharing-across-teams"): "teamene, to og to",
    ("unn-samling-3", "bringing-others-along"): "ekstern foreleser vurderes (organisasjonspsykolog)",
    ("unn-samling-3", "engaged"): "ekstern foreleser vurderes (erfaringskonsulent)",
    ("unn-samling-3", "team-time"): "veileder",
    ("unn-samling-4", "opening"): "representant for ledelsen (toppleder)",
    ("unn-samling-4", "culture-and-leadership"): "forbedringsleder eller champion, og en leder",
    ("unn-samling-4", "pitching"): "teamene; administrerende direktør er mottaker",
    ("unn-samling-4", "evaluation"): "leder",
}

PROMPTS = {
    ("unn-oppstart", "expectations"): ("Potensialet", "Motivasjon", "Ressurser"),
    ("unn-oppstart", "tasks-before-first-gathering"): (
        "Hvem er vi?",
        "Hva skal vi arbeide med i nettverket?",
        "Hva er problemet?",
    ),
    ("unn-samling-1", "team-presentations"): (
        "Hvem er vi?",
        "Hva skal vi arbeide med i nettverket?",
        "Hva er problemet?",
    ),
    ("unn-teams-2", "status"): ("Forstår vi problemet?", "Hva er målet?", "Hva måler vi?"),
    ("unn-samling-2", "sharing-across-teams"): ("Én ting vi har løst godt", "Én ting som har vært vanskelig"),
    ("unn-samling-2", "measurement"): ("Hva vil vi oppnå?", "Hvordan kan vi måle det?"),
    ("unn-teams-3", "project-presentations"): (
        "Forstår vi problemet?",
        "Hva er målet?",
        "Hva måler vi?",
        "Hvordan ser driverdiagrammet ut?",
    ),
    ("unn-samling-3", "sharing-across-teams"): ("Hvordan få kolleger motivert og brukere engasjert?",),
    ("unn-teams-4", "status"): ("Hvilket trinn er teamet på?", "Hva skal til for å nå neste trinn?"),
}

PREPARES = {
    ("unn-oppstart", "why-we-do-this"): ("arrangør", "arrangør", "arrangør"),
    ("unn-samling-1", "team-presentations"): ("team",),
    ("unn-teams-2", "status"): ("veileder",),
    ("unn-teams-2", "tools"): ("team",),
    ("unn-samling-2", "sharing-across-teams"): ("veileder", "arrangør"),
    ("unn-teams-3", "tools"): ("team",),
    ("unn-samling-3", "small-scale-testing"): ("arrangør", "arrangør"),
    ("unn-teams-4", "status"): ("arrangør",),
    ("unn-teams-4", "tools"): ("team",),
    ("unn-teams-4", "homework"): ("arrangør",),
    ("unn-samling-4", "opening"): ("arrangør", "arrangør"),
    ("unn-samling-4", "culture-and-leadership"): ("arrangør",),
}


def _blocks() -> list[tuple[str, ProgrammeBlock]]:
    return [(id_, block) for id_ in SOURCE for block in find_programme(id_).blocks]


def _programmes() -> list[Programme]:
    return [find_programme(id_) for id_ in (*SOURCE, *PROPOSED)]


class TestTheSource:
    @pytest.mark.parametrize("id_", SOURCE)
    def test_blocks_are_those_of_the_source(self, id_: str) -> None:
        """Titles, minutes, blanks, order, may-drop marks and kinds are those of the recipe, and nothing is added."""
        blocks = find_programme(id_).blocks
        assert [(block.title, block.minutes, block.may_drop, block.kind) for block in blocks] == SOURCE[id_]

    @pytest.mark.parametrize("id_", SUMS)
    def test_lengths_add_up_as_in_the_source(self, id_: str) -> None:
        """The stated length, the minutes given and the minutes left are those worked out from the recipe."""
        programme = find_programme(id_)
        assert (programme.minutes, programme.given_minutes, programme.free_minutes) == SUMS[id_]

    def test_blank_blocks_are_flexible(self) -> None:
        """A block without minutes in the source takes up the time that is left over; none other does."""
        assert all(block.flexible == block.is_blank for _, block in _blocks())

    def test_kinds_of_programme_and_numbers(self) -> None:
        """The Teams meetings are numbered from 2, since the kick-off is the first of them in practice."""
        told = {id_: (find_programme(id_).kind, find_programme(id_).number) for id_ in SOURCE}
        assert told["unn-oppstart"] == ("kickoff", 1)
        assert all(told[f"unn-samling-{number}"] == ("gathering", number) for number in range(1, 5))
        assert all(told[f"unn-teams-{number}"] == ("meeting", number) for number in range(2, 5))

    def test_only_what_the_source_names_as_leader_is_its_own(self) -> None:
        """A leader that the source does not name is marked as ours, and the named ones stand as the source has them."""
        named = {(id_, block.id): block.leader for id_, block in _blocks() if not block.leader_is_ours}
        assert named == NAMED_LEADERS

    def test_prompts(self) -> None:
        """The questions stand at the blocks that the source gives them to, and nowhere else."""
        assert {(id_, block.id): block.prompts for id_, block in _blocks() if block.prompts} == PROMPTS

    def test_who_prepares(self) -> None:
        """Those who have something to get ready stand at the blocks that the source gives it to, and nowhere else."""
        told = {(id_, block.id): tuple(each.role for each in block.prepares) for id_, block in _blocks()}
        assert {place: roles for place, roles in told.items() if roles} == PREPARES

    def test_materials_of_a_full_block(self) -> None:
        """A block's materials are all there, in the order of the source."""
        block = next(block for block in find_programme("unn-samling-1").blocks if block.title == "Nåsituasjon")
        assert block.materials == (
            "gråpapir",
            "tusjer",
            "post-it-lapper",
            "presentasjon",
            "eventuelt artikkel om plunder og heft",
            "eventuelt film om flytskjema",
        )

    def test_protected_blocks(self) -> None:
        """Pitching and the closing plans for the road ahead, and nothing else, may never be proposed away."""
        assert {(id_, block.title) for id_, block in _blocks() if block.protected} == {
            ("unn-samling-1", "Framdrift"),
            ("unn-samling-2", "Planlegge veien videre"),
            ("unn-samling-3", "Framdrift"),
            ("unn-samling-4", "Pitching av forbedringsarbeidet"),
        }

    def test_only_the_force_field_analysis_may_be_halved(self) -> None:
        """The source lets the force-field analysis, and nothing else, be halved before it is dropped."""
        assert [block.title for _, block in _blocks() if block.may_halve] == ["Kraftfeltanalyse"]

    def test_every_team_takes_a_turn(self) -> None:
        """The rounds in which each team speaks are marked, so that the time can be shared between them."""
        assert {(id_, block.id) for id_, block in _blocks() if block.per_team} == {
            ("unn-oppstart", "expectations"),
            ("unn-samling-1", "team-presentations"),
            ("unn-teams-2", "status"),
            ("unn-teams-4", "status"),
            ("unn-samling-4", "pitching"),
        }

    def test_an_unsure_mark_is_said_to_be_unsure(self) -> None:
        """Where the source has a question mark after "may be left out", the block may be dropped and says so."""
        block = find_programme("unn-teams-3").blocks[1]
        assert block.may_drop
        assert "usikkert i kilden" in block.warnings[0]


class TestProposals:
    @pytest.mark.parametrize("id_", PROPOSED)
    def test_the_day_is_filled(self, id_: str) -> None:
        """A proposal has the blocks of our table and fills the 240 minutes to the last."""
        programme = find_programme(id_)
        assert [(block.title, block.minutes) for block in programme.blocks] == PROPOSED[id_]
        assert (programme.given_minutes, programme.free_minutes) == (240, 0)

    @pytest.mark.parametrize("id_", PROPOSED)
    def test_it_keeps_the_source_but_for_minutes(self, id_: str) -> None:
        """Without our own blocks and steps a proposal is the source's programme: ids, order, texts, given minutes."""
        source = find_programme(id_.removesuffix("-forslag"))
        ids = {block.id for block in source.blocks}
        kept = [block for block in find_programme(id_).blocks if block.id in ids]
        assert [_without_minutes(block) for block in kept] == [_without_minutes(block) for block in source.blocks]
        pairs = zip(kept, source.blocks, strict=True)
        assert all(ours.minutes == theirs.minutes for ours, theirs in pairs if not theirs.is_blank)

    def test_steps_fill_their_block(self) -> None:
        """Only proposals divide a block into steps, and these take as long as the block does."""
        for programme in _programmes():
            for block in programme.blocks:
                assert not block.steps or programme.is_proposal
                assert sum(step.minutes for step in block.steps) in {0, block.minutes}

    def test_it_says_that_it_is_ours(self) -> None:
        """Proposals are marked as ours in the mark, in the source and in the note; the source's programmes are not."""
        for programme in _programmes():
            is_ours = programme.id.endswith("-forslag")
            assert programme.is_proposal is is_ours
            assert programme.source.startswith("Forslag fra samling, etter UNN" if is_ours else "UNN, Gryteklar")
            assert programme.note.startswith("Vårt forslag") is is_ours


def _without_minutes(block: ProgrammeBlock) -> tuple[object, ...]:
    return tuple(getattr(block, name) for name in block.__slots__ if name not in {"minutes", "steps"})


class TestAllShippedFiles:
    def test_the_list_is_whole_and_in_the_order_of_the_year(self) -> None:
        """The list has the eight programmes of the source in the order they are held, each before its proposal."""
        listed = [each.id for each in list_programmes(shipped("data", "nothing-here"))]
        assert listed == [
            "unn-oppstart",
            "unn-samling-1",
            "unn-samling-1-forslag",
            "unn-teams-2",
            "unn-samling-2",
            "unn-samling-2-forslag",
            "unn-teams-3",
            "unn-samling-3",
            "unn-samling-3-forslag",
            "unn-teams-4",
            "unn-samling-4",
            "unn-samling-4-forslag",
        ]

    def test_a_file_is_named_for_its_id(self) -> None:
        """A shipped file bears its programme's id as its name, which is how one id is found without reading all."""
        listed = list_programmes(shipped("data", "nothing-here"))
        assert all(each.content and each.is_ours and each.path.stem == each.id for each in listed)

    def test_block_ids_are_unique_slugs(self) -> None:
        """Within a programme each block has an id of its own, stated in the file and not made from the title."""
        for programme in _programmes():
            ids = [block.id for block in programme.blocks]
            assert len(set(ids)) == len(ids)
            stated = re.findall(r'(?m)^id = "(.+)"', shipped("data", "programmes", f"{programme.id}.toml").read_text())
            assert stated == [programme.id, *ids]

    def test_texts_are_one_form_of_bokmaal(self) -> None:
        """The texts say framdrift and selvevaluering, the forms that the word list chose."""
        for programme in _programmes():
            text = shipped("data", "programmes", f"{programme.id}.toml").read_text().lower()
            assert "fremdrift" not in text
            assert "egenevaluering" not in text

    def test_links_are_secure(self) -> None:
        """Every link has a name of its own and goes over https."""
        links = {link for programme in _programmes() for block in programme.blocks for link in block.links}
        assert all(link.url.startswith("https://") and link.title for link in links)
        assert len({link.title for link in links}) == len({link.url for link in links}) == len(links)
