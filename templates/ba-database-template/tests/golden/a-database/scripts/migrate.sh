#!/bin/sh
# Applies the migrations that DATABASE_URL does not have yet, or takes the newest ones back.
# Usage: migrate.sh up, or migrate.sh down <count|all>. MIGRATIONS is the folder, if it is not migrations.
set -eu

folder=${MIGRATIONS:-migrations}

run() {
  psql "$DATABASE_URL" --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"
}

# A migration and the note that it was applied are one transaction; the lock lets one run at a time.
apply() {
  run --single-transaction --output /dev/null \
    --command 'SELECT pg_advisory_xact_lock(hashtext(current_database()))' --file "$1" --command "$2"
}

up() {
  applied=$(run --command 'SELECT name FROM public.schema_migrations')
  for file in "$folder"/*.up.sql; do
    name=$(basename "$file" .up.sql)
    if ! echo "$applied" | grep --quiet --line-regexp --fixed-strings "$name"; then
      echo "up $name"
      apply "$file" "INSERT INTO public.schema_migrations (name) VALUES ('$name')"
    fi
  done
}

down() {
  if [ "$1" = all ]; then limit=; else limit="LIMIT $1"; fi
  for name in $(run --command "SELECT name FROM public.schema_migrations ORDER BY name DESC $limit"); do
    echo "down $name"
    apply "$folder/$name.down.sql" "DELETE FROM public.schema_migrations WHERE name = '$name'"
  done
}

run --command 'SET client_min_messages = warning' --command 'CREATE TABLE IF NOT EXISTS public.schema_migrations (
  name text PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT now()
)'

case "${1:-}" in
up) up ;;
down) down "${2:?say how many, or all}" ;;
*)
  echo 'Usage: migrate.sh up, or migrate.sh down <count|all>' >&2
  exit 2
  ;;
esac
