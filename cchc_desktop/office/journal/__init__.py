"""The journal of the office file as a person reads it: every change in words, on a sheet of its own."""
