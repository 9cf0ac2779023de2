"""Finders of names that others have written, for who has them: one file a technology, imported lazily."""
