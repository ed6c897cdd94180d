"""Llamaindex."""
