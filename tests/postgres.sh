#!/usr/bin/env bash
# A private PostgreSQL server for tests: its own data directory, a free loopback port, never as root.
#
#   tests/postgres.sh start DIR            creates DIR, starts a server in it, prints its URL
#   tests/postgres.sh stop DIR             stops it and removes DIR
#   tests/postgres.sh kill DIR             like a crash: no checkpoint, no clean shutdown
#   tests/postgres.sh again DIR            restarts it on the same port, after `kill`
#   tests/postgres.sh databases URL        names the databases of tests on a server, sorted
#   tests/postgres.sh drop URL NAME        drops one of them
#
# By hand: export CRM_TEST_POSTGRES_URL="$(tests/postgres.sh start /tmp/crm-postgres)"
#
# Commits are written to the operating system but not forced to disk (`fsync=off`), unless CRM_TEST_POSTGRES_FSYNC=on: tests kill the
# server, not the machine.
set -euo pipefail

command="${1:?start, stop, kill, again, databases or drop}"
directory="${2:?a directory, or a URL}"
data="$directory/data"

# Debian keeps the server's programs out of the path.
bin() {
  local found
  found="$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 || true)"
  [ -n "$found" ] || { echo "postgres.sh: PostgreSQL's server is missing; ./test.sh installs it on Debian" >&2; exit 1; }
  dirname "$found"
}

client() {
  command -v psql || ls -d "$(bin)/psql"
}

# PostgreSQL refuses to run as root; its package creates a user for it.
unprivileged() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

run() {
  unprivileged "$(bin)/pg_ctl" -D "$data" -l "$directory/log" -w -t 60 -s -o "-p $(cat "$directory/port")" start >&2
}

case "$command" in
  start)
    mkdir -p "$directory"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$directory"; fi
    unprivileged "$(bin)/initdb" -D "$data" -U crm -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$directory/initdb.log"
    cat >>"$data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
shared_buffers = 256MB
random_page_cost = 1.1
fsync = ${CRM_TEST_POSTGRES_FSYNC:-off}
full_page_writes = ${CRM_TEST_POSTGRES_FSYNC:-off}
max_wal_size = 4GB
autovacuum_naptime = 10s
log_min_messages = warning
log_min_error_statement = panic
CONF
    for _ in 1 2 3; do
      free_port >"$directory/port"
      if run; then
        echo "postgres://crm@127.0.0.1:$(cat "$directory/port")/postgres"
        exit 0
      fi
    done
    cat "$directory/log" >&2
    exit 1
    ;;
  again) run ;;
  kill)
    unprivileged "$(bin)/pg_ctl" -D "$data" -m immediate -w -s stop
    ;;
  stop)
    unprivileged "$(bin)/pg_ctl" -D "$data" -m immediate -w -s stop || true
    rm -rf "$directory"
    ;;
  databases)
    "$(client)" -X -A -t -d "$2" -c "SELECT datname FROM pg_database WHERE datname LIKE 'crm\\_%'" | LC_ALL=C sort
    ;;
  drop)
    "$(client)" -X -q -d "$2" -c "ALTER DATABASE ${3:?a name} IS_TEMPLATE false" -c "DROP DATABASE $3"
    ;;
  *) echo "postgres.sh: what is \`$command\`?" >&2; exit 2 ;;
esac
