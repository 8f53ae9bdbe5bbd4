"""The help: pages of Markdown below `resources/help`, in the order in which they are offered."""

from cchc_desktop.bundled import resource

TOPICS = (
    "bat-dau",
    "tong-quan",
    "so-lieu",
    "loi-van",
    "so-theo-doi",
    "kiem-tra",
    "bao-cao",
    "gui-nhan",
    "thu-dien-tu",
    "cap-tren",
    "xem-xet",
    "sao-luu",
    "mang-theo",
    "phat-hien",
    "hoi-dap",
)
"""The names of the pages."""
SUFFIX = ".md"


def page(topic: str) -> str:
    """Return the page as Markdown; its first line is its title."""
    return resource("help", f"{topic}{SUFFIX}").read_text(encoding="utf-8")


def title(topic: str) -> str:
    """Return the title of the page."""
    return page(topic).partition("\n")[0].removeprefix("# ")


def picture(name: str) -> bytes | None:
    """Return the picture of that name in a page (`hinh/tong-quan.png`); None where there is none."""
    file = resource("help", *name.split("/"))
    return file.read_bytes() if file.is_file() else None
