"""A set as files: what a folder may hold, and the fingerprint of its content."""

from pathlib import Path

import pytest

from cchc_desktop.template.files import LARGEST_FILE, MOST_FILES, digest, template_files
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.template.reader import problems, read_files, read_template
from tests.unit.template.a_set import small_set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in small_set().items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def reason(folder: Path) -> tuple[str, str]:
    (problem,) = problems(folder)
    return problem.file, problem.reason


def with_content(name: str, content: bytes) -> str:
    with pytest.raises(TemplateRefused) as refused:
        read_files({**small_set(), name: content})
    assert refused.value.file == name
    return refused.value.reason


def test_a_folder_is_the_same_set_as_its_files(folder: Path) -> None:
    assert read_template(folder) == read_files(small_set())
    assert problems(folder) == ()


def test_line_ends_and_a_byte_order_mark_do_not_change_the_fingerprint() -> None:
    on_windows = {
        name: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n") for name, content in small_set().items()
    }
    assert digest(on_windows) == digest(small_set())
    assert read_files(on_windows) == read_files(small_set())


def test_any_other_change_changes_the_fingerprint() -> None:
    files = small_set()
    renamed = {name.replace("2", "3"): content for name, content in files.items()}
    assert len({digest(files), digest(renamed), digest({**files, "set.toml": files["set.toml"] + b" "})}) == 3


def test_a_byte_that_moves_to_the_next_file_changes_the_fingerprint() -> None:
    assert digest({"a": b"xy", "b": b"z"}) != digest({"a": b"x", "b": b"yz"})


def test_what_file_managers_leave_behind_is_passed_over(folder: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (folder / name).write_bytes(b"\0")
    assert template_files(folder) == small_set()


def test_a_link_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "set.toml"
    (folder / "set.toml").rename(elsewhere)
    try:
        (folder / "set.toml").symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system lets only administrators make links")
    assert reason(folder) == ("set.toml", "là liên kết, không phải tệp")


def test_a_folder_inside_is_refused(folder: Path) -> None:
    (folder / "phu-luc-3.toml").mkdir()
    assert reason(folder) == ("phu-luc-3.toml", "không phải là tệp")


def test_a_folder_that_is_not_there_is_refused(folder: Path) -> None:
    assert reason(folder / "nowhere") == (str(folder / "nowhere"), "không phải là thư mục đọc được")


def test_a_huge_file_is_refused_before_it_is_parsed(folder: Path) -> None:
    (folder / "outline.toml").write_bytes(b"#" * (LARGEST_FILE + 1))
    assert reason(folder) == ("outline.toml", "tệp lớn hơn 1000 kB được phép")


def test_files_that_are_large_together_are_refused() -> None:
    padding = b"#\n" * (LARGEST_FILE // 2 - 5_000)
    with pytest.raises(TemplateRefused, match="cộng lại"):
        read_files({name: content + padding for name, content in small_set().items()})


def test_too_many_files_are_refused(folder: Path) -> None:
    for number in range(MOST_FILES):
        (folder / f"phu-luc-{number + 10}.toml").touch()
    assert reason(folder) == ("", f"có {MOST_FILES + 3} tệp, nhiều hơn {MOST_FILES} tệp được phép")


def test_text_in_an_old_encoding_is_named_with_its_line() -> None:
    content = small_set()["set.toml"].replace("Bộ mẫu".encode(), b"B\xf4 m\xe2u")
    assert "dòng 4 không phải chữ UTF-8" in with_content("set.toml", content)


def test_a_slip_of_syntax_is_named_with_its_line() -> None:
    content = small_set()["set.toml"].replace(b'version = "1.0"', b'version = "1.0')
    assert with_content("set.toml", content) == "sai cú pháp TOML ở dòng 3"


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 3_900,
        b"a = [\n" * 1 + b"[\n" * 200_000,
        b"a = " + b"9" * 4_500,
        b"a = 1" + b"." * 101,
        b"a" + b".a" * 150 + b" = 1",
        b"x = 1e9999999999999999999999",
    ],
)
def test_hostile_nesting_numbers_and_keys_are_refused(content: bytes) -> None:
    assert with_content("set.toml", content)
