"""The bundle: what goes in, what stays out, what Windows is told of it; `make bundle` builds and tries it."""

import struct
from pathlib import Path

import pytest

import bundle
import dressing
import icu
import trimming

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "docx/templates/default-docx-template/word/styles.xml",
        "cchc_desktop-0.1.0.dist-info/direct_url.json",
        "libcups.so.2",
    ],
)
def test_what_nobody_uses_stays_out(name: str) -> None:
    assert trimming.group_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "docx/templates/default.docx",
        "lxml-6.1.3.dist-info/licenses/LICENSE.txt",
        "resources/word/styles.xml",
    ],
)
def test_what_is_used_goes_in(name: str) -> None:
    assert trimming.group_of(name) == ""


def test_a_library_goes_with_the_last_that_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    asks = {"/qgtk3": ["libgtk-3.so.0"], "/qxcb": ["libxkbcommon.so.0"], "/xkb": ["libxml2.so.2"]}
    entries = [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/qgtk3", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/qxcb", "BINARY"),
        ("libgtk-3.so.0", "/gtk", "BINARY"),
        ("libxkbcommon.so.0", "/xkb", "BINARY"),
        ("libxml2.so.2", "/xml", "BINARY"),
        ("libxkbcommon.so", "/xkb", "SYMLINK"),
        ("_cffi_backend.so", "/cffi", "EXTENSION"),
    ]
    kept = trimming.trimmed(entries, lambda file: asks.get(file, []))
    assert [name for name, _, _ in kept] == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libxkbcommon.so.0",
        "libxml2.so.2",
        "_cffi_backend.so",
    ]


def test_a_file_that_did_not_come_along_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, name in (
        ("resources", "a.toml"),
        ("resources", "b.toml"),
        ("dist/_internal/resources", "a.toml"),
    ):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / name).write_text("a = 1\n", "utf-8")
    assert bundle.not_shipped(Path("dist")) == [str(Path("resources/b.toml"))]


def test_the_bundle_is_tried_where_no_python_is_to_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    environment = bundle.without_python("/empty")
    assert environment["PATH"] == "/empty"
    assert not [name for name in environment if name.startswith("PYTHON") or name == "VIRTUAL_ENV"]


def test_the_icon_of_windows_holds_every_size() -> None:
    icon = dressing.windows_icon({16: b"small", 256: b"large picture"})
    reserved, kind, count = struct.unpack_from("<HHH", icon)
    assert (reserved, kind, count) == (0, 1, 2)
    for place, (side, content) in enumerate(((16, b"small"), (0, b"large picture"))):
        width, height, *_, size, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * place)
        assert (width, height) == (side, side)
        assert icon[offset : offset + size] == content


@pytest.mark.usefixtures("qapp")
def test_the_icon_is_drawn_in_every_size() -> None:
    drawn = dressing.drawn_sides()
    assert tuple(drawn) == dressing.ICON_SIDES
    for side, picture in drawn.items():
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (side, side)


def test_windows_is_told_the_version_and_asked_for_no_rights() -> None:
    resource = dressing.version_resource("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in resource
    assert '"ProductVersion", "1.2.3"' in resource
    assert 'level="asInvoker"' in dressing.MANIFEST


def test_the_spec_names_what_windows_needs_and_packs_nothing() -> None:
    spec = (CHECKOUT / "build.spec").read_text("utf-8")
    for word in ("cchc.ico", "version.txt", "program.manifest", "upx=False", "uac_admin=False"):
        assert word in spec
    assert "upx=True" not in spec


def test_every_group_that_stays_out_has_its_reason() -> None:
    reasons = (CHECKOUT / "docs" / "bundle.md").read_text("utf-8")
    assert [group for group in trimming.GROUPS if f"| {group} |" not in reasons] == []
    assert [group for group in trimming.MODULE_GROUPS if f"| {group} |" not in reasons] == []


def icu_package(items: dict[str, bytes]) -> bytes:
    """Return a package of ICU's data as its tools write it: padded otherwise than ours."""
    header = struct.pack("<H", 32) + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)
    table = struct.pack("<I", len(items))
    names = b"".join(name.encode() + b"\0" for name in sorted(items))
    begin, name_place, data = 4 + 8 * len(items) + len(names), 4 + 8 * len(items), b""
    begin += -(len(header) + begin) % 16
    for name in sorted(items):
        table += struct.pack("<II", name_place, begin + len(data))
        name_place += len(name) + 1
        data += items[name] + b"\xaa" * (-len(items[name]) % 16)
    head = header + table + names
    return head + b"\xaa" * (len(header) + begin - len(head)) + data


def test_data_of_icu_are_read_and_packed_again() -> None:
    items = {"icudt73l/vi.res": b"v" * 16, "icudt73l/coll/root.res": b"c" * 48, "icudt73l/a.icu": b"a" * 5}
    header, found = icu.items_of(icu_package(items))
    assert {name: item.rstrip(b"\xaa") for name, item in found.items()} == items
    again = icu.items_of(icu.packed(header, found))
    assert again == (header, found)
    with pytest.raises(ValueError, match="not a common data package"):
        icu.items_of(bytes(64))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("icudt73l/vi.res", True),
        ("icudt73l/coll/vi.res", True),
        ("icudt73l/coll/pool.res", True),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/supplementalData.res", True),
        ("icudt73l/zoneinfo64.res", True),
        ("icudt73l/brkitr/word.brk", True),
        ("icudt73l/de.res", False),
        ("icudt73l/zone/zh_TW.res", False),
        ("icudt73l/brkitr/thaidict.dict", False),
        ("icudt73l/ibm-943_P15A-2003.cnv", False),
        ("icudt73l/translit/root.res", False),
    ],
)
def test_of_icu_the_root_and_our_languages_stay(name: str, kept: bool) -> None:
    assert icu.is_kept(name) is kept
