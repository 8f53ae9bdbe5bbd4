"""Further appendices that an office adds to its report: lists in the format of the prose, and photos."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.form.annex import Annex, Photo
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.figures.locked import refuse_locked_text
from cchc_desktop.office.lengths import at_most, refuse_long_prose
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.storage.annexes import (
    image_sizes,
    last_annex_number,
    load_annexes,
    load_image,
    save_annexes,
    save_image,
)
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.image import Image, read_image
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import composed, normal

MOST_ANNEXES, MOST_PHOTOS = 20, 40
"""Of one report."""
MOST_BYTES = 40_000_000
"""Of all photos of one report: what an office file still copies to a USB stick quickly."""
_TITLE, _CAPTION = 300, 300


def annexes_of(report: OpenReport) -> dict[str, Annex]:
    """Return the report's further appendices by their keys (`pl1`), in the order they print."""
    return load_annexes(report.archive.db, report.head.period)


def annex_of(report: OpenReport, key: str) -> Annex:
    """Return one of them; `ReportRefused` where there is none of that key."""
    known = annexes_of(report)
    if key not in known:
        keys = ", ".join(known) or "chưa có phụ lục nào"
        raise ReportRefused(f"Báo cáo không có phụ lục thêm “{key}”. Các mã đang có: {keys}.")
    return known[key]


def photo_of(report: OpenReport, photo: Photo) -> Image | None:
    """Return the photo's bytes; None where a damaged file has lost them."""
    return load_image(report.archive.db, photo.image)


def add_annex(report: OpenReport, title: str, text: str = "") -> tuple[str, Changes]:
    """Add an appendix after the last one and return its key."""
    present = annexes_of(report)
    if len(present) >= MOST_ANNEXES:
        raise ReportRefused(f"Báo cáo đã có {MOST_ANNEXES} phụ lục thêm, là nhiều nhất. Hãy gộp bớt.")
    key = f"pl{last_annex_number(report.archive.db, report.head.period) + 1}"
    places = (annex.place for annex in present.values())
    return key, put_annexes(report, {key: Annex(title, text, place=max(places, default=0) + 1)})


def set_annex(report: OpenReport, key: str, *, title: str | None = None, text: str | None = None) -> Changes:
    """Give an appendix another title or text; what is None stays."""
    annex = annex_of(report, key)
    return put_annexes(
        report,
        {
            key: replace(
                annex,
                title=annex.title if title is None else title,
                text=annex.text if text is None else text,
            )
        },
    )


def move_annex(report: OpenReport, key: str, place: int) -> Changes:
    """Put an appendix at a place among the others, from 1."""
    annex_of(report, key)
    order = [each for each in annexes_of(report) if each != key]
    order.insert(max(place - 1, 0), key)
    present = annexes_of(report)
    return put_annexes(
        report, {each: replace(present[each], place=at) for at, each in enumerate(order, start=1)}
    )


def remove_annex(report: OpenReport, key: str) -> Changes:
    """Take an appendix out of the report; its photos stay in the file for an undo."""
    annex_of(report, key)
    return put_annexes(report, {key: None})


def add_photo(report: OpenReport, key: str, name: str, content: bytes, caption: str = "") -> Changes:
    """Add a photo to an appendix: the bytes of a JPEG or PNG file of that name.

    Raises `ImageRefused` for any other file, `ReportRefused` where the report has photos enough. What a
    camera notes beside the picture (place, time, device) is not kept.
    """
    annex = annex_of(report, key)
    image = read_image(name, content)
    _refuse_too_many(report, name, image)
    with writing(report.archive.db):
        save_image(report.archive.db, image)
        return put_annexes(
            report, {key: replace(annex, photos=(*annex.photos, Photo(image.digest, caption)))}
        )


def set_caption(report: OpenReport, key: str, number: int, caption: str) -> Changes:
    """Write what stands under a photo, counted from 1."""
    annex = annex_of(report, key)
    at = _photo_at(annex, number)
    photos = (*annex.photos[:at], replace(annex.photos[at], caption=caption), *annex.photos[at + 1 :])
    return put_annexes(report, {key: replace(annex, photos=photos)})


def remove_photo(report: OpenReport, key: str, number: int) -> Changes:
    """Take a photo, counted from 1, out of an appendix."""
    annex = annex_of(report, key)
    at = _photo_at(annex, number)
    return put_annexes(report, {key: replace(annex, photos=annex.photos[:at] + annex.photos[at + 1 :])})


def put_annexes(
    report: OpenReport, annexes: Mapping[str, Annex | None], source: Source = Source.TYPED
) -> Changes:
    """Put appendices in their places by key, None to take one away: also what an undo does."""
    refuse_locked_text(report.archive, report.head)
    fitting = {key: _fit(annex) if annex else None for key, annex in annexes.items()}
    origin = Origin(report.archive.who, report.archive.clock(), source)
    changed = save_annexes(report.archive.db, report.head.period, fitting, origin)
    return Changes(report.head.period, annexes=changed)


def _fit(annex: Annex) -> Annex:
    title, text = normal(annex.title), composed(annex.text).strip("\n")
    if not title:
        raise ReportRefused(
            "Phụ lục thêm chưa có tên. Hãy ghi tên phụ lục, ví dụ “Danh sách đơn vị đã kiểm tra”."
        )
    at_most(_TITLE, "Tên phụ lục", title)
    refuse_long_prose(text)
    photos = tuple(
        replace(photo, caption=at_most(_CAPTION, "Lời dưới ảnh", normal(photo.caption)))
        for photo in annex.photos
    )
    return replace(annex, title=title, text=text, photos=photos)


def _photo_at(annex: Annex, number: int) -> int:
    if not 1 <= number <= len(annex.photos):
        raise ReportRefused(
            f"Phụ lục “{annex.title}” có {len(annex.photos)} ảnh, không có ảnh số {number}. Hãy xem lại số."
        )
    return number - 1


def _refuse_too_many(report: OpenReport, name: str, image: Image) -> None:
    photos = [photo.image for annex in annexes_of(report).values() for photo in annex.photos]
    if len(photos) >= MOST_PHOTOS:
        raise ReportRefused(
            f"Báo cáo đã có {MOST_PHOTOS} ảnh, là nhiều nhất, nên chưa thêm ảnh {name}. Hãy bỏ bớt."
        )
    sizes = image_sizes(report.archive.db)
    whole = sum(sizes.get(digest, 0) for digest in {*photos} - {image.digest}) + len(image.content)
    if whole > MOST_BYTES:
        raise ReportRefused(
            f"Ảnh của báo cáo sẽ nặng quá {MOST_BYTES // 1_000_000} MB nên chưa thêm ảnh {name}. Hãy thu nhỏ "
            "ảnh hoặc bỏ bớt."
        )
