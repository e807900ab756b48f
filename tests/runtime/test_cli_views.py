"""What the command line prints of texts."""

from sayso.runtime.cli_views import LONG, excerpt
from sayso.runtime.explain import Spot


def test_of_a_very_long_text_the_part_around_what_was_found_is_shown():
    text = "la " * 5000 + "free" + " la" * 5000
    spot = Spot("text", 15000, 15004)
    shown = excerpt(text, [spot], "")
    assert shown.plain.startswith("… ")
    assert shown.plain.endswith(" … (30,004 characters in all)")
    assert len(shown) < LONG + 50
    (place,) = (span for span in shown.spans if "underline" in str(span.style))
    assert shown.plain[place.start : place.end] == "free"


def test_other_texts_are_shown_whole():
    assert excerpt("x" * LONG, [], "").plain == "x" * LONG
    assert excerpt(None, [], "").plain == "(missing)"
    assert excerpt("y" * (LONG + 1), [], "").plain == "y" * LONG + f" … ({LONG + 1:,} characters in all)"
