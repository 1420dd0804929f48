"""What an assistant asks over the Model Context Protocol, and what it is told."""
