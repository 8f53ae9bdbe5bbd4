"""The exchange file: one workbook that anybody can open and the program reads exactly."""
