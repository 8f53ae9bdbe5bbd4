"""The files that leave the program: what the exchange file carries and shows, how both files are made."""
