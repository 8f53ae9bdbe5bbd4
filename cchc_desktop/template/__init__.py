"""What a form asks: versioned sets of appendices, rows, relations and outline, read from data."""
