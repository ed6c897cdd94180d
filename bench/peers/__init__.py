"""The same pages and questions through what a team would pick instead."""
