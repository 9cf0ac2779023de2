"""What stands behind a possessive in a language whose nouns have capitals."""

from recoupe.names import find


def test_two_nouns_behind_a_possessive_are_no_name() -> None:
    assert not find("Er will mit seinen Freunden Karten spielen.", language="de")
    (name,) = find("Das sagte sein Anwalt Zorbek Nimu.", language="de")
    assert name.text == "Zorbek Nimu"
