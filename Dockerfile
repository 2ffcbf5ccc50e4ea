# One image a service:
#   docker build --build-arg SERVICE=points -t cairn/points .
# and for docker-compose.yml what surrounds them on one machine: SERVICE=shopify-standin, inbox (maildev) and demo (the
# seed). The stage `build` is the same for all of them, so it is made once.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
# A registry of your own, where the public one is out of reach.
ARG NPM_CONFIG_REGISTRY
WORKDIR /build
COPY package.json package-lock.json tsconfig.base.json ./
COPY libs libs
COPY services services
COPY tools/shopify-standin tools/shopify-standin
COPY tools/demo tools/demo
# No install scripts: what they would fetch (browsers, databases) is for tests. An npm of its own, since older ones leave
# out native packages that the lock has (https://github.com/npm/cli/issues/4828).
RUN npm install --global --no-audit --no-fund npm@11.19.1
RUN npm install --no-save --no-audit --no-fund --ignore-scripts
RUN node node_modules/typescript/bin/tsc -b services/* tools/shopify-standin tools/demo \
 && npm run build --workspace services/portal-bff/web \
 && find libs services tools -path '*/node_modules' -prune -o \
      \( -name '*.test.js*' -o -name '*.d.ts' -o -name '*.tsbuildinfo' \) -type f -print0 | xargs -0 rm -f

# The service, what it imports, and nothing that only builds or tests.
FROM build AS package
ARG NPM_CONFIG_REGISTRY
ARG SERVICE
WORKDIR /app
COPY tools/local/package.json /build/tools/local/
# Of the package with Shopify's schema the data is enough: what it depends on would be most of the image.
RUN test -n "$SERVICE" || { echo 'Say which: --build-arg SERVICE=points'; exit 1; }
RUN cp /build/package.json /build/package-lock.json . \
 && case "$SERVICE" in \
      shopify-standin) what=tools/shopify-standin main=./tools/shopify-standin/dist/main.js data=node_modules/@shopify/dev-mcp ;; \
      demo) what=tools/demo main=./tools/demo/dist/seed.js ;; \
      inbox) what=tools/local main=./node_modules/maildev/dist/bin/maildev.js flags=--omit=optional ;; \
      *) what="services/$SERVICE" main="./services/$SERVICE/dist/src/main.js" libs='libs/contracts libs/service-kit' ;; \
    esac \
 && for folder in $libs "$what"; do \
      mkdir -p "$folder" && cp "/build/$folder/package.json" "$folder/" \
      && if [ -d "/build/$folder/dist" ]; then cp -r "/build/$folder/dist" "$folder/"; fi; \
    done \
 && if [ "$SERVICE" = portal-bff ]; then \
      mkdir -p services/portal-bff/web && cp -r /build/services/portal-bff/web/dist services/portal-bff/web/; \
    fi \
 && node -e "for (const f of process.argv.slice(1)) { const p = JSON.parse(fs.readFileSync(f)); delete p.devDependencies; delete p.dependencies?.['@shopify/dev-mcp']; fs.writeFileSync(f, JSON.stringify(p)); }" \
      package.json $(find libs services tools -name package.json 2> /dev/null) \
 && npm install --no-save --no-audit --no-fund --ignore-scripts --omit=dev $flags --workspace "$what" \
 && npm sbom --omit=dev $flags --workspace "$what" --sbom-format cyclonedx > sbom.cdx.json \
 && if [ -n "$data" ]; then \
      mkdir -p "$data/dist" && cp "/build/$data/LICENSE" "/build/$data/package.json" "$data/" \
      && cp -r "/build/$data/dist/data" "$data/dist/"; \
    fi \
 && find node_modules \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete \
 && printf "await import(process.argv[2] === 'create-topics' ? '@cairn/service-kit/kafka/create-topics' : '%s');\n" "$main" > main.js

# Node with the libraries that it needs, and no shell, package manager or anything else.
FROM ${NODE_IMAGE} AS root
RUN set -e; root=/root-fs; mkdir -p $root/tmp $root/etc/ssl/certs $root/usr/local/bin /volumes/data; chmod 1777 $root/tmp; \
    { echo /usr/local/bin/node; ldd /usr/local/bin/node | grep -o '/[^ ]*'; } | xargs -I{} cp --parents -L {} $root; \
    cp -L /etc/ssl/certs/ca-certificates.crt $root/etc/ssl/certs/; \
    cp /etc/nsswitch.conf $root/etc/ 2>/dev/null || echo 'hosts: files dns' > $root/etc/nsswitch.conf; \
    echo 'cairn:x:10001:10001:cairn:/app:/sbin/nologin' > $root/etc/passwd; \
    echo 'cairn:x:10001:' > $root/etc/group

FROM scratch
ARG SERVICE
ARG VERSION=dev
LABEL org.opencontainers.image.title="cairn-${SERVICE}" \
      org.opencontainers.image.description="Cairn, the ambassador progression platform: ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      io.cairn.sbom="/app/sbom.cdx.json"
COPY --from=root /root-fs /
COPY --from=package /app /app
# Where a volume may be put, as a folder that this user may write to.
COPY --from=root --chown=10001:10001 /volumes /
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
WORKDIR /app
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["/usr/local/bin/node", "--enable-source-maps", "/app/main.js"]
