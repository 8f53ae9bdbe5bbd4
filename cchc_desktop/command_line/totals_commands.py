"""The commands of an office that receives reports: its list of offices, who stands where, totals."""

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, office, path, report, written_period

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from cchc_desktop.command_line.vietnamese import VietnameseParser

_WHO = "mã như dv3, mã cơ quan, hoặc đúng tên đơn vị"
_DAY = "ngày, ví dụ 01/7/2025"


def add_totals_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add `offices`, `status`, `rollup` and `dump`."""
    _offices(commands)
    _status(commands)
    _rollup(commands)

    dump = command(commands, "dump", "dump:dump", "ghi toàn bộ số liệu thành bảng để nơi khác phân tích")
    office(dump)
    dump.add_argument("--format", default="csv", choices=("csv", "sqlite", "parquet"), help="dạng tệp")
    dump.add_argument("folder", metavar="DIR", type=path, help="thư mục ghi tệp")
    json_answer(dump)


def _status(commands: "_SubParsersAction[VietnameseParser]") -> None:
    status = command(commands, "status", "status:status", "xem đơn vị nào đã gửi, chưa gửi, gửi muộn")
    office(status)
    status.add_argument(
        "--period",
        action="append",
        default=[],
        type=written_period,
        metavar="P",
        help="kỳ báo cáo, lặp lại được; không nêu: mọi kỳ",
    )
    status.add_argument("--group", default="", metavar="G", help="chỉ một nhóm đơn vị")
    status.add_argument("--remind", action="store_true", help="thêm lời nhắc các đơn vị còn thiếu")
    status.add_argument("--out", metavar="FILE.xlsx", type=path, help="ghi bảng ra tệp")
    json_answer(status)


def _rollup(commands: "_SubParsersAction[VietnameseParser]") -> None:
    rollup = command(commands, "rollup", "rollup:rollup", "tổng hợp số liệu các đơn vị đã gửi")
    report(rollup)
    rollup.add_argument("--accepted", action="store_true", help="chỉ tính báo cáo đã tiếp nhận")
    rollup.add_argument("--group", default="", metavar="G", help="chỉ một nhóm đơn vị")
    rollup.add_argument("--take", action="store_true", help="lấy tổng vào báo cáo của cơ quan")
    rollup.add_argument(
        "--own",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="phần riêng của cơ quan trong tổng",
    )
    rollup.add_argument(
        "--annex",
        default="",
        choices=("status", "ranking", "groups"),
        help="ghi phụ lục vào báo cáo: tình hình gửi; hoặc với --by: từng đơn vị, theo nhóm đơn vị",
    )
    rollup.set_defaults(wrong_use=rollup.error)
    rollup.add_argument("--by", default="", metavar="KEY", help="xem từng đơn vị của một dòng")
    json_answer(rollup)


def _offices(commands: "_SubParsersAction[VietnameseParser]") -> None:
    offices = command(commands, "offices", "offices_below:listing", "danh sách đơn vị gửi báo cáo lên đây")
    offices.add_argument("--office", default=None, metavar="F", type=path, help="tệp cơ quan")
    offices.set_defaults(wrong_use=offices.error)
    offices.add_argument("--period", type=written_period, metavar="P", help="chỉ đơn vị phải gửi của kỳ này")
    offices.add_argument("--group", default="", metavar="G", help="chỉ một nhóm đơn vị")
    json_answer(offices)
    offices.later(_actions)


def _actions(offices: "VietnameseParser") -> None:
    actions = offices.add_subparsers(dest="action", metavar="VIỆC", title="các việc")
    _action(actions, "list", "listing", "xem danh sách")

    add = _action(actions, "add", "add", "thêm một đơn vị")
    add.add_argument("values", nargs="+", metavar="COLUMN=VALUE", help="tên hoặc nhãn cột, rồi giá trị")

    put = _action(actions, "set", "put", "sửa một đơn vị")
    put.add_argument("id", metavar="OFFICE", help=_WHO)
    put.add_argument("values", nargs="+", metavar="COLUMN=VALUE", help="giá trị để trống thì xóa ô đó")

    _changing(actions)
    _exception(actions)
    take_in = _action(actions, "import", "take_in", "đọc danh sách từ tệp .xlsx, .csv hoặc .tsv")
    take_in.add_argument("file", metavar="FILE", type=path, help="tệp danh sách, dòng đầu là tên cột")
    take_in.add_argument(
        "--dates", default="", choices=("dmy", "mdy"), help="tệp ghi ngày trước (dmy) hay tháng trước (mdy)"
    )
    take_in.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay đổi gì, không ghi")

    export = _action(actions, "export", "export", "ghi danh sách ra tệp .xlsx hoặc .csv")
    export.add_argument("--out", required=True, metavar="FILE", type=path, help="tệp sẽ ghi")


def _changing(actions: "_SubParsersAction[VietnameseParser]") -> None:
    """What happens to offices over the years."""
    merge = _action(actions, "merge", "merge", "nhập các đơn vị thành một đơn vị mới")
    merge.add_argument("ids", nargs="+", metavar="OFFICE", help=_WHO)
    merge.add_argument("--name", required=True, metavar="N", help="tên đơn vị mới")
    merge.add_argument("--code", default="", metavar="C", help="mã cơ quan của đơn vị mới")
    merge.add_argument("--on", required=True, metavar="D", help=_DAY)

    rename = _action(actions, "rename", "rename", "đổi tên một đơn vị từ một ngày")
    rename.add_argument("id", metavar="OFFICE", help=_WHO)
    rename.add_argument("--name", required=True, metavar="N", help="tên mới")
    rename.add_argument("--on", required=True, metavar="D", help=_DAY)

    end = _action(actions, "end", "end", "ghi ngày cuối của một đơn vị không còn")
    end.add_argument("id", metavar="OFFICE", help=_WHO)
    end.add_argument("--on", required=True, metavar="D", help=_DAY)

    remove = _action(actions, "remove", "remove", "xóa đơn vị chưa gửi gì khỏi danh sách")
    remove.add_argument("ids", nargs="+", metavar="OFFICE", help=_WHO)


def _exception(actions: "_SubParsersAction[VietnameseParser]") -> None:
    agree = _action(actions, "agree", "agree", "ghi ngoại lệ của một đơn vị cho một kỳ; không nêu gì thì bỏ")
    agree.add_argument("id", metavar="OFFICE", help=_WHO)
    agree.add_argument("--excused", action="store_true", help="được miễn gửi")
    agree.add_argument("--deadline", default="", metavar="D", help="hạn riêng")
    agree.add_argument("--reason", default="", metavar="T", help="lý do")


def _action(
    actions: "_SubParsersAction[VietnameseParser]", name: str, run: str, about: str
) -> "VietnameseParser":
    """Return the parser of an action; what was said before it stands."""
    parser = command(actions, name, f"offices_below:{run}", about, "cchc offices")
    parser.add_argument("--period", default=SUPPRESS, type=written_period, metavar="P", help=SUPPRESS)
    parser.add_argument("--group", default=SUPPRESS, metavar="G", help=SUPPRESS)
    parser.add_argument("--office", default=SUPPRESS, metavar="F", type=path, help="tệp cơ quan")
    parser.add_argument("--json", action="store_true", default=SUPPRESS, help="in kết quả dạng JSON")
    return parser
