"""factcheck: what quoted, attributed sources say about a claim, and what they leave open."""

__version__ = "0.1.0"
