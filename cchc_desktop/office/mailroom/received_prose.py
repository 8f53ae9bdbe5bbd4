"""The prose of a received report as it reads, its live figures spoken."""

from cchc_desktop.office.mailroom.reviewing import UnderReview
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.spoken import text_of


def received_prose(review: UnderReview) -> tuple[TextSection, ...]:
    """Return every section with text, in printed order; none where the report came without a machine part.

    What its sender's registers count is not in the file: there a figure waits, as in print.
    """
    sections = review.payload.prose if review.payload else ()
    return tuple(
        text_of(each.section, each.heading, each.text, review.form, review.previous).section
        for each in sections
    )
