// A bare discord.js client that is logged in to a new sandbox.
import { type APIApplicationCommand, Client, type ClientOptions, Events } from 'discord.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';

const [owner, member, guest] = DEFAULT_SEED.users.map(({ id }) => id);
const [gazette, harbor] = DEFAULT_SEED.guilds;

/** Ids in the default seed. */
export const IDS = {
  owner: owner ?? '',
  member: member ?? '',
  guest: guest ?? '',
  application: DEFAULT_SEED.application.id,
  gazette: gazette?.id ?? '',
  harbor: harbor?.id ?? '',
  general: gazette?.channels[0]?.id ?? '',
  articles: gazette?.channels[1]?.id ?? '',
  thread: gazette?.channels[1]?.threads?.[0]?.id ?? '',
  readOnly: gazette?.channels[2]?.id ?? '',
  editors: gazette?.channels[3]?.id ?? '',
  corrections: gazette?.channels[3]?.threads?.[0]?.id ?? '',
  harborGeneral: harbor?.channels[0]?.id ?? '',
  direct: DEFAULT_SEED.directs[0]?.id ?? '',
  group: DEFAULT_SEED.groups[0]?.id ?? '',
};

export interface SandboxBot {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  /** A raw REST request with the bot's token. */
  rest(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>;
  close(): Promise<void>;
}

interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export async function openSandboxBot(
  options: { sandbox?: SandboxOptions; client?: Partial<ClientOptions>; commands?: readonly object[] } = {},
): Promise<SandboxBot> {
  const sandbox = await startSandbox(options.sandbox);
  const client = new Client({
    intents: ['Guilds', 'GuildMessages', 'DirectMessages'],
    ...options.client,
    rest: { api: sandbox.apiUrl, ...options.client?.rest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const loggedIn = await ready;
  if (options.commands)
    await loggedIn.application.commands.set(options.commands as APIApplicationCommand[] as never);
  return {
    ...{ sandbox, client: loggedIn },
    rest: (method, path, body, headers) => callRest(sandbox, method, path, body, headers),
    async close() {
      await client.destroy();
      await sandbox.close();
    },
  };
}

async function callRest(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RestAnswer> {
  const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : {} };
}
