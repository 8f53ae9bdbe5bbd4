"""Refusals a person can act on.

Everything the program says no to with a remedy is a `CchcError`. Whatever else is raised is a bug and goes,
uncaught, to the window's alarm or to the command line's last line of defence.
"""


class CchcError(Exception):
    """A refusal in a Vietnamese sentence or two: what happened, to which row or file, what to do next."""

    @property
    def message(self) -> str:
        """The sentence to show, as it stands."""
        return str(self.args[0]) if self.args else ""


class OutputLost(CchcError):
    """A command was carried out, and what it had to say could not be printed."""


class FileRefused(CchcError):
    """A file named by a person cannot be read or written."""
