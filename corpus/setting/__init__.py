"""Whose page it is, and which partner each block of it is about."""

from corpus.setting.setting import SPECIFIC, Setting, find_setting

__all__ = ["SPECIFIC", "Setting", "find_setting"]
