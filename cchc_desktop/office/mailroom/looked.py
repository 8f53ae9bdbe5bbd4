"""An exchange file looked into and not taken in: what it holds, whether it is whole, who signed it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.inspection import Inspection, Trust
from cchc_desktop.exchange.messages import RequestPayload
from cchc_desktop.exchange.signing import short_code
from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.office.mailroom.ledger import KINDS
from cchc_desktop.office.mailroom.requests_in import RequestLook, RequestRefused, look_at_request
from cchc_desktop.office.mailroom.senders import is_own
from cchc_desktop.office.office import Office
from cchc_desktop.office.received import inspect_file, sets_of
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.answer import BLANK

_PARTS = {
    MachinePart.WHOLE: "nguyên vẹn",
    MachinePart.ONE_CARRIER: "còn một trong hai bản, đọc được",
    MachinePart.NONE: "không còn; đọc theo các dòng của trang tính",
    MachinePart.CONTRADICTORY: "hai bản nói khác nhau",
}
_SIGNATURES = {
    Trust.TRUSTED: "đúng khóa đã biết của cơ quan gửi",
    Trust.FIRST_SEEN: "hợp lệ, khóa gặp lần đầu",
    Trust.CHANGED_KEY: "hợp lệ nhưng khóa khác lần trước",
    Trust.BAD: "không khớp với nội dung",
    Trust.NONE: "không có",
}
_SOUND_PARTS = (MachinePart.WHOLE, MachinePart.ONE_CARRIER)
_SOUND_SIGNATURES = (Trust.TRUSTED, Trust.FIRST_SEEN)
_STATES: Mapping[str, str] = {
    BLANK.state: "trống",
    **{answer.state: words for answer, words in STATE_WORDS.items()},
}


@dataclass(frozen=True, slots=True)
class Looked:
    """One file looked into, and not taken in."""

    inspection: Inspection
    request: RequestLook | None = None
    """What a request asks of the office whose file was named, and how its form set differs."""
    refusal: str = ""
    """Why that office cannot take the request."""

    @property
    def needs_a_person(self) -> bool:
        """Whether cells were touched, rows are asked about, or the file cannot be taken at its word."""
        found = self.inspection
        sound = found.machine_part in _SOUND_PARTS and found.signature in _SOUND_SIGNATURES
        return not (sound and found.is_untouched) or bool(self.refusal)

    @property
    def document(self) -> dict[str, object]:
        """The look as the command line's JSON has it."""
        found = self.inspection
        return {
            "kind": found.kind,
            "format": found.format,
            "office": found.office,
            "period": found.period,
            "sequence": found.sequence,
            "machine_part": found.machine_part.value,
            "signature": found.signature.value,
            "differences": [
                {"cell": each.cell, "payload": each.payload, "sheet": each.sheet}
                for each in found.differences
            ],
            "questions": [
                {"cell": each.cell, "place": each.place, "text": each.text, "doubt": each.doubt.value}
                for each in found.questions
            ],
            **self._asked,
        }

    @property
    def _asked(self) -> dict[str, object]:
        if self.request is None:
            return {}
        return {
            "set": {
                "known": self.request.is_known,
                "added": list(self.request.added),
                "changed": list(self.request.changed),
                "left_out": list(self.request.left_out),
            }
        }

    @property
    def lines(self) -> Iterator[str]:
        """The look as a person reads it."""
        found = self.inspection
        if found.payload:
            kind = KINDS[found.kind]
            yield f"{kind} của {found.payload.OrganName}, kỳ {found.period}, lần {found.sequence}."
        yield f"Phần máy đọc: {_PARTS[found.machine_part]}."
        yield f"Chữ ký: {_SIGNATURES[found.signature]}."
        if found.key:
            yield f"Mã khóa để đối chiếu qua điện thoại: {short_code(found.key)}."
        yield from filter(None, (self.request.words if self.request else "", self.refusal))
        for each in found.differences:
            yield f"  {each.cell}: tệp gửi {in_words(each.payload)}, trang tính ghi {in_words(each.sheet)}."
        for cell in found.notes:
            yield f"  {cell}: ghi chú trên trang tính khác với tệp gửi."
        for question in found.questions:
            yield f"  {question.place}: cần xem lại “{question.text}”."


def in_words(said: str | None) -> str:
    """Return what is said in a cell: a number as it is, a state in Vietnamese, a row that is gone."""
    if said is None:
        return "(không còn dòng)"
    return _STATES.get(said, said) or _STATES[BLANK.state]


def look_into(file: Path, office_file: Path | None = None) -> Looked:
    """Look into an exchange file.

    The office file, if named, says which keys and form sets are known, and what a request would change there.
    """
    if office_file is None:
        return Looked(inspect_file(file, {}, sets_of(shipped())))
    with Office.look(office_file) as office:
        found = inspect_file(file, office.known_keys(), sets_of(office.catalogue()))
        payload = found.payload
        if not isinstance(payload, RequestPayload) or is_own(office, payload.OrganId, payload.OrganName):
            return Looked(found)
        try:
            return Looked(found, look_at_request(office, payload))
        except RequestRefused as refusal:
            return Looked(found, refusal=refusal.message)
