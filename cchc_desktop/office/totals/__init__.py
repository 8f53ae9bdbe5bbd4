"""What the offices below report, added up, looked into, fed into this office's own form and told of."""
