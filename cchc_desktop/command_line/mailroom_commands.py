"""The commands on exchange files that come and go, and what they take."""

from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import (
    LEVELS,
    command,
    json_answer,
    office,
    path,
    period,
    report,
    written_count,
    written_period,
)

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from cchc_desktop.command_line.vietnamese import VietnameseParser


def add_mailroom_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands of the roads up and back."""
    _coming(commands)
    _packages(commands)
    _signing(commands)
    _sending(commands)
    _asking_around(commands)
    _from_above(commands)
    _answers(commands)


def _coming(commands: "_SubParsersAction[VietnameseParser]") -> None:
    receive = command(commands, "receive", "mailroom:take_in", "nhận tệp, thư mục, thư .eml, tệp nén .zip")
    office(receive)
    receive.add_argument("paths", nargs="*", metavar="PATH", type=path, help="tệp hoặc thư mục")
    receive.add_argument(
        "--watch", metavar="DIR", type=path, help="theo dõi thư mục này, nhận mọi tệp đến, cho đến Ctrl+C"
    )
    receive.add_argument(
        "--every", default=5, metavar="S", type=written_count, help="số giây giữa hai lần xem (5)"
    )
    receive.add_argument(
        "--register", action="store_true", help="thêm đơn vị chưa biết vào danh sách mà không hỏi"
    )
    receive.set_defaults(wrong_use=receive.error)
    json_answer(receive)

    decide = command(commands, "decide", "mailroom:decide", "chọn nhận thế nào một tệp đang chờ xem")
    office(decide)
    decide.add_argument("package", metavar="ID", type=int, help="số của tệp, xem bằng cchc packages")
    decide.add_argument(
        "--take",
        default="sheet",
        choices=("payload", "sheet"),
        help="ô khác nhau lấy ở phần máy đọc hay trang tính",
    )
    decide.add_argument(
        "--cell", default=[], action="append", metavar="KEY=VALUE", help="chọn riêng một ô; lặp lại được"
    )
    decide.add_argument("--from", dest="sender", default="", metavar="OFFICE", help="đơn vị đã gửi tệp")
    decide.add_argument("--set-aside", action="store_true", help="không dùng tệp này")
    decide.add_argument("--reason", required=True, metavar="T", help="lý do")
    decide.set_defaults(wrong_use=decide.error)
    json_answer(decide)


def _packages(commands: "_SubParsersAction[VietnameseParser]") -> None:
    packages = command(commands, "packages", "packages:packages", "các tệp đã nhận và đã gửi")
    office(packages)
    packages.add_argument("--period", type=written_period, metavar="P", help="chỉ của kỳ báo cáo này")
    packages.add_argument("--waiting", action="store_true", help="chỉ các tệp đang chờ xem")
    packages.add_argument(
        "--asked", default=0, metavar="ID", type=int, help="các ô của tệp này: đọc được gì, chắc đến đâu"
    )
    packages.add_argument(
        "--decided", default=0, metavar="ID", type=int, help="những ô của tệp này mà người xem đã chọn"
    )
    packages.add_argument("--write", default=0, metavar="ID", type=int, help="ghi lại tệp này ra thư mục")
    packages.add_argument("--out", metavar="DIR", type=path, help="thư mục ghi")
    json_answer(packages)


def _signing(commands: "_SubParsersAction[VietnameseParser]") -> None:
    report(command(commands, "present", "sending:step", "ghi nhận báo cáo đang trình ký"))

    sign = command(commands, "sign", "sending:step", "ghi nhận báo cáo đã ký")
    report(sign)
    sign.add_argument("--number", required=True, metavar="N", help="số văn bản")
    sign.add_argument("--date", required=True, metavar="D", help="ngày ban hành, 2026-09-15")
    sign.add_argument("--signer", default="", metavar="N", help="tên người ký")
    sign.add_argument("--paper", metavar="FILE.pdf", type=path, help="bản PDF đã ký hoặc bản quét")

    back = command(commands, "back", "sending:step", "lùi báo cáo một bước (đã ký, trình ký, đã gửi)")
    report(back)
    back.add_argument("--reason", required=True, metavar="T", help="lý do")


def _sending(commands: "_SubParsersAction[VietnameseParser]") -> None:
    submit = command(commands, "submit", "sending:send", "ghi các tệp để gửi lên và lời thư")
    report(submit)
    submit.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    submit.add_argument("--reason", default="", metavar="T", help="lý do gửi lại")
    submit.add_argument("--word", action="store_true", help="ghi kèm báo cáo Word")
    submit.add_argument("--eml", action="store_true", help="ghi thêm thư nháp .eml")
    json_answer(submit)

    where = command(commands, "where", "sending:where", "báo cáo đang ở đâu, với ai, từ bao giờ")
    report(where)
    json_answer(where)

    comments = command(commands, "comments", "sending:comments", "góp ý của cơ quan nhận khi trả lại báo cáo")
    report(comments)
    comments.add_argument("--done", nargs="+", default=[], type=int, metavar="N", help="các góp ý đã xử lý")
    json_answer(comments)


def _asking_around(commands: "_SubParsersAction[VietnameseParser]") -> None:
    ask = command(commands, "contribution", "sending:contribution", "ghi phiếu hỏi số liệu một người khác")
    report(ask)
    ask.add_argument("rows", nargs="+", metavar="KEY", help="mã dòng, hoặc mã phụ lục như PL4")
    ask.add_argument("--to", required=True, metavar="N", help="người được hỏi")
    ask.add_argument("--text", default="", metavar="T", help="lời nhắn")
    ask.add_argument("--due", default="", metavar="D", help="gửi lại trước ngày")
    ask.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    json_answer(ask)

    handover = command(commands, "handover", "sending:copy", "chép tệp cơ quan để bàn giao hoặc để hỗ trợ")
    office(handover)
    handover.add_argument("--out", required=True, metavar="FILE", type=path, help="tệp sẽ ghi")
    handover.add_argument("--support", action="store_true", help="bản để hỗ trợ, không có khóa ký")


def _from_above(commands: "_SubParsersAction[VietnameseParser]") -> None:
    request = command(commands, "request", "reviewing:ask", "ghi yêu cầu báo cáo gửi các đơn vị")
    report(request)
    request.add_argument("--level", default="commune", choices=LEVELS, help="cấp của các đơn vị")
    request.add_argument("--templates", default="", metavar="ID", help="dùng bộ biểu mẫu này")
    request.add_argument("--from", dest="first", default="", metavar="D", help="ngày đầu tính số liệu")
    request.add_argument("--to", dest="last", default="", metavar="D", help="ngày cuối tính số liệu")
    request.add_argument("--due", default="", metavar="D", help="hạn gửi")
    request.add_argument("--text", default="", metavar="T", help="nội dung yêu cầu")
    request.add_argument(
        "--findings",
        default="warned",
        choices=("ignored", "warned", "stop"),
        help="phát hiện chưa xử lý khi gửi",
    )
    request.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    json_answer(request)

    accept = command(commands, "accept", "reviewing:take", "tiếp nhận báo cáo đã nhận")
    report(accept)
    _offices(accept)
    accept.add_argument("--undo", action="store_true", help="lùi về “Đã nhận”")
    accept.add_argument("--reason", default="", metavar="T", help="lý do lùi")
    json_answer(accept)

    arrived = command(
        commands, "arrived", "reviewing:correct", "sửa thời điểm đã nhận báo cáo của một đơn vị"
    )
    report(arrived)
    arrived.add_argument("--from", dest="below", required=True, metavar="OFFICE", help="đơn vị: mã hoặc tên")
    arrived.add_argument("--at", required=True, metavar="T", help="thời điểm, 2026-09-15T08:30")
    arrived.add_argument("--reason", required=True, metavar="T", help="lý do")


def _answers(commands: "_SubParsersAction[VietnameseParser]") -> None:
    back = command(commands, "return", "reviewing:send_back", "trả lại báo cáo kèm góp ý")
    report(back)
    back.add_argument("--from", dest="below", required=True, metavar="OFFICE", help="đơn vị: mã hoặc tên")
    back.add_argument("--cell", default=[], action="append", metavar="KEY=TEXT", help="góp ý tại một ô")
    back.add_argument("--section", default=[], action="append", metavar="ID=TEXT", help="góp ý tại một mục")
    back.add_argument(
        "--passage",
        default=[],
        action="append",
        nargs=3,
        metavar=("ID", "QUOTE", "TEXT"),
        help="góp ý tại một đoạn: mã mục, lời của đoạn, cần sửa gì",
    )
    back.add_argument("--text", default="", metavar="T", help="góp ý chung")
    back.add_argument("--due", default="", metavar="D", help="gửi lại trước ngày")
    back.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    json_answer(back)

    receipt = command(commands, "receipt", "reviewing:confirm", "ghi biên nhận cho các đơn vị")
    report(receipt)
    _offices(receipt)
    receipt.add_argument("--text", default="", metavar="T", help="lời nhắn")
    receipt.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục ghi tệp")
    json_answer(receipt)

    samples = command(
        commands, "sample-offices", "samples:make", "ghi tệp trao đổi của các đơn vị mẫu để làm thử"
    )
    samples.add_argument("--count", required=True, metavar="N", type=written_count, help="số đơn vị")
    period(samples)
    samples.add_argument("--seed", default=1, metavar="S", type=int, help="cùng số thì cùng tệp")
    samples.add_argument("--trouble", action="store_true", help="thêm tệp trễ hạn, bị sửa, giả, hỏng")
    samples.add_argument("folder", metavar="DIR", type=path, help="thư mục ghi tệp")


def _offices(parser: "VietnameseParser") -> None:
    parser.add_argument(
        "--from",
        dest="offices",
        nargs="+",
        default=[],
        metavar="OFFICE",
        help="đơn vị: mã hoặc tên; không nói: mọi đơn vị",
    )
