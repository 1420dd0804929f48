"""Check dates against EDTF (ISO 8601-2:2019), as the Library of Congress specifies it."""


def date_problem(text: str) -> str | None:
    """Return what is wrong with `text` as an EDTF date, or `None` if nothing is."""
    from edtf import EDTFParseException, parse_edtf  # 118 ms, and only when a corpus is read

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError):
        return f"'{text}' is not an EDTF date, such as 2014, 2024-05, 1997/2013 or 2025-01~"
    return None
