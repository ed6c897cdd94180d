"""Public sets of questions and passages, put through the real index and measured."""
