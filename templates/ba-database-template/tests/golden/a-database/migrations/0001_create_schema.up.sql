-- Objects live in a schema of their own: what belongs to the application can be granted, moved and dropped as a whole.
CREATE SCHEMA db_example_database;

CREATE FUNCTION db_example_database.set_updated_at() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

COMMENT ON FUNCTION db_example_database.set_updated_at() IS
  'Trigger BEFORE UPDATE of every table with a column updated_at.';
