"""Whether all is ready the day before a gathering: what was found of the machine, of the file and of the plan.

`finding` says what a finding is, `machine` and `file` judge the facts that were read of the computer and of the
database, `plan` judges what is planned. Nothing here reads anything.
"""
