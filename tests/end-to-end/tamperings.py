"""What is done to a copy of a simulated network's file, so that the checker is seen to see it: data alone.

Each is a statement of SQL and what the checker must say.
"""

from __future__ import annotations

OF_ANY_DAY = (
    (
        """UPDATE block SET started_at = strftime('%Y-%m-%dT%H:%M:%fZ', started_at, '+20 seconds')
        WHERE id = (SELECT id FROM block WHERE position = 2 AND started_at IS NOT NULL)""",
        "block 1, 2: promised",
    ),
    ("UPDATE block SET added_seconds = added_seconds + 60 WHERE id = 1", "block 1, 1: promised"),
    ("DELETE FROM person_presence WHERE person_id = 4", "Rett hjem: is missing"),
    ("UPDATE team SET organisation = 'Utlandet' WHERE id = 1", "team Fallskjermen: promised"),
    (
        """DELETE FROM log WHERE gathering_id IS NOT NULL AND id =
        (SELECT max(id) FROM log WHERE gathering_id IS NOT NULL AND id NOT IN (SELECT log_id FROM undo_step))""",
        "log of ",
    ),
    (
        """INSERT INTO log (network_id, gathering_id, recorded_at, happened_at, who, action, arguments, changes)
        SELECT network_id, gathering_id, recorded_at, happened_at, who, action, arguments, changes
        FROM log ORDER BY id DESC LIMIT 1""",
        "nobody did",
    ),
    (
        "INSERT INTO person (network_id, team_id, name, role, profession) SELECT 1, 1, name, role, '' FROM person",
        "nobody",
    ),
    ("INSERT INTO expectation SELECT 1, id, 'Mer tid', NULL FROM team", "expectation: nobody"),
    ("UPDATE person SET team_id = 99 WHERE id = 1", "foreign_key_check"),
    ("UPDATE gathering SET id = id + 100", "foreign_key_check"),
)
OF_SHARING = (
    (
        """UPDATE seat SET table_number = 9, place = 9 WHERE (seating_id, table_number, place) =
        (SELECT seating_id, table_number, place FROM seat LIMIT 1)""",
        "seating ",
    ),
    ("DELETE FROM survey_answer WHERE id = 1", "survey Evaluering"),
)
OF_PITCHES = (
    ("DELETE FROM score WHERE judge_id = 3 AND version = 1 AND team_id = 9 AND criterion_id = 'aim'", "score "),
    ("UPDATE score SET value = value % 5 + 1 WHERE judge_id = 3 AND team_id = 3 AND criterion_id = 'aim'", "score "),
    ("UPDATE sheet SET submitted_at = NULL WHERE judge_id = 3 AND team_id = 3", "sheet "),
    ("UPDATE pitch SET position = position + 20 WHERE team_id = 4", "pitch "),
    ("UPDATE pitch_run SET ended_at = questions_at WHERE team_id = 4", "run "),
    ("UPDATE award_placing SET place = 2 WHERE place = 1", "award"),
    ("DELETE FROM award_revealed_team WHERE revealed = 1 AND number = 1", "revealed "),
    ("UPDATE note SET text = 'noe annet'", "note "),
)
