// Loaded before the program (`node --import`). Appends every host that the program connects to to the file OBSERVED_HOSTS.
// If OPENAI_STAND_IN is set, requests to OpenAI go there instead.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env['OBSERVED_HOSTS'] ?? '';
const connect = Socket.prototype.connect;

Socket.prototype.connect = function observed(this: Socket, ...args: unknown[]) {
  const [first] = args.flat() as { host?: string; port?: number; path?: string }[];
  appendFileSync(file, `${first?.path ?? `${first?.host ?? 'localhost'}:${first?.port}`}\n`);
  return Reflect.apply(connect, this, args) as Socket;
};

const openAiStandIn = process.env['OPENAI_STAND_IN'];
const originalFetch = globalThis.fetch;

if (openAiStandIn !== undefined) {
  globalThis.fetch = (input, init) =>
    originalFetch(
      typeof input === 'string' ? input.replace('https://api.openai.com/v1', openAiStandIn) : input,
      init,
    );
}
