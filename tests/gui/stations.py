"""The stations of the window, in their order; tests of every page go through them."""

STATIONS = ("Tổng quan", "Số liệu", "Lời văn", "Sổ theo dõi", "Kiểm tra", "Báo cáo", "Gửi – Nhận")
