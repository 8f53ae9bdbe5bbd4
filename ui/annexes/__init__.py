"""Further appendices in the window: lists and photos that an office adds to its report."""
