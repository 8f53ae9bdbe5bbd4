"""Windows on a document that somebody wrote: what is wrong with it, what differs, what can be taken of it."""
