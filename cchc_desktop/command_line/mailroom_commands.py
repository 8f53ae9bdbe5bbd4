"""The commands on exchange files that come and go, and what they take."""

from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, office

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from cchc_desktop.command_line.vietnamese import VietnameseParser


def add_mailroom_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands of the roads up and back."""
    receive = command(commands, "receive", "mailroom:take_in", "nhận tệp, thư mục, thư .eml, tệp nén .zip")
    office(receive)
    receive.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="tệp hoặc thư mục")
    receive.add_argument(
        "--register", action="store_true", help="thêm đơn vị chưa biết vào danh sách mà không hỏi"
    )
    json_answer(receive)
