"""The stages of a report."""

import pytest

from cchc_desktop.form.stage import Stage


@pytest.mark.parametrize("stage", Stage)
def test_figures_are_final_from_their_lock_until_the_report_comes_back(stage: Stage) -> None:
    assert stage.holds_figures == (
        stage in (Stage.LOCKED, Stage.PRESENTED, Stage.SIGNED, Stage.SUBMITTED, Stage.ACCEPTED)
    )
