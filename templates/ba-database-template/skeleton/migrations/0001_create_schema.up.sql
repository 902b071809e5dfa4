-- Objects live in a schema of their own: what belongs to the application can be granted, moved and dropped as a whole.
CREATE SCHEMA ${{ values.schema }};

CREATE FUNCTION ${{ values.schema }}.set_updated_at() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

COMMENT ON FUNCTION ${{ values.schema }}.set_updated_at() IS
  'Trigger BEFORE UPDATE of every table with a column updated_at.';
