"""The commands: each reads its options, asks the core and prints what it returns."""
