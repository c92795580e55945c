"""Ways in: one file a format, each of the shape of ``reader.Reader``, in the literal list of ``inputs.READERS``."""
