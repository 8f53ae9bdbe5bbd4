"""The matrix offices × periods as a workbook."""

from pathlib import Path

from cchc_desktop.office.office import Office
from cchc_desktop.office.writing import write_whole
from cchc_desktop.rollup.matrix import Matrix

_NAME_WIDTH, _GROUP_WIDTH, _PERIOD_WIDTH = 36, 18, 26


def write_matrix(office: Office, matrix: Matrix, file: Path) -> Path:
    """Write who stands where, one row an office, one column a period; an existing file is replaced whole."""
    from cchc_desktop.documents.list_sheet import ListColumn, ListSheet, list_workbook

    columns = (
        ListColumn("Mã", _GROUP_WIDTH),
        ListColumn("Đơn vị", _NAME_WIDTH),
        ListColumn("Nhóm", _GROUP_WIDTH),
        *(ListColumn(period.title, _PERIOD_WIDTH) for period in matrix.periods),
    )
    rows = [
        (
            each.code or each.id,
            each.name,
            each.group,
            *(matrix.place(each.id, period).words for period in matrix.periods),
        )
        for each in matrix.offices
    ]
    title = "Tình hình gửi báo cáo"
    return write_whole(
        file, list_workbook(ListSheet(title, office.profile.name, office.totals.today, columns, rows))
    )
