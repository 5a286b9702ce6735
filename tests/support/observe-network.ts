// Loaded before the program (`node --import`): writes each host that it connects to, to the file named in the
// environment. Requests to OpenAI itself go to OPENAI_STAND_IN where that is set; every other connection is made.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env['OBSERVED_HOSTS'] ?? '';
const connect = Socket.prototype.connect;

Socket.prototype.connect = function observed(this: Socket, ...args: unknown[]) {
  const [first] = args.flat() as { host?: string; port?: number; path?: string }[];
  appendFileSync(file, `${first?.path ?? `${first?.host ?? 'localhost'}:${first?.port}`}\n`);
  return Reflect.apply(connect, this, args) as Socket;
};

const standIn = process.env['OPENAI_STAND_IN'];
const fetchAnywhere = globalThis.fetch;

if (standIn !== undefined) {
  globalThis.fetch = (input, init) =>
    fetchAnywhere(
      typeof input === 'string' ? input.replace('https://api.openai.com/v1', standIn) : input,
      init,
    );
}
