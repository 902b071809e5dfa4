DROP FUNCTION db_example_database.set_updated_at();
-- Without CASCADE: it fails where something was made that no migration knows of.
DROP SCHEMA db_example_database;
