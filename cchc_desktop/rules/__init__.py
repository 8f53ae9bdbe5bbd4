"""What a report should satisfy. A rule yields findings as data; one module turns them into sentences."""
