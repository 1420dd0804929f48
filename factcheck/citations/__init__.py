"""Claims and their sources in the forms that other programs read: values in, text or rows out."""
