# The hub alone: Postgres is a server of its own (DATABASE_URL), so the embedded one stays out.
FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 REMBUK_DATA=/data
WORKDIR /hub
COPY --from=build /hub ./
# Files that people send lie here, unless S3_ENDPOINT says where else.
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
# By number, so that Kubernetes can see that it is not root; it is the image's user `node`.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No init process: the hub handles SIGTERM itself and starts no children that it would have to reap.
ENTRYPOINT ["node", "--enable-source-maps", "dist/src/main.js"]
