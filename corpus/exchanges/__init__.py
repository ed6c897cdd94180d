"""Exchanges: dated events between two places, who went where, how many, led by whom."""
