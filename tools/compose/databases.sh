#!/bin/sh
# Run once, by the first start of the image `postgres`: a role and a database of its own for each service; nobody else
# may connect to it. DATABASE_PASSWORD is the roles'.
set -eu
for service in ingestion points milestones rewards notifications portal_bff; do
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U postgres -d postgres \
    -v role="$service" -v password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role";
REVOKE CONNECT ON DATABASE :"role" FROM PUBLIC;
SQL
done
