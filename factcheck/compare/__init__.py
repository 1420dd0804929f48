"""What a query and a claim have in common, and in what they differ."""
