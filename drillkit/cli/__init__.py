"""The command line: parses, calls, shows; the only place that prints."""
