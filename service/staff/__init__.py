"""The staff console: search and exports over all exchanges, and what citizens asked."""
