"""Whose page it is, and which partner each block of it is about."""

from corpus.setting.setting import Setting, find_setting

__all__ = ["Setting", "find_setting"]
