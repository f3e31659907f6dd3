"""The roll call: who is here, over the whole control window."""
