"""The commands on somebody's Word report, and what they take."""

from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, path, report

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from cchc_desktop.command_line.vietnamese import VietnameseParser


def add_word_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands that read Word reports, whoever made them."""
    audit = command(commands, "audit", "documents:look", "kiểm tra một báo cáo Word bất kỳ")
    audit.add_argument(
        "files",
        metavar="FILE",
        type=path,
        nargs="+",
        help="tệp .docx, có LibreOffice thì cả .doc, .odt; hoặc thư mục",
    )
    audit.add_argument("--template", default="", metavar="ID", help="đọc theo bộ biểu mẫu này, ví dụ X25")
    audit.add_argument("--office", metavar="F", type=path, help="kể cả bộ biểu mẫu trong tệp cơ quan này")
    audit.add_argument(
        "--comments", metavar="OUT.docx", type=path, help="ghi thêm một bản có nhận xét cạnh từng chỗ"
    )
    json_answer(audit)
    audit.set_defaults(wrong_use=audit.error)

    compare = command(
        commands, "compare", "documents:compare", "xem tệp Word đã bị sửa gì so với báo cáo trong tệp cơ quan"
    )
    report(compare)
    compare.add_argument("file", metavar="FILE", type=path, help="tệp Word đã sửa")
    compare.add_argument(
        "--take",
        nargs="+",
        default=[],
        metavar="SECTION",
        help="lấy lời văn của các mục này về báo cáo, ví dụ I.1 II.2.c; số liệu còn khớp vẫn tự cập nhật",
    )
    json_answer(compare)
