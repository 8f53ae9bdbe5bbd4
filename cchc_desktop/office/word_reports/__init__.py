"""Somebody's Word report: read, audited, compared with ours, taken over."""
