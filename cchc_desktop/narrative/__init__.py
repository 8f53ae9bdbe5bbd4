"""The prose of a report: stored as text, its figures and citations live."""
