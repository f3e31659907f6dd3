"""The tables of the pitches: order, clock, forms, judges with their sheets, and the award.

A gathering whose pitches are held as they are by default has no row in `pitching`. A sheet's team has no foreign key:
the made-up team of a trial has a number below zero. `sheet_revision` counts the edits of a sheet and only grows: undo
leaves it, so that a window that has seen an older sheet can never mistake a newer one for it. It outlives its judge.
"""

from __future__ import annotations

PITCHES = """
CREATE TABLE pitching (
  gathering_id INTEGER PRIMARY KEY REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  pitch_seconds INTEGER NOT NULL,
  questions_seconds INTEGER NOT NULL,
  grace_seconds INTEGER NOT NULL,
  runs_on INTEGER NOT NULL,
  changeover_seconds INTEGER NOT NULL,
  award_seconds INTEGER NOT NULL,
  pitch_label TEXT NOT NULL,
  questions_label TEXT NOT NULL,
  signal_seconds TEXT NOT NULL,
  method TEXT NOT NULL,
  ladder TEXT NOT NULL,
  places INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  order_made_at TEXT,
  order_seed INTEGER,
  trials INTEGER NOT NULL,
  trial_is_on INTEGER NOT NULL,
  award_ended_at TEXT
) STRICT;
CREATE TABLE scoring_form (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  form_id TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  is_proposal INTEGER NOT NULL,
  used_from TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (gathering_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE scoring_criterion (
  gathering_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  criterion_id TEXT NOT NULL,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  weight INTEGER NOT NULL,
  lowest INTEGER NOT NULL,
  words TEXT NOT NULL,
  tie_rank INTEGER,
  PRIMARY KEY (gathering_id, version, number),
  FOREIGN KEY (gathering_id, version) REFERENCES scoring_form(gathering_id, version) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE pitch (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('waiting', 'called', 'running', 'paused', 'done', 'absent', 'withdrawn')),
  called_at TEXT,
  moved_last INTEGER NOT NULL,
  PRIMARY KEY (gathering_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pitch_by_team ON pitch(team_id);
CREATE TABLE pitch_run (
  gathering_id INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  questions_at TEXT,
  ended_at TEXT,
  given_up TEXT NOT NULL,
  pitch_seconds INTEGER NOT NULL,
  questions_seconds INTEGER NOT NULL,
  grace_seconds INTEGER NOT NULL,
  runs_on INTEGER NOT NULL,
  PRIMARY KEY (gathering_id, team_id, number),
  FOREIGN KEY (gathering_id, team_id) REFERENCES pitch(gathering_id, team_id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE pitch_pause (
  gathering_id INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (gathering_id, team_id, run, number),
  FOREIGN KEY (gathering_id, team_id, run) REFERENCES pitch_run(gathering_id, team_id, number)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE judge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  voting INTEGER NOT NULL,
  pin_hash TEXT
) STRICT;
CREATE INDEX judge_by_gathering ON judge(gathering_id);
CREATE TABLE judge_recusal (
  judge_id INTEGER NOT NULL REFERENCES judge(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  waived INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (judge_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX judge_recusal_by_team ON judge_recusal(team_id);
CREATE TABLE sheet (
  gathering_id INTEGER NOT NULL,
  judge_id INTEGER NOT NULL REFERENCES judge(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  form_version INTEGER NOT NULL,
  comment TEXT NOT NULL,
  comment_revision INTEGER NOT NULL,
  reason TEXT NOT NULL,
  submitted_at TEXT,
  PRIMARY KEY (judge_id, team_id, version),
  FOREIGN KEY (gathering_id, form_version) REFERENCES scoring_form(gathering_id, version)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_by_gathering ON sheet(gathering_id, form_version);
CREATE TABLE score (
  judge_id INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  criterion_id TEXT NOT NULL,
  value INTEGER,
  revision INTEGER NOT NULL,
  PRIMARY KEY (judge_id, team_id, version, criterion_id),
  FOREIGN KEY (judge_id, team_id, version) REFERENCES sheet(judge_id, team_id, version)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE sheet_revision (
  judge_id INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (judge_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audience_vote (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  count INTEGER NOT NULL,
  PRIMARY KEY (gathering_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_vote_by_team ON audience_vote(team_id);
CREATE TABLE prize (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  criterion_id TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX prize_by_gathering ON prize(gathering_id);
CREATE TABLE prize_winner (
  prize_id INTEGER NOT NULL REFERENCES prize(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (prize_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX prize_winner_by_team ON prize_winner(team_id);
CREATE TABLE award_decision (
  gathering_id INTEGER PRIMARY KEY REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT;
CREATE TABLE award_decided_place (
  gathering_id INTEGER NOT NULL REFERENCES award_decision(gathering_id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,
  PRIMARY KEY (gathering_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX award_decided_place_by_team ON award_decided_place(team_id);
CREATE TABLE award_revision (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  settled_at TEXT NOT NULL,
  method TEXT NOT NULL,
  reason TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (gathering_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE award_placing (
  gathering_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  number INTEGER NOT NULL,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER,
  by_sums INTEGER,
  score TEXT NOT NULL,
  PRIMARY KEY (gathering_id, revision, number),
  FOREIGN KEY (gathering_id, revision) REFERENCES award_revision(gathering_id, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX award_placing_by_team ON award_placing(team_id);
CREATE TABLE award_revealed (
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('place', 'audience', 'prize')),
  place INTEGER,
  prize_id INTEGER REFERENCES prize(id) DEFERRABLE INITIALLY DEFERRED,
  revealed_at TEXT NOT NULL,
  PRIMARY KEY (gathering_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX award_revealed_by_prize ON award_revealed(prize_id);
CREATE TABLE award_revealed_team (
  gathering_id INTEGER NOT NULL,
  revealed INTEGER NOT NULL,
  number INTEGER NOT NULL,
  team_id INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (gathering_id, revealed, number),
  FOREIGN KEY (gathering_id, revealed) REFERENCES award_revealed(gathering_id, number)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX award_revealed_team_by_team ON award_revealed_team(team_id);
"""
