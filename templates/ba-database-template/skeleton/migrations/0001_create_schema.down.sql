DROP FUNCTION ${{ values.schema }}.set_updated_at();
-- Without CASCADE: it fails where something was made that no migration knows of.
DROP SCHEMA ${{ values.schema }};
