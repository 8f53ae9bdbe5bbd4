"""The foot of the report: who receives it on the left, who signs on the right.

Boxes 7 and 9b of Decree 30/2020, Appendix I.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.word.lines import dashed
from cchc_desktop.documents.word.markup import add_paragraph
from cchc_desktop.documents.word.tables import add_cell, add_row, add_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Recipients, Signature

COLUMNS = (2994, 6290)  # official sample 1.4


def add_foot(body: _Element, signature: Signature, recipients: Recipients) -> None:
    """Append the foot as one row, which never breaks over two pages."""
    row = add_row(add_table(body, COLUMNS, style="FootTable"))
    left, right = (add_cell(row, width) for width in COLUMNS)
    add_paragraph(left, "RecipientsLabel", "Nơi nhận:")
    for line in dashed(recipients.lines):
        add_paragraph(left, "RecipientsLine", line)
    for line in signature.lines:
        add_paragraph(right, "SignerOffice", line)
    add_paragraph(right, "SignerName", signature.name)
