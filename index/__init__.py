"""Vectors, lexical matches and the immutable directory that carries them."""
