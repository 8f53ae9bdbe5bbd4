"""Somebody's Word report as plain data: past a gate, in a child process, with nothing guessed."""
