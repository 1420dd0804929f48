"""Look a claim up: the nearest claims, a verdict on the wording, and why."""
