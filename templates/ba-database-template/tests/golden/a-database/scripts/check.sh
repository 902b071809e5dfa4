#!/bin/sh
# Applies all migrations to an empty database, takes them back, applies them again, and checks who may do what.
# Uses DATABASE_URL, which must be empty and is changed; without it, a container of PostgreSQL.
set -eu

if [ -z "${DATABASE_URL:-}" ]; then
  container=$(docker run --detach --rm --publish 127.0.0.1::5432 --env POSTGRES_HOST_AUTH_METHOD=trust postgres:18.1)
  trap 'docker stop "$container" >/dev/null' EXIT
  DATABASE_URL=postgresql://postgres@$(docker port "$container" 5432)/postgres
  export DATABASE_URL
  tries=0
  until psql "$DATABASE_URL" --quiet --command 'SELECT 1' >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 60 ]; then
      echo 'PostgreSQL did not start within a minute.' >&2
      exit 1
    fi
    sleep 1
  done
fi

scripts=$(dirname "$0")
sh "$scripts/migrate.sh" up
sh "$scripts/migrate.sh" down all
sh "$scripts/migrate.sh" up

psql "$DATABASE_URL" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --command BEGIN \
  --command 'CREATE ROLE db_example_database_reader' \
  --command 'CREATE ROLE db_example_database_writer' \
  --file grants.sql --file grants.sql --file "$scripts/check-grants.sql" \
  --command 'ROLLBACK'
echo 'Migrations go up, down and up, and grants are as they should be.'
