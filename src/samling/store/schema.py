"""The tables, made and renewed through sqlite-utils' migrations.

Plain names, STRICT types and foreign keys, so that anybody can read the file with Datasette. Instants are UTC
text with milliseconds, durations whole seconds, lists JSON text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("samling")

TABLES = """
CREATE TABLE network (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  timezone TEXT NOT NULL
) STRICT;
CREATE TABLE team (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, organisation TEXT NOT NULL, unit TEXT NOT NULL, place TEXT NOT NULL,
  theme TEXT NOT NULL, problem TEXT NOT NULL, aim TEXT NOT NULL, coach TEXT NOT NULL
) STRICT;
CREATE INDEX team_by_network ON team(network_id);
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, role TEXT NOT NULL, profession TEXT NOT NULL
) STRICT;
CREATE INDEX person_by_team ON person(team_id);
CREATE TABLE gathering (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  programme_id TEXT
) STRICT;
CREATE INDEX gathering_by_network ON gathering(network_id);
CREATE TABLE day (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  date TEXT NOT NULL,
  planned_start TEXT NOT NULL,
  promised_end TEXT NOT NULL,
  told_end TEXT,
  PRIMARY KEY (gathering_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE block (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  day INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  planned_seconds INTEGER NOT NULL,
  added_seconds INTEGER NOT NULL,
  min_seconds INTEGER,
  blank INTEGER NOT NULL,
  flexible INTEGER NOT NULL,
  may_drop INTEGER NOT NULL,
  may_halve INTEGER NOT NULL,
  protected INTEGER NOT NULL,
  fixed_start TEXT,
  fixed_end TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'paused', 'done', 'dropped')),
  started_at TEXT,
  ended_at TEXT,
  told_start TEXT,
  told_end TEXT,
  told_fixed_end TEXT,
  signal_minutes TEXT,
  source_id TEXT,
  leader TEXT NOT NULL,
  leader_is_ours INTEGER NOT NULL,
  content TEXT NOT NULL,
  prompts TEXT NOT NULL,
  materials TEXT NOT NULL,
  prepares TEXT NOT NULL,
  links TEXT NOT NULL,
  per_team INTEGER NOT NULL,
  warnings TEXT NOT NULL
) STRICT;
CREATE INDEX block_by_gathering ON block(gathering_id, position);
CREATE TABLE pause (
  block_id INTEGER NOT NULL REFERENCES block(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (block_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE display (
  gathering_id INTEGER PRIMARY KEY REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  scene TEXT NOT NULL,
  message TEXT NOT NULL,
  black INTEGER NOT NULL,
  sound INTEGER NOT NULL
) STRICT;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  block_id INTEGER REFERENCES block(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  written_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_gathering ON note(gathering_id);
CREATE INDEX note_by_block ON note(block_id);
CREATE TABLE log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER,
  gathering_id INTEGER,
  recorded_at TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  arguments TEXT NOT NULL,
  changes TEXT NOT NULL,
  of INTEGER REFERENCES log(id)
) STRICT;
CREATE INDEX log_by_gathering ON log(gathering_id, id);
CREATE TABLE undo_step (
  log_id INTEGER PRIMARY KEY REFERENCES log(id),
  gathering_id INTEGER NOT NULL,
  chain TEXT NOT NULL,
  undone INTEGER NOT NULL
) STRICT;
CREATE INDEX undo_step_by_chain ON undo_step(gathering_id, chain, undone, log_id);
CREATE TABLE in_use (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  network_id INTEGER REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  gathering_id INTEGER REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE clock_seen (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  boot TEXT NOT NULL,
  wall TEXT NOT NULL,
  steady REAL NOT NULL
) STRICT;
CREATE TABLE demo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  started_at TEXT NOT NULL,
  shows TEXT NOT NULL,
  speed REAL NOT NULL
) STRICT;
INSERT INTO in_use (id) VALUES (1);
"""


@migrations()
def m001_run_the_day(db: Database) -> None:
    """Networks, teams and people, gatherings with their blocks, the display, notes, the log and what is in use."""
    _run(db, TABLES)


TEAMS_IN_THE_ROOM = """
CREATE TABLE team_limits (
  network_id INTEGER PRIMARY KEY REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  team_min INTEGER NOT NULL,
  team_max INTEGER NOT NULL,
  teams_max INTEGER NOT NULL
) STRICT;
ALTER TABLE team ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, role TEXT NOT NULL, profession TEXT NOT NULL
) STRICT;
INSERT INTO member SELECT person.id, network_id, team_id, person.name, role, profession
  FROM person JOIN team ON team.id = team_id;
DROP TABLE person;
ALTER TABLE member RENAME TO person;
CREATE INDEX person_by_network ON person(network_id);
CREATE INDEX person_by_team ON person(team_id);
CREATE TABLE team_presence (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  arrived_at TEXT NOT NULL,
  left_at TEXT,
  PRIMARY KEY (gathering_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_presence_by_team ON team_presence(team_id);
CREATE TABLE person_presence (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  person_id INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  arrived_at TEXT NOT NULL,
  left_at TEXT,
  PRIMARY KEY (gathering_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_presence_by_person ON person_presence(person_id);
CREATE TABLE step (
  log_id INTEGER PRIMARY KEY REFERENCES log(id),
  network_id INTEGER,
  gathering_id INTEGER,
  chain TEXT NOT NULL,
  undone INTEGER NOT NULL
) STRICT;
INSERT INTO step SELECT log_id, network_id, undo_step.gathering_id, chain, undone
  FROM undo_step JOIN log ON log.id = log_id;
DROP TABLE undo_step;
ALTER TABLE step RENAME TO undo_step;
CREATE INDEX undo_step_by_chain ON undo_step(network_id, gathering_id, chain, undone, log_id);
"""


@migrations()
def m002_teams_in_the_room(db: Database) -> None:
    """Limits for teams, people in no team, who is here, and chains of undo that belong to a network."""
    _run(db, TEAMS_IN_THE_ROOM)


@migrations()
def m003_seatings(db: Database) -> None:
    """Who sits with whom in the sharing blocks, and the pins that draws keep."""
    from samling.store.schema_seatings import SEATINGS

    _run(db, SEATINGS)


TURNS = """
ALTER TABLE block ADD COLUMN reserve TEXT NOT NULL DEFAULT '';
CREATE TABLE turn (
  block_id INTEGER NOT NULL REFERENCES block(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  weight INTEGER NOT NULL,
  team_id INTEGER,
  started_at TEXT,
  ended_at TEXT,
  skipped INTEGER NOT NULL,
  PRIMARY KEY (block_id, number)
) STRICT, WITHOUT ROWID;
"""
# A turn keeps the id of its team without a foreign key, as a seat does.


@migrations()
def m004_turns(db: Database) -> None:
    """The turns of a round and the steps inside a block, and what can take the place of who leads it."""
    _run(db, TURNS)


SURVEYS = """
CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  gathering_id INTEGER REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  parameters TEXT NOT NULL,
  date TEXT,
  question_set TEXT NOT NULL,
  tried_at TEXT
) STRICT;
CREATE INDEX survey_by_network ON survey(network_id);
CREATE INDEX survey_by_gathering ON survey(gathering_id);
CREATE TABLE survey_question (
  survey_id INTEGER NOT NULL REFERENCES survey(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('scale', '0-10', 'choice', 'text')),
  words TEXT NOT NULL,
  question TEXT NOT NULL,
  PRIMARY KEY (survey_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE survey_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey_id INTEGER NOT NULL REFERENCES survey(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source IN ('file', 'paper')),
  digest TEXT NOT NULL,
  replies TEXT NOT NULL
) STRICT;
CREATE INDEX survey_answer_by_survey ON survey_answer(survey_id);
CREATE TABLE expectation (
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('met', 'partly', 'not')),
  PRIMARY KEY (network_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE wireless (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  gathering_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  security TEXT NOT NULL,
  password TEXT NOT NULL,
  hidden INTEGER NOT NULL
) STRICT;
ALTER TABLE display ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE display ADD COLUMN survey_id INTEGER;
"""
# An expectation keeps the id of its team, and the display that of a survey, without a foreign key: either may be
# taken out. The wireless network is what is shown just now: it is never logged, and goes when it is shown no more.


@migrations()
def m005_surveys(db: Database) -> None:
    """Surveys with their answers, what the teams expect, and what is shown as a code to scan."""
    _run(db, SURVEYS)


@migrations()
def m006_past_rounds(db: Database) -> None:
    """Who sat with whom at gatherings that were held before samling, or elsewhere."""
    from samling.store.schema_seatings import PAST_ROUNDS

    _run(db, PAST_ROUNDS)


@migrations()
def m007_pitches(db: Database) -> None:
    """Who pitches when, the judges with their sheets, and the award."""
    from samling.store.schema_pitches import PITCHES

    _run(db, PITCHES)


@migrations()
def m008_places_and_steps(db: Database) -> None:
    """What the places of a seating are called, and how far each team has come."""
    from samling.store.schema_seatings import PLACES

    _run(db, PLACES)
    _run(db, "ALTER TABLE team ADD COLUMN step TEXT NOT NULL DEFAULT ''")


def _run(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)
