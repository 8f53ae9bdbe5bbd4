"""What views show: the open report as Qt models."""
