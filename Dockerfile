# One image for the whole portal: the backend serves the built frontend. Build it from a checkout with
#   docker build -t portal .

FROM node:24-trixie-slim AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates g++ git make python3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
ENV npm_config_nodedir=/usr/local
COPY . .
RUN node .yarn/releases/yarn-4.13.0.cjs install --immutable \
    && node .yarn/releases/yarn-4.13.0.cjs tsc \
    && node .yarn/releases/yarn-4.13.0.cjs build:backend \
    && mkdir /app \
    && tar -xzf packages/backend/dist/skeleton.tar.gz -C /app \
    && tar -xzf packages/backend/dist/bundle.tar.gz -C /app \
    && node scripts/bootstrap/compressFrontend.mjs /app/packages/app/dist/static
WORKDIR /app
# The same lock, without what only development needs.
RUN cp -r /build/.yarn /build/.yarnrc.yml /build/yarn.lock /build/backstage.json . \
    && node .yarn/releases/yarn-4.13.0.cjs workspaces focus --all --production \
    && rm -rf .yarn/cache /root/.yarn

FROM node:24-trixie-slim
# git reads delivery histories; mkdocs builds documentation pages.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates git mkdocs mkdocs-material openssh-client \
    && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app ./
COPY --chown=node:node app-config.yaml app-config.production.yaml catalog-info.yaml mkdocs.yml ./
COPY --chown=node:node docs ./docs
USER node
EXPOSE 7007
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:7007/.backstage/health/v1/liveness').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
