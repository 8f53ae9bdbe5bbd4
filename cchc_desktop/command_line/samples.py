"""The command that makes files of sample offices."""

from argparse import Namespace

from cchc_desktop.command_line.output import DONE, say
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.values.period import Period


def make(arguments: Namespace) -> int:
    """`sample-offices`: exchange files of sample offices."""
    made = write_sample_offices(
        arguments.folder,
        arguments.count,
        Period.read(arguments.period),
        arguments.seed,
        with_trouble=arguments.trouble,
    )
    lines = [f"Đã ghi {len(made.good)} tệp của đơn vị mẫu (SỐ LIỆU MẪU) vào {arguments.folder}."]
    if made.trouble:
        lines.append(f"Thêm {len(made.trouble)} tệp trễ hạn, bị sửa, giả và hỏng.")
    say(lines)
    return DONE
