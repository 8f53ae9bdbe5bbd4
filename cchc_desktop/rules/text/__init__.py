"""Rules of prose: what a report's running text says, one small module a rule family.

Pure: plain paragraphs come in, findings as data go out; `wording` alone makes sentences of them.
"""
