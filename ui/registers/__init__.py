"""Registers in the window: one table a register, all derived from its description."""
