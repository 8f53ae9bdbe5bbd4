"""Refusals of the office file that a window answers with a choice."""

from cchc_desktop.storage.refusals import OfficeFileDamaged, OfficeFileInUse, OfficeFileLeftOpen

__all__ = ["OfficeFileDamaged", "OfficeFileInUse", "OfficeFileLeftOpen"]
