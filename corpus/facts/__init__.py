"""Facts of places and ties: typed values of labels, and of numbers told in running text."""
