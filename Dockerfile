# Builds with a compiler for the native modules; runs without one, as an ordinary user.
FROM node:22-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# ONNX Runtime comes with libraries for every platform, 290 MB. One of them is used.
RUN npm run build && npm prune --omit=dev && \
    find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -type d \
    ! -path "*/linux/$(node -p process.arch)" -exec rm -r {} +
# The image holds the files that package.json publishes, so that none can be forgotten here.
RUN mkdir /published && npm pack --ignore-scripts --pack-destination /tmp \
  && tar -xzf /tmp/footnote-bot-*.tgz --strip-components=1 -C /published

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /published ./
USER node
VOLUME /data
ENTRYPOINT ["node", "dist/src/main.js"]
