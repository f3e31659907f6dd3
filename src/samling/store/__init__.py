"""SQLite: migrations, rows from and to domain values, the change log. The only SQL in samling."""
