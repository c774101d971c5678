FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production DATABASE_PATH=/data/errdesk.sqlite MODELS_FILE=/data/models-kept.json \
  HEALTH_FILE=/tmp/errdesk-health
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY data data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# The bot touches HEALTH_FILE while the gateway answers; a file older than 90 s means that it does not.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "process.exit(Date.now() - require('node:fs').statSync(process.env.HEALTH_FILE).mtimeMs < 90000 ? 0 : 1)"]
CMD ["node", "src/cli/main.ts", "start"]
