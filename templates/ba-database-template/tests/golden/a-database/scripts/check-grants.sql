DO $$
BEGIN
  ASSERT has_table_privilege('db_example_database_reader', 'db_example_database.outbox', 'SELECT'), 'readers read';
  ASSERT NOT has_table_privilege('db_example_database_reader', 'db_example_database.outbox', 'INSERT'), 'readers never write';
  ASSERT has_table_privilege('db_example_database_writer', 'db_example_database.outbox', 'INSERT'), 'writers write';
  ASSERT NOT has_table_privilege('db_example_database_writer', 'db_example_database.outbox', 'TRUNCATE'), 'writers never truncate';
  ASSERT NOT has_schema_privilege('db_example_database_writer', 'db_example_database', 'CREATE'), 'writers make no tables';
END
$$;
