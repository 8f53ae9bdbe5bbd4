"""Everything the program makes, shown on a sample office."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.form import Form
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.phrases import report_title
from cchc_desktop.office.samples.samples import SUFFIX, make_sample
from cchc_desktop.office.writing import write_whole
from cchc_desktop.rules.finding import Finding
from cchc_desktop.storage.file import journal_of


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made of a sample office's latest report."""

    title: str
    form: Form
    findings: tuple[Finding, ...]
    written: tuple[Path, ...]
    """The office file, the Word report, the exchange file."""


def demonstrate(sample: str, folder: Path) -> Demonstration:
    """Write a sample's office file, Word report and exchange file into the folder, in place of older ones."""
    with TemporaryDirectory() as scratch:
        made = make_sample(sample, Path(scratch) / f"{sample}{SUFFIX}")
        target = folder / made.name
        _forget_cut_off_write(target)
        file = write_whole(target, made.read_bytes())
    with Office.open(file) as office:
        period = office.reports()[0].period
        report = office.report(period)
        word = write_word_report(office, period, folder / f"{sample}-{period}.docx")
        exported = write_exchange_file(office, period, folder)
        return Demonstration(
            title=f"{office.profile.name}: {report_title(period)}",
            form=report.form,
            findings=report.findings,
            written=(file, word, exported.path),
        )


def _forget_cut_off_write(file: Path) -> None:
    """Take away what an older demonstration, killed in the middle, left to be played back into its file."""
    try:
        journal_of(file).unlink(missing_ok=True)
    except OSError as error:
        raise FileRefused(
            f"Không bỏ được tệp {journal_of(file)} còn lại từ lần chạy trước. Hãy đóng chương trình đang mở "
            "nó rồi làm lại."
        ) from error
