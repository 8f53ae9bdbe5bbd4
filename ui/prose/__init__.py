"""The pieces of the page where prose is written: text with live figures, outline, what stands beside."""
