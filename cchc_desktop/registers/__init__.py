"""What an office keeps over the years: documents, tasks, inspections, surveys … and how they feed figures.

A register is a description (`schema.Register`); table pages, files, search and command line derive from it.
"""
