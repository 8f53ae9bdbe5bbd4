"""Sample offices and what is shown with them."""
