"""Read what people write: words, names, figures, dates and signs."""
