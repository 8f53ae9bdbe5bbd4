"""A superior's own form, drafted and reviewed until it is a form set."""
