"""The report's pages on the screen: composed, set in lines, broken into pages, painted, printed.

Everything is measured in twips (1/1440 inch), as in the Word report; only painting knows pixels.
"""
