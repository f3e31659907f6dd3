"""What the control window asks and tells over its own picture. Each is loaded when it is first opened."""
