"""Gửi – Nhận: what goes up and comes back, and what the offices below send."""
