"""QR codes: the pattern of a text, and how it is drawn in a terminal, in a file and on paper."""
