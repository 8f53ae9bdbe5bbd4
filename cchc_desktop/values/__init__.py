"""What an answer can be: codes, periods, numbers in Vietnamese writing, and the reasons there is no number."""
