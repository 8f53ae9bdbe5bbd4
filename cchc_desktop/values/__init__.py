"""What an answer can be: codes, periods, numbers in Vietnamese writing, reasons there is none."""
