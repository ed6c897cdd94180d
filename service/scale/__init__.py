"""Measuring at sizes that no office has: pages made up for every pair of the gazetteer."""
