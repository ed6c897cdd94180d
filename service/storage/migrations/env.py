"""What Alembic runs: the migrations, on the connection that ``database`` hands over."""

from alembic import context

from service.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
