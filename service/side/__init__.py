"""Embedding measured beside the library that the model comes from."""
