"""The commands on the registers, and what they take."""

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, path, period, written_period
from cchc_desktop.command_line.vietnamese import VietnameseParser

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_REGISTERS = "tên sổ: documents, tasks, inspections, surveys, outreach, initiatives, contacts"


def add_register_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands on the lists that an office keeps."""
    about = "sổ theo dõi: văn bản, nhiệm vụ, kiểm tra, khảo sát, danh bạ"
    registers = commands.add_parser("register", help=about, prog="cchc register")
    registers.add_argument("--office", default=None, metavar="F", type=path, help="tệp cơ quan")
    registers.later(_actions)


def _actions(registers: VietnameseParser) -> None:
    actions = registers.add_subparsers(dest="action", required=True, metavar="VIỆC", title="các việc")

    listing = _action(actions, "list", "listing", "xem các sổ, hoặc các dòng của một sổ")
    listing.add_argument("register", nargs="?", default="", metavar="REGISTER", help=_REGISTERS)
    listing.add_argument(
        "--search", default="", metavar="T", help="chỉ các dòng có những chữ này, không cần dấu"
    )
    _chosen_entries(listing)

    add = _action(actions, "add", "add", "thêm một dòng")
    add.add_argument("register", metavar="REGISTER", help=_REGISTERS)
    add.add_argument("values", nargs="+", metavar="COLUMN=VALUE", help="tên hoặc nhãn cột, rồi giá trị")

    put = _action(actions, "set", "put", "sửa một dòng")
    put.add_argument("id", metavar="ID", help="mã dòng, ví dụ vb12")
    put.add_argument("values", nargs="+", metavar="COLUMN=VALUE", help="giá trị để trống thì xóa ô đó")

    remove = _action(actions, "remove", "remove", "xóa các dòng")
    remove.add_argument("register", metavar="REGISTER", help=_REGISTERS)
    remove.add_argument("ids", nargs="+", metavar="ID", help="mã dòng, ví dụ vb12")

    take_in = _action(actions, "import", "take_in", "đọc các dòng từ tệp .xlsx, .csv hoặc .tsv")
    take_in.add_argument("register", metavar="REGISTER", help=_REGISTERS)
    take_in.add_argument("file", metavar="FILE", type=path, help="tệp danh sách, dòng đầu là tên cột")
    take_in.add_argument(
        "--dates", default="", choices=("dmy", "mdy"), help="tệp ghi ngày trước (dmy) hay tháng trước (mdy)"
    )
    take_in.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay đổi gì, không ghi")

    export = _action(actions, "export", "export", "ghi các dòng ra tệp .xlsx hoặc .csv")
    export.add_argument("register", metavar="REGISTER", help=_REGISTERS)
    export.add_argument("--out", required=True, metavar="FILE", type=path, help="tệp sẽ ghi")
    _chosen_entries(export)

    feed = _action(actions, "fed", "feed", "xem số liệu đếm được từ sổ cho một báo cáo")
    feed.add_argument("keys", nargs="*", metavar="KEY", help="mã dòng của biểu mẫu; để trống là mọi dòng")
    period(feed)
    feed.add_argument("--take", action="store_true", help="ghi các số đó vào báo cáo")


def _action(
    actions: "_SubParsersAction[VietnameseParser]", name: str, run: str, about: str
) -> VietnameseParser:
    parser = command(actions, name, f"registers:{run}", about, "cchc register")
    parser.add_argument("--office", default=SUPPRESS, metavar="F", type=path, help="tệp cơ quan")
    parser.set_defaults(wrong_use=parser.error)
    json_answer(parser)
    return parser


def _chosen_entries(parser: VietnameseParser) -> None:
    parser.add_argument(
        "--period", type=written_period, metavar="P", help="chỉ các dòng thuộc kỳ báo cáo này"
    )
    parser.add_argument("--sort", default="", metavar="COLUMN", help="xếp theo cột này")
