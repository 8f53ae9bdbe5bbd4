"""The commands on form sets, and what they take."""

from typing import TYPE_CHECKING

from cchc_desktop.command_line.options import command, json_answer, office, path
from cchc_desktop.command_line.vietnamese import VietnameseParser

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_template_commands(commands: "_SubParsersAction[VietnameseParser]") -> None:
    """Add the commands on form sets: those that are shipped, an office's own, drafts."""
    sets = commands.add_parser("templates", help="bộ biểu mẫu", prog="cchc templates")
    sets.later(_actions)


def _actions(sets: VietnameseParser) -> None:
    actions = sets.add_subparsers(dest="action", required=True, metavar="VIỆC", title="các việc")

    listing = command(actions, "list", "templates:listing", "liệt kê các bộ biểu mẫu", "cchc templates")
    listing.add_argument("--office", metavar="F", type=path, help="kể cả bộ trong tệp cơ quan này")
    json_answer(listing)

    show = command(actions, "show", "templates:show", "xem một bộ biểu mẫu", "cchc templates")
    show.add_argument("id", metavar="ID", help="mã bộ, ví dụ X25")
    show.add_argument("--office", metavar="F", type=path, help="tìm cả trong tệp cơ quan này")
    json_answer(show)

    check = command(actions, "check", "templates:check", "kiểm tra một thư mục bộ biểu mẫu", "cchc templates")
    check.add_argument("folder", metavar="DIR", type=path, help="thư mục của bộ")
    json_answer(check)

    install = command(actions, "install", "templates:install", "đưa một bộ vào tệp cơ quan", "cchc templates")
    office(install)
    install.add_argument("folder", metavar="DIR", type=path, help="thư mục của bộ")

    export = command(actions, "export", "templates:export", "ghi một bộ ra thư mục", "cchc templates")
    export.add_argument("id", metavar="ID", help="mã bộ, ví dụ X25")
    export.add_argument("--office", metavar="F", type=path, help="tìm cả trong tệp cơ quan này")
    export.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục sẽ ghi")

    draft = command(
        actions, "from", "templates:draft", "lập bản nháp bộ biểu mẫu từ biểu có sẵn", "cchc templates"
    )
    draft.add_argument("file", metavar="FILE", type=path, help="biểu mẫu .docx hoặc .xlsx, trống hay đã điền")
    draft.add_argument("--out", required=True, metavar="DIR", type=path, help="thư mục sẽ ghi")
    draft.add_argument(
        "--like", default="", metavar="SET", help="giữ khóa của bộ này; nếu không nói: bộ gần nhất"
    )
    draft.add_argument("--office", metavar="F", type=path, help="tìm cả trong tệp cơ quan này")
    json_answer(draft)
