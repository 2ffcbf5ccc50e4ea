#!/usr/bin/env bash
# Builds the stand-ins under the official names and tags, in the engine of DOCKER_HOST.
#   build.sh [kafka] [postgres] [redis]      default: all three
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
build() { DOCKER_BUILDKIT=0 docker build --quiet --build-arg NPM_CONFIG_REGISTRY="$(npm config get registry)" "$@"; }

kafka() {
  local context jars
  jars=${KAFKA_JARS:-$(node --input-type=module -e \
    "process.stdout.write(await (await import('$root/tools/local/bin/jars.mjs')).fetchJars(() => undefined))" | tail -n 1)/kafka}
  context=$(mktemp -d)
  cp -r "$jars" "$context/jars"
  cp -r "$here/kafka" "$context/image"
  build -f "$here/kafka/Dockerfile" -t apache/kafka:4.4.0 "$context"
  rm -rf "$context"
}
postgres() { build -t postgres:18 "$here/postgres"; }
redis() { build -t redis:8 "$here/redis"; }

[ $# -gt 0 ] || set -- kafka postgres redis
for image in "$@"; do "$image"; done
