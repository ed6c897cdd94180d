"""Txtai."""
