"""Photos: what is taken, what is refused, and what a camera noted that nobody else needs to know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.image import MOST_BYTES, ImageRefused, read_image
from tests.unit.values.photos import END, a_jpeg, a_png, chunk, exif, segment


def test_both_kinds_of_photo_are_read_with_their_size() -> None:
    png, jpeg = read_image("a.png", a_png(7, 5)), read_image("b.jpg", a_jpeg(400, 300))
    assert (png.media, png.width, png.height) == ("png", 7, 5)
    assert (jpeg.media, jpeg.width, jpeg.height) == ("jpeg", 400, 300)
    assert png.digest != jpeg.digest


def test_the_first_bytes_count_and_not_the_name() -> None:
    assert read_image("ảnh.jpg", a_png()).media == "png"


def test_where_and_with_what_a_photo_was_taken_is_not_kept() -> None:
    secret = "10.7769N 106.7009E máy của Mẫu".encode()
    jpeg = a_jpeg(extra=exif(1, place=secret) + segment(0xFE, secret) + segment(0xED, secret))
    png = a_png(extra=chunk(b"tEXt", secret) + chunk(b"eXIf", secret) + chunk(b"tIME", b"\0" * 7))
    for name, content, plain in (("a.jpg", jpeg, a_jpeg()), ("a.png", png, a_png())):
        assert secret in content or name == "a.png"
        assert read_image(name, content).content == plain


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_that_would_print_on_its_side_is_refused_with_what_to_do(order: str) -> None:
    with pytest.raises(ImageRefused, match="xoay"):
        read_image("nghiêng.jpg", a_jpeg(extra=exif(6, order=order)))
    assert read_image("thẳng.jpg", a_jpeg(extra=exif(1, order=order))).width == 40


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"RIFF____WEBP", b"<svg/>", b"\xff\xd8"])
def test_what_is_no_photo_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(ImageRefused, match=r"tệp\.gif"):
        read_image("tệp.gif", content)


@pytest.mark.parametrize("whole", [a_png(), a_jpeg()])
def test_a_photo_that_was_not_copied_to_its_end_is_refused(whole: bytes) -> None:
    for length in range(12, len(whole)):
        with pytest.raises(ImageRefused, match="chép"):
            read_image("dở.jpg", whole[:length])


def test_a_photo_that_is_too_large_is_refused() -> None:
    with pytest.raises(ImageRefused, match="nặng"):
        read_image("to.png", a_png() + b"\0" * MOST_BYTES)
    with pytest.raises(ImageRefused, match="60000 × 60000"):
        read_image("rộng.jpg", a_jpeg(60_000, 60_000))
    with pytest.raises(ImageRefused, match="0 × 30"):
        read_image("rỗng.jpg", a_jpeg(0, 30))


@given(st.binary(max_size=200), st.sampled_from([a_png()[:8], a_jpeg()[:4], a_jpeg(extra=exif(1))[:60]]))
def test_whatever_a_file_holds_it_is_a_photo_or_refused(wild: bytes, beginning: bytes) -> None:
    try:
        image = read_image("lạ", beginning + wild + END)
    except ImageRefused:
        return
    assert image.width * image.height > 0
