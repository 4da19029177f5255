"""Values in, Rich renderables or JSON-ready data out; nothing here prints."""
