DROP TABLE db_example_database.outbox;
