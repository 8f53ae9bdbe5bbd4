"""The measures of the page, in twips (1 mm is 56.7 of them): Decree 30/2020, Appendix I, I."""

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT, HEADER = 1418, 1134, 1985, 1134, 567
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
FIRST_LINE = 567
