"""Tables of claims: read from a file of any of several forms, and written to one."""
