"""Which file or folder: the system's own dialogs with our words."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".cchc"
"""Of an office file."""
_TEXTS = "*.docx *.doc *.odt"
_REPORTS = f"{_TEXTS} *.xlsx *.tsv *.csv"
_AUDIT_LISTS = {"Văn bản thuần (*.txt)": ".txt", "Dữ liệu JSON (*.json)": ".json"}
_OFFICE = f"Tệp cơ quan (*{SUFFIX});;Mọi tệp (*)"


def choose_office(parent: QWidget, folder: Path) -> Path | None:
    """Ask which office file to open."""
    text, _ = QFileDialog.getOpenFileName(parent, "Mở tệp cơ quan", str(folder), _OFFICE)
    return Path(text) if text else None


def choose_new_office(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a new office file goes."""
    text, _ = QFileDialog.getSaveFileName(parent, "Nơi đặt tệp cơ quan mới", str(proposed), _OFFICE)
    return _with_suffix(text, SUFFIX)


def choose_word(parent: QWidget, proposed: Path, title: str = "Nơi đặt báo cáo Word") -> Path | None:
    """Ask where a Word file goes, by default the report."""
    text, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), "Tệp Word (*.docx)")
    return _with_suffix(text, ".docx")


def choose_folder(parent: QWidget, folder: Path, title: str = "Thư mục đặt tệp trao đổi") -> Path | None:
    """Ask for a folder, by default the one in which the exchange file goes."""
    text = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(text) if text else None


def choose_figures(parent: QWidget, folder: Path | None) -> Path | None:
    """Ask which file holds a past report."""
    text, _ = QFileDialog.getOpenFileName(
        parent, "Đọc báo cáo kỳ trước", str(folder or Path.home()), f"Báo cáo đã làm ({_REPORTS})"
    )
    return Path(text) if text else None


def choose_document(parent: QWidget, title: str, folder: Path | None, *, sheets: bool = False) -> Path | None:
    """Ask which document somebody wrote is to be read: a Word file, or a table too."""
    kinds = _REPORTS if sheets else _TEXTS
    text, _ = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), f"Văn bản ({kinds})")
    return Path(text) if text else None


def choose_audit_list(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where the findings in somebody's report go."""
    text, chosen = QFileDialog.getSaveFileName(
        parent, "Nơi đặt danh sách phát hiện", str(proposed), ";;".join(_AUDIT_LISTS)
    )
    if text.lower().endswith(tuple(_AUDIT_LISTS.values())):
        return Path(text)
    return _with_suffix(text, _AUDIT_LISTS.get(chosen, ".txt"))


def choose_photos(parent: QWidget, folder: Path | None) -> list[Path]:
    """Ask which photos go into an appendix."""
    texts, _ = QFileDialog.getOpenFileNames(
        parent, "Thêm ảnh", str(folder or Path.home()), "Ảnh (*.jpg *.jpeg *.png);;Mọi tệp (*)"
    )
    return [Path(text) for text in texts]


def choose_paper(parent: QWidget, folder: Path | None) -> Path | None:
    """Ask which file is the signed report."""
    text, _ = QFileDialog.getOpenFileName(
        parent, "Bản PDF đã ký", str(folder or Path.home()), "Tệp PDF (*.pdf)"
    )
    return Path(text) if text else None


def choose_copy(parent: QWidget, proposed: Path, title: str) -> Path | None:
    """Ask where a copy of the office file goes."""
    text, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), _OFFICE)
    return _with_suffix(text, SUFFIX)


def choose_received(parent: QWidget, folder: Path | None) -> list[Path]:
    """Ask which files are to be received."""
    texts, _ = QFileDialog.getOpenFileNames(
        parent,
        "Nhận tệp",
        str(folder or Path.home()),
        "Tệp nhận được (*.xlsx *.xlsm *.xls *.ods *.docx *.eml *.zip);;Mọi tệp (*)",
    )
    return [Path(text) for text in texts]


def choose_list(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a list of findings goes."""
    text, _ = QFileDialog.getSaveFileName(
        parent, "Nơi đặt danh sách phát hiện", str(proposed), "Bảng cho Excel (*.csv)"
    )
    return _with_suffix(text, ".csv")


def choose_workbook(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a table goes."""
    text, _ = QFileDialog.getSaveFileName(parent, "Nơi đặt bảng", str(proposed), "Sổ Excel (*.xlsx)")
    return _with_suffix(text, ".xlsx")


def _with_suffix(text: str, suffix: str) -> Path | None:
    if not text:
        return None
    return Path(text) if text.lower().endswith(suffix) else Path(text + suffix)
