"""Every entry a cell can hold, for hypothesis."""

from decimal import Decimal

from hypothesis import strategies as st

from cchc_desktop.form.entry import Entry
from cchc_desktop.values.answer import Absence, Answer

_NUMBERS = st.decimals(min_value=Decimal("-1E+30"), max_value=Decimal("1E+30"), allow_nan=False)
_ANSWERS = st.one_of(st.sampled_from(Absence), _NUMBERS).map(Answer)

ENTRIES = st.builds(Entry, answer=_ANSWERS, said=st.none() | st.text(), reason=st.text(), note=st.text())
