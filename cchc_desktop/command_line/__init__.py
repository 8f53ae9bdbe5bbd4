"""The command line `cchc`: every job of the product with no window. English commands, Vietnamese messages."""
