DO $$
BEGIN
  ASSERT has_table_privilege('${{ values.schema }}_reader', '${{ values.schema }}.outbox', 'SELECT'), 'readers read';
  ASSERT NOT has_table_privilege('${{ values.schema }}_reader', '${{ values.schema }}.outbox', 'INSERT'), 'readers never write';
  ASSERT has_table_privilege('${{ values.schema }}_writer', '${{ values.schema }}.outbox', 'INSERT'), 'writers write';
  ASSERT NOT has_table_privilege('${{ values.schema }}_writer', '${{ values.schema }}.outbox', 'TRUNCATE'), 'writers never truncate';
  ASSERT NOT has_schema_privilege('${{ values.schema }}_writer', '${{ values.schema }}', 'CREATE'), 'writers make no tables';
END
$$;
