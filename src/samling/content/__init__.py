"""Reads data/ and layouts/ into domain values. The only TOML; pydantic is imported first when a file is read."""
