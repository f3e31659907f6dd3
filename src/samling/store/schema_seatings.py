"""The tables of what is seated, and of what was seated before samling, for the migrations in `schema.py`."""

from __future__ import annotations

SEATINGS = """
CREATE TABLE seating (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  block_id INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('pairs', 'mixed')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'ahead')),
  layout_id TEXT NOT NULL,
  keep_apart TEXT NOT NULL,
  seed INTEGER NOT NULL,
  minutes_to_move INTEGER NOT NULL,
  drawn_at TEXT NOT NULL,
  announced_at TEXT,
  apart INTEGER NOT NULL, apart_bound INTEGER NOT NULL,
  repeats INTEGER NOT NULL, repeats_bound INTEGER NOT NULL,
  balance INTEGER NOT NULL, balance_bound INTEGER NOT NULL,
  soft INTEGER NOT NULL, soft_bound INTEGER NOT NULL,
  rounds_found INTEGER, rounds_possible INTEGER
) STRICT;
CREATE INDEX seating_by_gathering ON seating(gathering_id);
CREATE TABLE seating_table (
  seating_id INTEGER NOT NULL REFERENCES seating(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  locked INTEGER NOT NULL,
  brings TEXT NOT NULL,
  PRIMARY KEY (seating_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE seat (
  seating_id INTEGER NOT NULL REFERENCES seating(id) DEFERRABLE INITIALLY DEFERRED,
  table_number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  member_of TEXT NOT NULL CHECK (member_of IN ('team', 'person')),
  member_id INTEGER NOT NULL,
  beside INTEGER NOT NULL,
  host INTEGER NOT NULL,
  PRIMARY KEY (seating_id, table_number, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE seating_pin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gathering(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('together', 'apart', 'table')),
  one_of TEXT NOT NULL, one_id INTEGER NOT NULL,
  other_of TEXT, other_id INTEGER,
  table_number INTEGER
) STRICT;
CREATE INDEX seating_pin_by_gathering ON seating_pin(gathering_id);
"""
# A seat keeps the id of who sat there, and a seating that of its block, without a foreign key: what was seated is
# history that later draws need, and it stays when a team leaves the roster, or a block the agenda. No id is used twice.

PAST_ROUNDS = """
CREATE TABLE past_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES network(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pairs', 'mixed'))
) STRICT;
CREATE INDEX past_round_by_network ON past_round(network_id);
CREATE TABLE past_seat (
  round_id INTEGER NOT NULL REFERENCES past_round(id) DEFERRABLE INITIALLY DEFERRED,
  table_number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  member_of TEXT NOT NULL CHECK (member_of IN ('team', 'person')),
  member_id INTEGER NOT NULL,
  PRIMARY KEY (round_id, table_number, place)
) STRICT, WITHOUT ROWID;
"""

PLACES = """
ALTER TABLE seating ADD COLUMN place TEXT NOT NULL DEFAULT 'table';
ALTER TABLE seating_table ADD COLUMN name TEXT NOT NULL DEFAULT '';
"""
