"""Documents as reports cite them."""

from datetime import date

import pytest

from cchc_desktop.narrative.citing import citation
from cchc_desktop.registers.documents import DOCUMENTS, Document, documents_in, split_code
from tests.unit.registers.lines import entry


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("496/BC-UBND", ("496", "BC-UBND")),
        ("05/2026/QĐ-UBND", ("05", "2026/QĐ-UBND")),
        ("1.138 / KH-UBND", ("1.138", "KH-UBND")),
        ("BC-UBND", ("", "BC-UBND")),
        ("", ("", "")),
    ],
)
def test_number_and_notation_are_told_apart(code: str, parts: tuple[str, str]) -> None:
    assert split_code(code) == parts


def test_a_document_is_cited_under_the_id_of_its_entry_with_its_own_office_where_it_names_none() -> None:
    own = entry(DOCUMENTS, direction="issued", code="05/KH-UBND", issued="5/1/2026", subject="Kế hoạch năm")
    sent = entry(DOCUMENTS, direction="received", code="12/CV", organ="UBND tỉnh Mẫu", type_name="Công văn")
    unknown = entry(DOCUMENTS, direction="received", code="13/CV")
    found = documents_in([own, sent, unknown], "UBND phường Mẫu")
    assert found[own.id] == Document("", "05", "KH-UBND", date(2026, 1, 5), "UBND phường Mẫu", "Kế hoạch năm")
    assert found[sent.id].organ == "UBND tỉnh Mẫu"
    assert found[sent.id].issued is None
    assert found[unknown.id].organ == ""


def test_the_prose_can_cite_it() -> None:
    sent = entry(
        DOCUMENTS,
        direction="received",
        code="12/CV-UBND",
        issued="5/1/2026",
        organ="UBND tỉnh Mẫu",
        type_name="Công văn",
        subject="Tăng cường kỷ luật",
    )
    told = citation(documents_in([sent], "")[sent.id])
    assert told.startswith("Công văn số 12/CV-UBND ngày 05/01/2026 của UBND tỉnh Mẫu")
