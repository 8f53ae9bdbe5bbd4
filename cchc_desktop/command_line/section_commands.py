"""The commands on the outline of a report, and what they take."""

from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, report
from cchc_desktop.command_line.vietnamese import VietnameseParser

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_section_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands on the sections of a report's outline."""
    about = "đề cương của một báo cáo: thêm, đổi tên, ẩn, sắp lại các mục lời văn"
    commands.add_parser("sections", help=about, prog="cchc sections").later(_actions)


def _actions(sections: VietnameseParser) -> None:
    actions = sections.add_subparsers(dest="action", required=True, metavar="VIỆC", title="các việc")
    _action(actions, "list", "listing", "xem các mục, kể cả mục đang ẩn")

    add = _action(actions, "add", "add", "thêm một mục của cơ quan")
    add.add_argument("after", metavar="ID", help="mục đứng ngay trước, ví dụ II.1")
    add.add_argument("heading", metavar="HEADING", help="tên mục, không ghi số")
    add.add_argument("--below", action="store_true", help="làm mục con của mục đó")

    rename = _action(actions, "rename", "rename", "đổi tên một mục")
    rename.add_argument("id", metavar="ID", help="mã mục, ví dụ II.1")
    rename.add_argument("heading", metavar="HEADING", help="tên mới; “” thì lấy lại tên của bộ biểu mẫu")

    hide = _action(actions, "hide", "hide", "ẩn một mục và các mục con")
    hide.add_argument("id", metavar="ID", help="mã mục, ví dụ II.1")
    hide.add_argument("--with-text", action="store_true", help="ẩn cả khi đã có lời văn")

    move = _action(actions, "move", "move", "đưa một mục lên hoặc xuống")
    move.add_argument("id", metavar="ID", help="mã mục, ví dụ II.1")
    move.add_argument("way", choices=("up", "down"), help="up: lên; down: xuống")

    for name, what in (("show", "hiện lại một mục đang ẩn"), ("remove", "bỏ một mục tự thêm, chưa có lời")):
        _action(actions, name, name, what).add_argument("id", metavar="ID", help="mã mục")


def _action(
    actions: "_SubParsersAction[VietnameseParser]", name: str, run: str, about: str
) -> VietnameseParser:
    parser = command(actions, name, f"sections:{run}", about, "cchc sections")
    report(parser)
    json_answer(parser)
    return parser
