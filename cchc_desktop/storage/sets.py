"""The template sets that the office's reports answer, carried in the office file itself.

So a copied file opens anywhere, whatever sets the program there ships.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class StoredSet:
    """A template set in the office file, by name and content."""

    id: str
    version: str
    digest: str
    """SHA-256 of the content, hexadecimal, as `Template.digest`."""


def save_set(db: Database, set_id: str, version: str, digest: str, files: Mapping[str, bytes]) -> None:
    """Keep the set's files under its name and version; the same content again changes nothing.

    Raises `RecordRefused` where that version is kept with another content: reports answer it as it is.
    """
    with writing(db):
        stored = {(kept.id, kept.version): kept.digest for kept in list_sets(db)}.get((set_id, version))
        if stored == digest:
            return
        if stored is not None:
            raise RecordRefused(
                f"Tệp cơ quan này đã có bộ biểu mẫu {set_id} phiên bản {version} với nội dung khác, và báo "
                "cáo đã lập vẫn dùng nội dung đó. Hãy đặt số phiên bản mới cho bộ biểu mẫu đã sửa."
            )
        db.table("template_set").insert({"id": set_id, "version": version, "digest": digest})
        db.table("template_file").insert_all(
            {"set_id": set_id, "set_version": version, "name": name, "content": content}
            for name, content in files.items()
        )


def load_set_files(db: Database, set_id: str, version: str) -> dict[str, bytes]:
    """Return the set's files by name; none where the set is not in the file."""
    return dict(
        fetch(
            db,
            "SELECT name, content FROM template_file WHERE set_id = ? AND set_version = ?",
            set_id,
            version,
        )
    )


def list_sets(db: Database) -> tuple[StoredSet, ...]:
    """Return every set in the file, by name and version."""
    rows = fetch(db, "SELECT id, version, digest FROM template_set ORDER BY id, version")
    return tuple(StoredSet(*row) for row in rows)
