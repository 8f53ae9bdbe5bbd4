"""Which commands there are and what they take. What a command does is loaded only when it is called."""

from argparse import Namespace, _SubParsersAction
from collections.abc import Callable
from importlib import import_module

from cchc_desktop.command_line.annex_commands import add_annex_commands
from cchc_desktop.command_line.mailroom_commands import add_mailroom_commands
from cchc_desktop.command_line.options import LEVELS, path, written_period
from cchc_desktop.command_line.options import command as _command
from cchc_desktop.command_line.options import json_answer as _json
from cchc_desktop.command_line.options import office as _office
from cchc_desktop.command_line.options import period as _period
from cchc_desktop.command_line.options import report as _report
from cchc_desktop.command_line.options import verbose as _verbose
from cchc_desktop.command_line.options import version as _version
from cchc_desktop.command_line.register_commands import add_register_commands
from cchc_desktop.command_line.section_commands import add_section_commands
from cchc_desktop.command_line.template_commands import add_template_commands
from cchc_desktop.command_line.totals_commands import add_totals_commands
from cchc_desktop.command_line.vietnamese import VietnameseParser
from cchc_desktop.command_line.word_commands import add_word_commands

Command = Callable[[Namespace], int]
_AUTHORITIES = ("TM.", "KT.", "TL.", "TUQ.", "Q.")
_PROSE = (
    "Mỗi dòng là một đoạn; “- ” mở một mục liệt kê, “### ” mở một tiêu đề nhỏ, **đậm**, *nghiêng*, bảng kẻ "
    "bằng dấu |. {PL2.1} in số liệu của dòng, {PL2.1 dv} kèm đơn vị, {PL2.1 sosanh} so với kỳ trước, "
    "{PL2.1 @truoc} là số kỳ trước, {A - B} và {A / B %} là phép tính, {SO.TH.LOP} đếm từ sổ; "
    "{{ in dấu ngoặc. [^vb1] trích văn bản trong sổ, [^1] gọi lời chú viết ở dòng "
    "“[^1]: …”. “::: biểu đồ cột: tên” ngay trên một bảng thì vẽ bảng đó. Mọi chữ khác in như đã gõ."
)


def build_parser() -> VietnameseParser:
    """Return the parser of `cchc`."""
    parser = VietnameseParser(
        "cchc", "Báo cáo cải cách hành chính bằng dòng lệnh; mọi việc của cửa sổ đều làm được."
    )
    _verbose(parser, default=False)
    _version(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="các lệnh")
    _office_commands(commands)
    _report_commands(commands)
    _figure_commands(commands)
    _state_commands(commands)
    _prose_command(commands)
    _file_commands(commands)
    _keeping_commands(commands)
    add_template_commands(commands)
    add_register_commands(commands)
    add_section_commands(commands)
    add_annex_commands(commands)
    add_word_commands(commands)
    add_totals_commands(commands)
    add_mailroom_commands(commands)
    _command(commands, "self-test", "self_test:self_test", "thử xem chương trình có đủ mọi phần không")
    return parser


def command_of(arguments: Namespace) -> Command:
    """Return the function that carries the command out."""
    module, _, function = str(arguments.run).partition(":")
    found: Command = getattr(import_module(f"cchc_desktop.command_line.{module}"), function)
    return found


def _office_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    demo = _command(commands, "demo", "offices:demo", "lập cơ quan mẫu, báo cáo Word và tệp trao đổi")
    demo.add_argument("folder", metavar="DIR", type=path, help="thư mục ghi kết quả")
    demo.add_argument(
        "--sample", default="huong-tra", metavar="NAME", help="tên mẫu: huong-tra hoặc phuong-mau"
    )

    init = _command(commands, "init", "offices:init", "tạo tệp cơ quan mới")
    _office(init)
    init.add_argument("--name", required=True, metavar="N", help="tên cơ quan, ví dụ “UBND phường Mẫu”")
    init.add_argument("--level", required=True, choices=LEVELS, help="cấp của cơ quan")
    init.add_argument("--code", default="", metavar="C", help="mã cơ quan, ví dụ H52.101.114")
    init.add_argument("--superior", default="", metavar="N", help="cơ quan nhận báo cáo")
    init.add_argument("--on-behalf-of", default="", metavar="N", help="dòng trên tên cơ quan ở đầu văn bản")
    init.add_argument("--place", default="", metavar="N", help="địa danh ghi trước ngày tháng")
    init.add_argument("--prepared-by", default="", metavar="N", help="tên người nhập số liệu")
    init.add_argument(
        "--authority", default="", choices=_AUTHORITIES, help="thẩm quyền ký; thủ trưởng ký: TM."
    )
    init.add_argument(
        "--position", default="", metavar="N", help="chức vụ người ký thay, ví dụ “Phó Chủ tịch”"
    )
    init.add_argument("--head", default="", metavar="N", help="chức danh thủ trưởng, ví dụ “Giám đốc”")
    init.add_argument(
        "--recipient", default=[], action="append", metavar="N", help="một dòng Nơi nhận; lặp lại được"
    )
    init.add_argument("--signer", default="", metavar="N", help="tên người ký")
    init.add_argument("--templates", default="", metavar="ID", help="giữ sẵn bộ biểu mẫu này trong tệp")

    settings = _command(commands, "settings", "settings:settings", "xem hoặc đổi các cài đặt của cơ quan")
    _office(settings)
    settings.add_argument(
        "choices", nargs="*", metavar="NAME=CHOICE", help="cài đặt và lựa chọn, ví dụ decimals=1"
    )
    _json(settings)


def _report_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    new = _command(commands, "new", "offices:new", "lập báo cáo cho một kỳ")
    _office(new)
    _period(new)
    new.add_argument(
        "--from", dest="first", default="", metavar="D", help="ngày đầu tính số liệu, 2026-06-15"
    )
    new.add_argument("--to", dest="last", default="", metavar="D", help="ngày cuối tính số liệu, 2026-09-14")
    new.add_argument("--templates", default="", metavar="ID", help="dùng bộ biểu mẫu này")


def _figure_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    put = _command(commands, "set", "figures:put", "ghi một số liệu")
    _report(put)
    put.add_argument("key", metavar="KEY", help="mã dòng, ví dụ PL2.1")
    put.add_argument("value", metavar="VALUE", help="số, kps, ktq, bcs, hoặc “” để xóa")
    put.add_argument("--reason", default="", metavar="T", help="lý do thay số do chương trình tính")
    put.add_argument("--note", metavar="T", help="ghi chú của dòng")

    fill = _command(
        commands, "fill", "figures:fill", "đọc số liệu từ tệp .tsv, .csv, .xlsx hoặc báo cáo Word"
    )
    _report(fill)
    fill.add_argument("file", metavar="FILE", type=path, help="tệp số liệu")
    fill.add_argument("--thousands", default="", choices=(".", ","), help="dấu tách hàng nghìn trong tệp")
    _json(fill)

    show = _command(commands, "show", "figures:show", "xem số liệu")
    _report(show)
    _json(show)

    check = _command(commands, "check", "figures:check", "kiểm tra số liệu")
    _report(check)
    _json(check)

    keep = _command(commands, "keep", "figures:keep", "giải trình một phát hiện, hoặc bỏ lời giải trình")
    _report(keep)
    keep.add_argument("code", metavar="CODE", help="mã phát hiện, ví dụ R9-PL2.4.1")
    keep.add_argument("reason", metavar="REASON", help="lý do giữ nguyên; “” thì bỏ lời giải trình")


def _state_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    _report(_command(commands, "checked", "locking:checked", "ghi “Đã kiểm tra” khi không còn gì phải sửa"))
    _report(_command(commands, "lock", "locking:close", "chốt số liệu"))

    unlock = _command(commands, "unlock", "locking:reopen", "mở chốt số liệu để sửa")
    _report(unlock)
    unlock.add_argument("--reason", required=True, metavar="T", help="lý do mở")


def _prose_command(commands: "_SubParsersAction[VietnameseParser]") -> None:
    prose = _command(commands, "prose", "prose:prose", "ghi lời văn của một mục, hoặc xem lời văn")
    prose.epilog = _PROSE
    _report(prose)
    prose.add_argument("section", metavar="SECTION", nargs="?", default="", help="mã mục, ví dụ I.1")
    prose.add_argument("file", metavar="FILE", nargs="?", type=path, help="tệp văn bản UTF-8")
    prose.add_argument("--done", action="store_true", help="ghi nhận mục này đã xong")
    prose.add_argument(
        "--carry-over", action="store_true", help="chép lời văn kỳ trước vào các mục còn trống"
    )
    _json(prose)


def _file_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    report = _command(commands, "report", "files:report", "viết báo cáo Word")
    _report(report)
    report.add_argument("--out", required=True, metavar="FILE.docx", type=path, help="tệp Word sẽ ghi")

    export = _command(commands, "export", "files:export", "viết tệp trao đổi để gửi lên")
    _report(export)
    export.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    _json(export)

    inspect = _command(commands, "inspect", "files:inspect", "xem và kiểm tra một tệp trao đổi")
    inspect.add_argument("file", metavar="FILE", type=path, help="tệp .xlsx nhận được")
    inspect.add_argument("--office", metavar="F", type=path, help="tệp cơ quan đã biết khóa của nơi gửi")
    _json(inspect)


def _keeping_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    backup = _command(commands, "backup", "keeping:backup", "sao lưu tệp cơ quan")
    _office(backup)
    backup.add_argument(
        "--out", metavar="DIR", type=path, help="thư mục sao lưu; nếu không nói: sao-luu cạnh tệp"
    )
    backup.add_argument("--list", action="store_true", help="chỉ liệt kê các bản sao lưu đang có")
    _json(backup)

    restore = _command(commands, "restore", "keeping:put_back", "khôi phục tệp cơ quan từ một bản sao lưu")
    _office(restore)
    restore.add_argument("backup", metavar="BACKUP", type=path, help="bản sao lưu")

    verify = _command(commands, "verify", "keeping:look", "kiểm tra tệp cơ quan có nguyên vẹn không")
    _office(verify)
    _json(verify)

    salvage = _command(
        commands, "salvage", "keeping:salvage", "đọc những gì còn đọc được của tệp cơ quan bị hỏng"
    )
    _office(salvage)
    salvage.add_argument("--out", required=True, metavar="FILE", type=path, help="tệp cơ quan mới sẽ ghi")
    _json(salvage)

    journal = _command(commands, "journal", "keeping:journal", "nhật ký: ai đã thay đổi gì, lúc nào, vì sao")
    _office(journal)
    journal.add_argument(
        "--period", metavar="P", type=written_period, help="chỉ những thay đổi của báo cáo này"
    )
    journal.add_argument("--out", metavar="FILE", type=path, help="ghi ra tệp .xlsx hoặc .csv")
    _json(journal)
