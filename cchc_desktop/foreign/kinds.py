"""What kind of file a stranger's bytes are, by how they begin."""

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MAIL_STREAM = "__properties_version1.0".encode("utf-16-le")
_FIRST_BYTES = (
    (b"%PDF", "tệp PDF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"{\\rtf", "văn bản RTF"),
    (b"<", "trang web hoặc tệp XML"),
)


def is_old_office(data: bytes) -> bool:
    """Whether the file is an old .doc or .xls; a locked .docx or .xlsx, and a mail, begin alike."""
    return data.startswith(_COMPOUND) and not is_locked_office(data) and not is_outlook_mail(data)


def is_locked_office(data: bytes) -> bool:
    """Whether the file is a .docx or .xlsx with a password."""
    return data.startswith(_COMPOUND) and _ENCRYPTED_STREAM in data


def is_outlook_mail(data: bytes) -> bool:
    """Whether the file is a mail as Outlook saves it (.msg)."""
    return data.startswith(_COMPOUND) and _MAIL_STREAM in data


def kind_in_words(data: bytes) -> str:
    """Return what else the file is, in Vietnamese; empty where its first bytes tell nothing."""
    return next((words for mark, words in _FIRST_BYTES if data.lstrip()[: len(mark)] == mark), "")
