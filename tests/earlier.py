"""A file of an earlier samling, for tests."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import sqlite_utils

from samling.store.opening import APPLICATION_ID
from samling.store.schema import migrations

if TYPE_CHECKING:
    from pathlib import Path


def first_file(path: Path) -> None:
    """Make a file as the first samling made it: a network with a team of one, and a deed that can be undone."""
    with closing(sqlite3.connect(path)) as connection:
        migrations.apply(sqlite_utils.Database(connection), stop_before="m002_teams_in_the_room")
        connection.executescript(f"""
            PRAGMA application_id = {APPLICATION_ID};
            PRAGMA user_version = 1;
            PRAGMA journal_mode = WAL;
            INSERT INTO network VALUES (4, 'Fjordhelse', 'Europe/Oslo');
            INSERT INTO team VALUES (7, 4, 'Nord', 'Fjordhelse', 'Medisin', 'Bodø', '', '', '', 'Kari');
            INSERT INTO person VALUES (9, 7, 'Åse', 'team-leader', 'nurse');
            INSERT INTO gathering VALUES (2, 4, 1, 'Samling 1', NULL);
            INSERT INTO day VALUES (2, 1, '2026-09-16', '2026-09-16T07:00:00.000Z', '2026-09-16T11:00:00.000Z', NULL);
            INSERT INTO log VALUES (1, 4, 2, '2026-09-16T07:00:00.000Z', '2026-09-16T07:00:00.000Z', 'control',
                'rename', '{{"title": "Samling 1"}}',
                '[["gathering", [2], {{"title": "Dag 1"}}, {{"title": "Samling 1"}}]]',
                NULL);
            INSERT INTO undo_step VALUES (1, 2, 'agenda', 0);
            UPDATE in_use SET network_id = 4, gathering_id = 2;
        """)  # noqa: S608 - our own numbers
