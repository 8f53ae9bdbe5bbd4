"""Files shipped with the program: forms, samples, styles, help."""
