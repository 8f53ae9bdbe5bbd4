"""One page a station."""
