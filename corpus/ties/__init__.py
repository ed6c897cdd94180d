"""Ties with their stages: from labels, from tables, and from statements in running text."""
