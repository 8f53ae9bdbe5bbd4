"""How wide a person drew the columns of the registers."""

import json

Widths = dict[str, int]
"""In pixels before scaling, by column name."""


class DrawnWidths:
    """Kept between two starts; what nobody drew follows the window's width."""

    def __init__(self) -> None:
        self._registers: dict[str, Widths] = {}

    def of(self, register: str) -> Widths:
        """Return the register's widths, to be read and written to."""
        return self._registers.setdefault(register, {})

    @property
    def written(self) -> str:
        """The widths as the window's settings keep them: JSON."""
        return json.dumps(self._registers)

    def read(self, written: str) -> None:
        """Take kept widths; what is not understood is as if nobody drew."""
        try:
            kept = json.loads(written)
            self._registers = {
                str(register): {str(name): int(width) for name, width in widths.items()}
                for register, widths in kept.items()
            }
        except (ValueError, TypeError, AttributeError):
            return
