"""Every step from an empty database to the tables of today, run by Alembic in order."""
