"""What a report prints: its cover, fixed texts, further appendices, and the preview of its pages."""
