"""What the roll call and the list of teams share: the list of teams and people, and finding somebody in it."""
