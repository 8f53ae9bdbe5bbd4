"""The lists an office keeps: seen, changed, read from files and written to files, counted for its reports."""
