"""Take published fact checks out of the files that publishers and their indexes give out."""
