"""The keys of a scope."""

from __future__ import annotations

from recoupe.claims.article.ground import scope as scopes


def test_keys_of_a_scope() -> None:
    assert scopes.key(("event:talks", "limit:"), "limit") == ""
