"""What is wrong or odd in a report, in figures and in prose, told and placed."""
