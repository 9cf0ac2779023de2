from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.mojibake import repair


def test_letters_are_put_right_with_their_offsets() -> None:
    mended = repair("EspaÃ±a y PerÃº")
    assert mended is not None
    text, offsets = mended
    assert text == "España y Perú"
    assert offsets[text.index("y")] == "EspaÃ±a y".index("y")
    assert len(offsets) == len(text) + 1


def test_a_true_letter_stays() -> None:
    assert repair("SÃO PAULO É GRANDE") is None


@given(st.text(max_size=80))
def test_offsets_grow(text: str) -> None:
    mended = repair(text)
    if mended:
        assert mended[1] == sorted(mended[1])
        assert mended[1][-1] == len(text)
