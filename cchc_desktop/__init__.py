"""What an office reports on administrative reform, and how it is kept. No Qt below this package."""
