"""Questions in, answers out: understanding, evidence, composition, HTTP and command line."""
