"""What the office file says no to, and the one place where SQLite's errors become sentences."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError, FileRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

NOT_THERE = "Không tìm thấy tệp “{file}”. Hãy kiểm tra lại tên và thư mục, hoặc tạo tệp cơ quan mới."
NO_FOLDER = "Không có thư mục để tạo tệp “{file}”. Hãy tạo thư mục trước, hoặc chọn nơi khác."
IS_FOLDER = "“{file}” là thư mục, không phải tệp. Hãy chọn tệp cơ quan nằm trong thư mục đó."
ALREADY_THERE = "Đã có tệp “{file}” nên chương trình không tạo mới. Hãy mở tệp đó, hoặc chọn tên khác."
EMPTY_FILE = (
    "Tệp “{file}” rỗng, bên trong không có số liệu nào. Hãy mở bản sao lưu của tệp này; nếu chưa từng nhập "
    "gì thì xóa tệp rồi tạo tệp cơ quan mới."
)
NOT_AN_OFFICE_FILE = "Tệp “{file}” không phải là tệp cơ quan của CCHC Desktop. Hãy chọn tệp khác."
FOREIGN = "Tệp “{file}” là cơ sở dữ liệu của chương trình khác. Hãy chọn tệp cơ quan do CCHC Desktop tạo ra."
DAMAGED = (
    "Tệp “{file}” bị hỏng nên không đọc được trọn vẹn. Hãy giữ nguyên tệp này và mở bản sao lưu gần nhất "
    "của tệp."
)
NOTHING_READ = (
    "Tệp “{file}” hỏng đến mức không đọc được gì bên trong; tệp được giữ nguyên. Hãy khôi phục từ một bản "
    "sao lưu của tệp."
)
NEWER = (
    "Tệp “{file}” do phiên bản mới hơn của chương trình ghi (cấu trúc {version}, máy này đọc được đến "
    "{known}); tệp được giữ nguyên. Hãy cập nhật chương trình rồi mở lại."
)
OLDER_UNREAD = (
    "Tệp “{file}” do phiên bản cũ của chương trình ghi và phải nâng cấp mới đọc được. Hãy mở tệp theo cách "
    "thông thường (không phải chỉ xem) một lần để nâng cấp; chương trình sẽ để lại một bản sao trước khi "
    "nâng cấp."
)
LOCKED = (
    "Tệp “{file}” đang được chương trình khác dùng nên chưa đọc hoặc ghi được. Hãy đóng cửa sổ hay chương "
    "trình đang mở tệp đó rồi làm lại."
)
IN_USE = "Tệp “{file}” đang mở để sửa ở {holder}. Hãy đóng tệp ở đó rồi mở lại, hoặc mở chỉ để xem."
LEFT_OPEN = (
    "Tệp “{file}” được ghi là đang mở để sửa ở {holder}. Hãy đóng tệp ở đó, hoặc mở chỉ để xem. Nếu chắc "
    "chắn chương trình ở máy đó không còn chạy thì chọn mở thay, hoặc xóa tệp “{side_file}” nằm cạnh rồi mở "
    "lại."
)
OPEN_HERE = (
    "Tệp “{file}” đang mở trong chính chương trình này nên chưa thay được bằng tệp khác. Hãy đóng tệp rồi "
    "làm lại."
)
NOT_HERE_TO_WRITE = (
    "Không ghi được vào thư mục chứa tệp “{file}” nên tệp chỉ mở để xem được. Hãy mở chỉ để xem, hoặc chép "
    "tệp sang thư mục ghi được rồi mở ở đó."
)
OPEN_TO_LOOK = (
    "Tệp “{file}” đang mở chỉ để xem nên thay đổi vừa rồi không được ghi. Hãy đóng tệp rồi mở lại theo cách "
    "thông thường khi không còn ai khác mở để sửa."
)
WRITE_PROTECTED = (
    "Tệp “{file}” đang ở chế độ chỉ đọc nên thay đổi vừa rồi chưa được lưu. Hãy bỏ chế độ chỉ đọc của tệp "
    "và thư mục, hoặc chép tệp sang thư mục ghi được rồi mở ở đó."
)
DISK_FULL = (
    "Ổ đĩa chứa tệp “{file}” đã đầy nên thay đổi vừa rồi chưa được lưu; số liệu trước đó còn nguyên. Hãy "
    "xóa bớt tệp không dùng rồi làm lại."
)
DISK_FAILS = (
    "Ổ đĩa báo lỗi khi đọc hoặc ghi tệp “{file}” nên thay đổi vừa rồi chưa được lưu. Hãy kiểm tra ổ đĩa, "
    "thẻ nhớ hoặc đường mạng, còn chỗ trống hay không, rồi làm lại."
)
CANNOT_OPEN = (
    "Không mở được tệp “{file}”, hoặc không ghi được vào thư mục chứa tệp. Hãy kiểm tra quyền truy cập tệp "
    "và thư mục rồi làm lại."
)

_BY_PRIMARY_CODE = {
    sqlite3.SQLITE_PERM: CANNOT_OPEN,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: WRITE_PROTECTED,
    sqlite3.SQLITE_IOERR: DISK_FAILS,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_AUTH: CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: NOT_AN_OFFICE_FILE,
}
_PRIMARY = 0xFF
"""An extended result code carries its primary code in the low byte."""

_DAMAGE_WITH_NO_CODE_OF_ITS_OWN = ("Could not decode to UTF-8", "unsupported file format")


class OfficeFileRefused(FileRefused):
    """The office file cannot be created, opened, read or written; what it held before still stands."""


class OfficeFileDamaged(OfficeFileRefused):
    """The office file cannot be read whole; a backup or a salvage may help."""


class OfficeFileOlder(OfficeFileRefused):
    """The office file has to be upgraded before it can be looked at."""


class OfficeFileInUse(CchcError):
    """Somebody else has the office file open for writing."""


class OfficeFileLeftOpen(OfficeFileInUse):
    """Another PC is named as the one that has the file, but holds no lock: a person may take over."""


class RecordRefused(CchcError):
    """The office file does not take or does not hold this record."""


_KINDS = {DAMAGED: OfficeFileDamaged, EMPTY_FILE: OfficeFileDamaged, OLDER_UNREAD: OfficeFileOlder}


def refusal(sentence: str, path: Path, **more: int) -> OfficeFileRefused:
    """Return the refusal that says this sentence of this file."""
    kind = _KINDS.get(sentence, OfficeFileRefused)
    return kind(sentence.format(file=path, **more))


@contextmanager
def speaking_errors(where: Path | Database) -> Iterator[None]:
    """Turn the SQLite errors a person can act on into `OfficeFileRefused`; all others are bugs and pass."""
    try:
        yield
    except UnicodeDecodeError as error:  # from SQLite's own message, where it quotes a garbled schema
        raise _spoken(DAMAGED, where) from error
    except sqlite3.Error as error:
        if sentence := _sentence_for(error):
            raise _spoken(sentence, where) from error
        raise


def _sentence_for(error: sqlite3.Error) -> str | None:
    if str(error).startswith(_DAMAGE_WITH_NO_CODE_OF_ITS_OWN):
        return DAMAGED
    return _BY_PRIMARY_CODE.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY)


def _spoken(sentence: str, where: Path | Database) -> OfficeFileRefused:
    if isinstance(where, Path):
        return refusal(sentence, where)
    only_looking = sentence is WRITE_PROTECTED and where.execute("PRAGMA query_only").fetchone() == (1,)
    return refusal(OPEN_TO_LOOK if only_looking else sentence, path_of(where))


def path_of(db: Database) -> Path:
    """Return where the office file lies."""
    return Path(db.execute("PRAGMA database_list").fetchone()[2])
