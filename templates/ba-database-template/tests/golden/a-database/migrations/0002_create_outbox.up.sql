-- Events are written in the transaction that they tell of, and sent afterwards, so that none is lost and none is told of what
-- was rolled back.
CREATE TABLE db_example_database.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL CHECK (type <> ''),
  entity_id text NOT NULL CHECK (entity_id <> ''),
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);

CREATE TRIGGER outbox_updated_at
  BEFORE UPDATE ON db_example_database.outbox
  FOR EACH ROW EXECUTE FUNCTION db_example_database.set_updated_at();

-- Only what waits is looked for, and that is little.
CREATE INDEX outbox_waiting ON db_example_database.outbox (id) WHERE sent_at IS NULL;
