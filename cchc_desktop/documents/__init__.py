"""What leaves the office file as a document for people: the Word report and the workbook."""
