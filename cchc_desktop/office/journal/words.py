"""What the journal's subjects, fields and roads are called."""

from collections.abc import Mapping

from cchc_desktop.storage.journal import Subject
from cchc_desktop.values.source import Source

SUBJECT_WORDS: Mapping[Subject, str] = {
    Subject.ANSWER: "số liệu",
    Subject.PROSE: "lời văn mục",
    Subject.PROSE_MARK: "tình trạng mục",
    Subject.REPORT: "thông tin chung",
    Subject.COVER: "phần đầu và ký",
    Subject.OUTLINE: "đề cương",
    Subject.KEPT_FINDING: "giải trình",
    Subject.ANNEX: "phụ lục thêm",
    Subject.PROFILE: "thông tin cơ quan",
    Subject.SETTING: "thiết lập",
    Subject.REGISTER_ENTRY: "dòng sổ theo dõi",
    Subject.OFFICE_BELOW: "đơn vị",
    Subject.SPECIAL_CASE: "ngoại lệ của đơn vị",
    Subject.OWN_FIGURE: "phần số liệu của riêng cơ quan",
    Subject.KNOWN_KEY: "khóa của cơ quan",
    Subject.RECEIVED: "báo cáo nhận được",
    Subject.PACKAGE: "tệp",
    Subject.FILE: "tệp cơ quan",
}
SOURCE_WORDS: Mapping[Source, str] = {
    Source.TYPED: "nhập",
    Source.PASTED: "dán",
    Source.IMPORTED: "đọc từ tệp",
    Source.RECEIVED: "nhận từ nơi gửi",
    Source.PROPOSED: "chương trình đề xuất",
    Source.REGISTER: "lấy từ sổ theo dõi",
    Source.ROLLED_UP: "tổng hợp từ các đơn vị",
    Source.RESTORED: "khôi phục",
    Source.UNDONE: "hoàn tác",
}
"""How each road of a change is called."""

REPORT_FIELDS = {
    "period": "kỳ báo cáo",
    "template_id": "bộ biểu mẫu",
    "template_version": "phiên bản biểu mẫu",
    "window_first": "số liệu từ ngày",
    "window_last": "số liệu đến ngày",
    "deadline": "hạn gửi",
    "stage": "bước",
    "number": "số báo cáo",
    "issued": "ngày báo cáo",
}
COVER_FIELDS = {
    "place": "địa danh",
    "signing": "thẩm quyền ký",
    "signer": "người ký",
    "addressees": "nơi kính gửi",
    "recipients": "nơi nhận",
}
PROFILE_FIELDS = {
    "name": "tên cơ quan",
    "level": "cấp",
    "code": "mã cơ quan",
    "superior_name": "nơi nhận báo cáo",
    "superior_code": "mã của nơi nhận báo cáo",
    "superior_email": "thư điện tử của nơi nhận báo cáo",
    "on_behalf_of": "cơ quan chủ quản",
    "place": "địa danh",
    "notation": "ký hiệu văn bản",
    "signing": "thẩm quyền ký",
    "signer": "người ký",
    "recipients": "nơi nhận",
    "prepared_by": "người nhập",
    "is_sample": "là cơ quan mẫu",
}
PACKAGE_FIELDS = {
    "office": "đơn vị",
    "period": "kỳ báo cáo",
    "came": "lúc nhận",
    "outcome": "kết quả nhận",
}
SPECIAL_CASE_FIELDS = {"excused": "được miễn", "deadline": "hạn gửi", "reason": "lý do"}
ANNEX_FIELDS = {"title": "tên", "text": "lời", "photos": "ảnh", "place": "thứ tự"}
FILE_EVENTS = {"restored": "khôi phục từ bản sao lưu", "salvaged": "lập lại từ tệp hỏng"}
