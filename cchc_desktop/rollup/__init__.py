"""Many offices' forms made into one: who reports, what their figures add up to, and who is still missing."""
