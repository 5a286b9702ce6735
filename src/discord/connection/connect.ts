// Connects a client to Discord's gateway: tries a few times at the start, and watches the connection afterwards. discord.js
// itself would go on for ever, without a pause and without saying why.
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { abortable } from '../../core/async/abort.js';
import type { AppError } from '../../core/errors.js';
import type { Logger } from '../../log.js';
import { checkGateway } from './check-gateway.js';
import { explainDiscordError } from './explain-error.js';
import { connectionErrors } from './text.js';

export interface ConnectOptions {
  /** How often the gateway is tried at the start. Default 5. */
  readonly attempts?: number | undefined;
  /** How long one attempt may take. Default 30,000, because discord.js waits 15,000 for the servers alone. */
  readonly attemptMs?: number | undefined;
  /** The pause after the first attempt; it doubles each time. Default 1,000. */
  readonly firstPauseMs?: number | undefined;
  /** A lost connection that isn't back by then is given up. Default 120,000. */
  readonly lostMs?: number | undefined;
}

interface ConnectParts extends ConnectOptions {
  readonly token: string;
  readonly log: Logger;
  readonly signal?: AbortSignal | undefined;
  /** Creates a client with its handlers. A client whose connection failed can't be used again. */
  readonly createClient: () => Client;
}

export interface Connected {
  readonly client: Client<true>;
  /** Resolves if the connection is lost for good. */
  readonly ended: Promise<AppError>;
}

/** Destroying a client waits for its connection, which may never answer. */
const DESTROY_MS = 2_000;
/** Of the failures to reconnect, the first one and then every so many are logged. */
const LOGGED_FAILURES = 20;

/**
 * @throws AppError `discord/gateway-unreachable` after the last attempt, `discord/disconnected` if Discord refuses the bot;
 * as {@link checkGateway}
 */
export async function connect(parts: ConnectParts): Promise<Connected> {
  const { log, signal, attempts = 5, attemptMs = 30_000, firstPauseMs = 1_000 } = parts;
  for (let attempt = 1; ; attempt += 1) {
    const client = parts.createClient();
    const watch = watchConnection(client, log, parts.lostMs ?? 120_000);
    try {
      await checkGateway(client.rest.setToken(parts.token), signal);
      await abortable(logIn(client, parts.token, watch, attemptMs), signal);
      return { client: client as Client<true>, ended: watch.ended };
    } catch (error) {
      await destroyClient(client);
      signal?.throwIfAborted();
      if (!(error instanceof GatewayFailure)) throw explainDiscordError(error);
      if (attempt >= attempts) throw connectionErrors.gatewayUnreachable(attempts, error.message, error);
      const pauseMs = firstPauseMs * 2 ** (attempt - 1);
      log.warn({ reason: error.message, attempt, attempts, pauseMs }, "Discord's gateway can't be reached");
      await wait(pauseMs, undefined, { signal });
    }
  }
}

/** Stops a client. Never throws, and never takes longer than two seconds. */
export async function destroyClient(client: Client): Promise<void> {
  const destroyed = client.destroy().catch(() => {});
  await Promise.race([destroyed, wait(DESTROY_MS, undefined, { ref: false })]);
}

/** An attempt to connect failed, and another one may succeed. */
class GatewayFailure extends Error {}

type ConnectionWatch = ReturnType<typeof watchConnection>;

async function logIn(
  client: Client,
  token: string,
  watch: ConnectionWatch,
  attemptMs: number,
): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  const timer = new AbortController();
  const late = wait(attemptMs, undefined, { signal: timer.signal }).then(() => {
    throw new GatewayFailure('no response in time');
  });
  const refused = watch.ended.then((error) => {
    throw error;
  });
  // What loses the race must not be reported as unhandled.
  for (const promise of [late, refused, watch.failed]) promise.catch(() => {});
  try {
    await Promise.race([Promise.all([client.login(token), ready]), watch.failed, late, refused]);
  } catch (error) {
    // The login fails with the connection's error, too.
    throw watch.hasFailed() && !(error instanceof GatewayFailure)
      ? new GatewayFailure(reasonOf(error))
      : error;
  } finally {
    timer.abort();
  }
}

function watchConnection(client: Client, log: Logger, lostMs: number) {
  let isReady = false;
  let failures = 0;
  let reason = '';
  let lost: NodeJS.Timeout | undefined;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const ended = new Promise<AppError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(connectionErrors.disconnected(code)));
    client.on(Events.ShardReconnecting, () => {
      failures += 1;
      if (!isReady) {
        fail(new GatewayFailure(reason || 'the connection was closed'));
        return;
      }
      if (failures % LOGGED_FAILURES === 1) log.info({ failures, ...(reason && { reason }) }, 'reconnecting');
      lost ??= setTimeout(() => {
        resolve(connectionErrors.gatewayUnreachable(failures, reason || 'no response in time'));
      }, lostMs).unref();
    });
  });
  const restore = () => {
    clearTimeout(lost);
    lost = undefined;
    failures = 0;
    reason = '';
  };
  client.on(Events.ShardError, (error) => {
    reason = reasonOf(error);
    if (!isReady) fail(new GatewayFailure(reason));
  });
  // discord.js doesn't emit network errors, and mentions them only here.
  client.on(Events.Debug, (message) => {
    if (message.includes('due to a network error')) reason = 'the connection was refused or broke';
  });
  client.on(Events.ShardReady, restore);
  client.on(Events.ShardResume, restore);
  client.once(Events.ClientReady, () => {
    isReady = true;
    restore();
  });
  return { ended, failed, hasFailed: () => reason !== '' || failures > 0 };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
