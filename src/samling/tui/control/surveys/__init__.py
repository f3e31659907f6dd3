"""The surveys of the network over the control window: links and codes, answers and what they come to."""
