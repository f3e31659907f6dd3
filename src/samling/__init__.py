"""samling: the programme on the laptop of the person who runs a gathering."""
