#!/bin/bash
# What the official image of Postgres does at its start, as far as docker-compose.yml depends on it.
set -euo pipefail
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  find "$PGDATA" /var/run/postgresql ! -user postgres -exec chown postgres {} +
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD")
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  # Until it is set up, it answers by its socket only.
  PGUSER="$POSTGRES_USER" pg_ctl -w -o "-c listen_addresses=''" start
  createdb --username="$POSTGRES_USER" --no-password "$POSTGRES_DB"
  pg_ctl -w -m fast stop
fi
exec "$@"
