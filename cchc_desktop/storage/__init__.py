"""The office file: one SQLite file with everything an office keeps; a connection in, domain values out."""
