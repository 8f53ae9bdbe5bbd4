"""Where files come in: chosen, dropped, or landing in a watched folder; how far it is; what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.dialogs import files
from ui.look import GRID
from ui.mailroom.watch_bar import WatchBar
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.mailroom.taking_in import TakingIn
    from ui.mailroom.watching import Watching
    from ui.remembered import Remembered

_HINT = (
    "Thả tệp, thư mục, thư .eml hoặc tệp nén .zip vào cửa sổ, hoặc chọn bằng nút bên cạnh. Mọi tệp đều được "
    "kiểm tra trước; một tệp hỏng không cản những tệp khác."
)
_KIND = "received"


class IntakeHead(QWidget):
    """Asks which files, shows the progress, says in a sentence what was done."""

    def __init__(
        self,
        desk: Desk,
        remembered: Remembered,
        taking: TakingIn,
        watching: Watching,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._remembered, self._taking, self._watching = desk, remembered, taking, watching
        self.choose = QPushButton("Chọn tệp…")
        self.choose_folder = QPushButton("Chọn thư mục…")
        self.watch = QPushButton("Theo dõi thư mục…")
        self.watch.setToolTip("Nhận mọi tệp được chép vào một thư mục, chừng nào chương trình còn mở")
        self.watch_bar = WatchBar(watching, self)
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Đang nhận tệp")
        self.stop = QPushButton("Dừng")
        self.told = plain_label()
        self._arrange()
        self.choose.clicked.connect(self.choose_files)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.watch.clicked.connect(self._choose_watched)
        self.stop.clicked.connect(taking.cancel)
        taking.began.connect(self._begin)
        taking.progressed.connect(self._progress)
        taking.ended.connect(self._end)
        taking.told.connect(self.tell)
        self.setFocusProxy(self.choose)

    def choose_files(self) -> None:
        """Ask which files to receive, and receive them."""
        if chosen := files.choose_received(self, self._remembered.folder_of(_KIND)):
            self._remembered.remember_folder(_KIND, chosen[0].parent)
            self._taking.take(tuple(chosen))

    def tell(self, words: str) -> None:
        """Say what was done, or why not."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def weigh(self, *, may_write: bool) -> None:
        """Offer what can be done now."""
        for button in (self.choose, self.choose_folder, self.watch):
            button.setEnabled(may_write)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(plain_label(_HINT), 1)
        for button in (self.choose, self.choose_folder, self.watch):
            top.addWidget(button)
        self._busy = QWidget()
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self.watch_bar)
        layout.addWidget(self._busy)
        layout.addWidget(self.told)
        self._busy.hide()
        self.told.hide()

    def _choose_folder(self) -> None:
        folder = self._remembered.folder_of(_KIND) or self._desk.folder
        if chosen := files.choose_folder(self, folder, "Nhận mọi tệp trong thư mục"):
            self._remembered.remember_folder(_KIND, chosen)
            self._taking.take((chosen,))

    def _choose_watched(self) -> None:
        folder = self._watching.folder or self._desk.folder
        if chosen := files.choose_folder(self, folder, "Thư mục theo dõi"):
            self._watching.watch(chosen)

    def _begin(self) -> None:
        self._busy.show()
        self.progress.setRange(0, 0)

    def _progress(self, done: int, count: int) -> None:
        self.progress.setRange(0, count)
        self.progress.setValue(done)

    def _end(self) -> None:
        self._busy.hide()
        if self.told.text().startswith("Đang"):
            self.tell("Đã dừng.")
