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

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/corpus ./corpus
COPY --from=build /app/src/sandbox/articles ./src/sandbox/articles
COPY --from=build /app/src/engines/builtin/semantics/ ./src/engines/builtin/semantics/
COPY --from=build /app/src/engines/builtin/models/ ./src/engines/builtin/models/
USER node
VOLUME /data
ENTRYPOINT ["node", "dist/src/main.js"]
