"""Exchanges: searched, listed page by page, and sent as files; for everyone and for the staff."""
