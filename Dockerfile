# syntax=docker/dockerfile:1
# The image of Forumsbote. Debian's slim image, not Alpine: the binding of SQLite is shipped for glibc, and this Debian
# (trixie) has the tools of PostgreSQL 17, which backups of a server of that version need.
FROM node:22-trixie-slim AS build
# For better-sqlite3, where no binary made beforehand can be had.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
# Installs from the lock file, generates both database clients, learns, compiles; then only what runs is kept.
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client-17 \
  && rm -rf /var/lib/apt/lists/* \
  # Nothing is installed at run time.
  && rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
    /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  # The only places that are written: database and keys apart from each other, backups apart from both.
  && install -d -o 1000 -g 1000 -m 0700 /data /keys /backup
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/dist ./dist
ENV NODE_ENV=production \
  BALLOT_KEY_DIR=/keys \
  PORT=3978
USER 1000:1000
VOLUME ["/data", "/keys"]
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Not through npm: signals reach the program itself, which ends its turns and then itself.
CMD ["node", "dist/main.js"]
