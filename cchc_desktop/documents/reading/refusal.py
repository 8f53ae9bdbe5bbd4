"""Why a Word report is not read."""

from cchc_desktop.errors import CchcError


class ReportUnread(CchcError):
    """The file cannot be read as a Word report. The sentence says why and what to do; it names no file."""
