"""What a stranger's file meets first: limits, checks and a child process, before any parser sees it."""
