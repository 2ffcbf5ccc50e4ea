#!/usr/bin/env bash
# `docker compose up` from a clean clone of HEAD: everything becomes healthy, the printed sale moves the open portal and
# brings the mail, and data outlives `down` and `up`, a restarted service and a killed Kafka.
#
# Needs an engine (DOCKER_HOST) and `docker compose` or docker-compose. Where the official images cannot be pulled, it
# builds their stand-ins (test/cluster/images); node:24-bookworm-slim must be there then. NPM_CONFIG_REGISTRY is passed
# on. KEEP=1 leaves everything running.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
export COMPOSE_PROJECT_NAME=cairn-check DOCKER_BUILDKIT=${DOCKER_BUILDKIT:-0} COMPOSE_BAKE=false
export PORTAL_PORT=13000 INGESTION_PORT=13001 INBOX_PORT=13080 SHOP_PORT=13010

say() { printf '%s %s\n' "$(date -u +%T)" "$*"; }
compose() {
  if docker compose version > /dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi
}
finish() {
  local code=$?
  if [ "$code" != 0 ]; then
    compose ps --all >&2 || true
    compose logs --tail 40 --no-color >&2 || true
  fi
  [ -n "${KEEP:-}" ] || compose down --volumes --timeout 40 > /dev/null 2>&1 || true
  rm -rf "$work"
  exit "$code"
}

# The image of the seed has what the check needs; with the engine's network it finds what is published.
sale() {
  local guide=$1 link
  shift
  link=$(grep -A1 '^ *Mia ' <<< "$guide" | grep -o 'http[^ ]*')
  # The printed line runs as it is, with a curl that hands on its arguments.
  curl() {
    docker run --rm --network host -e INBOX="http://127.0.0.1:$INBOX_PORT" "${options[@]}" \
      -v "$work/clone/test/cluster/compose:/app/check:ro" --entrypoint /usr/local/bin/node cairn/demo:compose \
      --disable-warning=ExperimentalWarning /app/check/sale.ts "$link" "$@"
  }
  local options=("$@")
  eval "$(sed -n '/^curl /,$p' <<< "$guide")"
}

# An argument's substitution would swallow a failure; an assignment's does not.
sell() {
  local what=$1 shown
  shift
  shown=$(sale "$@")
  say "$what: $(paste -sd ';' <<< "$shown")"
}

up() {
  compose up -d --no-build --quiet-pull
  # Its words differ by version; its exit code is that of the container.
  compose wait seed > /dev/null
  local unhealthy
  unhealthy=$(compose ps --format '{{.Service}} {{.Health}}' | grep -v ' healthy$' || true)
  [ -z "$unhealthy" ] || { say "not healthy: $unhealthy"; return 1; }
}

healthy() {
  local id deadline=$((SECONDS + 180))
  id=$(compose ps -q "$1")
  until [ "$(docker inspect -f '{{.State.Health.Status}}' "$id")" = healthy ]; do
    [ $SECONDS -lt $deadline ] || { say "$1 does not become healthy"; return 1; }
    command sleep 1
  done
}

guide() { compose run --rm -T seed 2> /dev/null; }

trap finish EXIT
git clone --quiet "file://$root" "$work/clone"
cd "$work/clone"
say "a clean clone of $(git rev-parse --short HEAD)"
if ! compose pull --quiet kafka postgres redis > /dev/null 2>&1; then
  test/cluster/images/build.sh > /dev/null
  say 'no image can be pulled: stand-ins for Kafka, Postgres and Redis are built'
fi
# One after the other: without BuildKit, builds side by side would each do what they have in common.
for service in points portal-bff ingestion milestones rewards notifications inbox shop seed; do
  compose build --quiet ${NPM_CONFIG_REGISTRY:+--build-arg "NPM_CONFIG_REGISTRY=$NPM_CONFIG_REGISTRY"} "$service" > /dev/null
done
say 'images are built'

begin=$SECONDS
up
say "up, healthy and seeded after $((SECONDS - begin)) s"
printed=$(compose logs --no-log-prefix --no-color seed)
sell 'the printed sale' "$printed" -e UNLOCK_MAIL=Gold

compose restart --timeout 30 points > /dev/null 2>&1
healthy points
printed=$(guide)
sell 'points restarted' "$printed"

compose down --timeout 40 > /dev/null 2>&1
up
printed=$(compose logs --no-log-prefix --no-color seed)
sell 'down and up' "$printed"

printed=$(guide)
compose kill --signal SIGKILL kafka > /dev/null 2>&1
compose start kafka > /dev/null 2>&1
sell 'kafka killed' "$printed"
healthy kafka
for service in ingestion points milestones rewards notifications portal-bff; do healthy "$service"; done
say 'all healthy again'
