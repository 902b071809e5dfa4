-- Who may do what. It is run after every migration, as the owner, and may be run again.
-- Logins belong to one of the two roles; the owner only migrates.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA db_example_database TO db_example_database_reader, db_example_database_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA db_example_database TO db_example_database_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA db_example_database TO db_example_database_writer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA db_example_database TO db_example_database_writer;
