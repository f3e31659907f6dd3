"""Who sits with whom, over the whole control window: drawing, changing, announcing, and seating anew."""
