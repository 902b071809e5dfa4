-- Who may do what. It is run after every migration, as the owner, and may be run again.
-- Logins belong to one of the two roles; the owner only migrates.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA ${{ values.schema }} TO ${{ values.schema }}_reader, ${{ values.schema }}_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA ${{ values.schema }} TO ${{ values.schema }}_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${{ values.schema }} TO ${{ values.schema }}_writer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${{ values.schema }} TO ${{ values.schema }}_writer;
