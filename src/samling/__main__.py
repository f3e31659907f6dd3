"""`python -m samling` is the same as `samling`."""

from samling.cli.main import main

if __name__ == "__main__":
    main()
