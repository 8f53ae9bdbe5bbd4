"""The prose of a report and its outline."""
