"""What an office answered: entries, the computed rows, and the stage a report has reached."""
