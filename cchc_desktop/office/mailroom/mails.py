"""Mails: opened ones with their attachments, and drafts that a mail program opens for sending."""

import email
import email.policy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

MAIL = ".eml"
_SPREADSHEET = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_TYPES: Mapping[str, tuple[str, str]] = {
    ".xlsx": _SPREADSHEET,
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_NO_TYPE = ("application", "octet-stream")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """What matters of a mail that came."""

    date: datetime | None
    """The mail's own date, UTC; None where it has none that can be read."""
    sender: str
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be sent by a person."""

    address: str
    subject: str
    text: str
    files: tuple[Path, ...]


def opened_mail(data: bytes) -> OpenedMail:
    """Return date, sender and attachments of a mail; whatever is no mail has none of them."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        files = tuple(_attachments(message))
    except RecursionError:  # parts within parts without end
        return OpenedMail(None, "", ())
    sender = parseaddr(str(message.get("From", "")))[1]
    return OpenedMail(_date(str(message.get("Date", ""))), sender, files)


def draft_mail(draft: Draft) -> bytes:
    """Return the mail as a file that classic Outlook and Thunderbird open for sending (`X-Unsent`).

    It holds neither a date nor a sender: whoever sends it adds both.
    """
    message = EmailMessage(email.policy.SMTP)
    message["X-Unsent"] = "1"
    message["To"] = draft.address
    message["Subject"] = draft.subject
    message.set_content(draft.text)
    for file in draft.files:
        main, sub = _TYPES.get(file.suffix.lower(), _NO_TYPE)
        message.add_attachment(file.read_bytes(), maintype=main, subtype=sub, filename=file.name)
    if message.is_multipart():
        message.set_boundary("=_cchc-desktop")
    return message.as_bytes()


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        return None


def _attachments(part: Message) -> Iterator[Attachment]:
    """Yield the files of a mail; a mail within it is one file."""
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822":
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield Attachment(_name(part) or f"thư{MAIL}", inner[0].as_bytes())
    elif isinstance(inner, list):
        for each in inner:
            if isinstance(each, Message):
                yield from _attachments(each)
    elif name := _name(part):
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield Attachment(name, content)


def _name(part: Message) -> str:
    """The attachment's own file name, its words decoded, without any folder."""
    raw = part.get_filename("")
    try:
        decoded = str(email.header.make_header(email.header.decode_header(raw)))
    except (ValueError, LookupError, UnicodeDecodeError):
        decoded = str(raw)
    return decoded.replace("\\", "/").rpartition("/")[2]
