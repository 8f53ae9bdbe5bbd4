"""The office file kept safe: backups, verification, rescue, places that lose it, a stick."""
