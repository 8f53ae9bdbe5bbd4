"""The commands on a report's further appendices, and what they take."""

from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, path, report

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from cchc_desktop.command_line.vietnamese import VietnameseParser

_KEY = "mã phụ lục, ví dụ pl1"


def add_annex_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands on appendices of the office's own: lists and photos."""
    about = "phụ lục thêm của một báo cáo: danh sách, bảng, ảnh"
    commands.add_parser("annex", help=about, prog="cchc annex").later(_actions)


def _actions(annexes: "VietnameseParser") -> None:
    actions = annexes.add_subparsers(dest="action", required=True, metavar="VIỆC", title="các việc")
    _action(actions, "list", "listing", "xem các phụ lục thêm")

    add = _action(actions, "add", "add", "thêm một phụ lục")
    add.add_argument("title", metavar="TITLE", help="tên phụ lục, không ghi số")
    add.add_argument("file", metavar="FILE", nargs="?", type=path, help="tệp UTF-8, viết như lời văn")

    put = _action(actions, "set", "put", "sửa tên, nội dung hoặc thứ tự một phụ lục")
    put.add_argument("key", metavar="KEY", help=_KEY)
    put.add_argument("--title", metavar="T", help="tên mới")
    put.add_argument("--file", metavar="FILE", type=path, help="tệp nội dung mới, UTF-8")
    put.add_argument("--place", metavar="N", type=int, help="đứng thứ mấy trong các phụ lục thêm")

    _action(actions, "remove", "remove", "bỏ một phụ lục").add_argument("key", metavar="KEY", help=_KEY)

    photo = _action(actions, "photo", "photo", "thêm một ảnh JPEG hoặc PNG vào cuối phụ lục")
    photo.add_argument("key", metavar="KEY", help=_KEY)
    photo.add_argument("file", metavar="FILE", type=path, help="tệp ảnh, nhiều nhất 5 MB")
    photo.add_argument("--caption", default="", metavar="T", help="lời dưới ảnh")

    caption = _action(actions, "caption", "caption", "sửa lời dưới một ảnh")
    for parser in (caption, _action(actions, "unphoto", "unphoto", "bỏ một ảnh khỏi phụ lục")):
        parser.add_argument("key", metavar="KEY", help=_KEY)
        parser.add_argument("number", metavar="N", type=int, help="ảnh thứ mấy, đếm từ 1")
    caption.add_argument("caption", metavar="T", help="lời mới")


def _action(
    actions: "_SubParsersAction[VietnameseParser]", name: str, run: str, about: str
) -> "VietnameseParser":
    parser = command(actions, name, f"annexes:{run}", about, "cchc annex")
    report(parser)
    json_answer(parser)
    return parser
