"""The figures of a report: read from files, seen beside other reports, explained, locked."""
