"""Ways out: one file a format, all of them faces of one document, in the literal list of ``faces.WRITERS``."""
