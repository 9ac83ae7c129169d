# The hub alone: Postgres is a server of its own (DATABASE_URL), so the embedded one stays out.
# By exact version. Where your builds must be repeatable byte by byte, give the digest that your registry
# shows: --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 REMBUK_DATA=/data
WORKDIR /hub
# Root's, so that the hub cannot change its own code.
COPY --from=build /hub ./
# Files that people send lie here, unless S3_ENDPOINT says where else. With /tmp it is all that is written to:
# the root file system may be read-only.
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
# By number, so that Kubernetes can see that it is not root; it is the image's user `node`.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No init process: the hub handles SIGTERM itself and starts no children that it would have to reap.
ENTRYPOINT ["node", "--max-old-space-size=1024", "--max-semi-space-size=16", "--enable-source-maps", "dist/src/main.js"]
