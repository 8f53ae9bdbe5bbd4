"""Figures named in a text: `{PL4.3.H.1}`, `{PL2.4.2 / PL2.4.1 %}`, `{PL2.1 sosanh}` (docs/prose-format.md).

A reference says which rows a place in the text follows and how it is to be written; what stands there is
worked out from a form, elsewhere.
"""

import re
from dataclasses import dataclass
from enum import Enum

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import normal, without_marks

PLACE = re.compile(r"\{([^{}\n]*)\}")
"""A reference as it stands in a text; its first group is what stands between the braces."""

_MOST_TERMS = 20
_TOKEN = re.compile(
    r"(?P<code>[A-Za-z][A-Za-z0-9]{0,15}(?:\.[A-Za-z0-9]{1,8}){1,7})|(?P<sign>[-−–+/%])|(?P<word>@?[A-Za-z]+)"
)
_LAST_PERIOD = "@truoc"


class Manner(Enum):
    """How the value is written; the value is the word that asks for it."""

    BARE = ""
    WITH_UNIT = "dv"
    """`12 hồ sơ`."""
    AS_CHANGE = "sosanh"
    """`tăng 12 hồ sơ so với quý trước`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row in a reference."""

    code: IndicatorCode
    is_subtracted: bool = False
    of_last_period: bool = False
    """Whether the row's value in the period before is meant."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A row, a sum and difference of rows, or the ratio of two in percent."""

    terms: tuple[Term, ...]
    is_ratio: bool = False
    manner: Manner = Manner.BARE

    @property
    def codes(self) -> tuple[IndicatorCode, ...]:
        """Every row that the value rests on, each once."""
        return tuple(dict.fromkeys(term.code for term in self.terms))


class NotAReference(ValueError):
    """What stands between the braces follows no row; the reason is in Vietnamese, without a full stop."""


def read_reference(source: str) -> Reference:
    """Return the reference that stands between two braces, or raise `NotAReference`.

    Marks and the case of letters do not count: `{pl2.1 đv}` is `{PL2.1 dv}`.
    """
    return _Reading(source).reference()


class _Reading:
    """The parts of one reference, taken one after the other."""

    def __init__(self, source: str) -> None:
        self._parts = _parts(without_marks(normal(source)))
        self._next = 0

    def reference(self) -> Reference:
        terms, is_ratio = [self._term()], False
        while (sign := self._taken("sign")) is not None:
            if sign == "%":
                raise NotAReference("dấu % chỉ đứng sau phép chia, như {A / B %}")
            if sign == "/":
                self._refuse_if(len(terms) > 1, "phép chia chỉ có một tử số và một mẫu số")
                terms.append(self._term())
                self._refuse_if(self._taken("sign") != "%", "sau phép chia phải có dấu %, như {A / B %}")
                is_ratio = True
                break
            terms.append(self._term(is_subtracted=sign != "+"))
            self._refuse_if(len(terms) > _MOST_TERMS, f"có quá {_MOST_TERMS} dòng")
        manner = self._manner()
        self._refuse_if(self._next < len(self._parts), f"thừa “{self._rest}”")
        of_past = any(term.of_last_period for term in terms)
        self._refuse_if(
            of_past and manner is Manner.AS_CHANGE, "sosanh đã so với kỳ trước nên không đi với @truoc"
        )
        return Reference(tuple(terms), is_ratio, manner)

    @property
    def _rest(self) -> str:
        return " ".join(text for _, text in self._parts[self._next :])

    def _term(self, *, is_subtracted: bool = False) -> Term:
        code = self._taken("code")
        if code is None:
            found = f", không phải “{self._rest}”" if self._rest else ""
            raise NotAReference(f"ở đây phải có mã dòng, như PL2.1{found}")
        of_last_period = self._parts[self._next : self._next + 1] == [("word", _LAST_PERIOD)]
        self._next += of_last_period
        return Term(IndicatorCode(code.upper()), is_subtracted, of_last_period)

    def _manner(self) -> Manner:
        word = self._taken("word")
        if word is None:
            return Manner.BARE
        try:
            return Manner(word)
        except ValueError:
            raise NotAReference(f"“{word}” không có; chỉ có dv, sosanh và @truoc") from None

    def _taken(self, kind: str) -> str | None:
        """Take the next part if it is of that kind."""
        if self._next < len(self._parts) and self._parts[self._next][0] == kind:
            self._next += 1
            return self._parts[self._next - 1][1]
        return None

    @staticmethod
    def _refuse_if(wrong: object, reason: str) -> None:
        if wrong:
            raise NotAReference(reason)


def _parts(source: str) -> list[tuple[str, str]]:
    parts, at = [], 0
    while at < len(source):
        if source[at] == " ":
            at += 1
            continue
        found = _TOKEN.match(source, at)
        if found is None or found.lastgroup is None:
            raise NotAReference(f"không hiểu “{source[at:]}”")
        kind = found.lastgroup
        parts.append((kind, found[0].lower() if kind == "word" else found[0]))
        at = found.end()
    return parts
