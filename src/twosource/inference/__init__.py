"""Text in, labelled stretches out: the only place that knows a model's runtime."""
