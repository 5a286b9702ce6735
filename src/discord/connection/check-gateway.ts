// Asks Discord for its gateway before the client connects, because discord.js can't explain a response of the wrong form.
import { type APIGatewayBotInfo, type REST, Routes } from 'discord.js';
import { explainDiscordError } from './explain-error.js';
import { connectionErrors } from './text.js';

/**
 * @throws AppError `discord/bad-token`, `discord/unreachable`, `discord/bad-gateway`, `discord/no-sessions`; the signal's
 * reason
 */
export async function checkGateway(rest: REST, signal: AbortSignal | undefined): Promise<void> {
  const { url, session_start_limit: limit } = await readGateway(rest, signal);
  if (typeof url !== 'string' || !/^wss?:\/\//u.test(url) || typeof limit?.remaining !== 'number') {
    throw connectionErrors.badGateway();
  }
  if (limit.remaining <= 0) throw connectionErrors.noSessions(Math.ceil((limit.reset_after ?? 0) / 60_000));
}

async function readGateway(
  rest: REST,
  signal: AbortSignal | undefined,
): Promise<{
  readonly url?: unknown;
  readonly session_start_limit?: Partial<APIGatewayBotInfo['session_start_limit']>;
}> {
  try {
    const info = await rest.get(Routes.gatewayBot(), signal === undefined ? {} : { signal });
    return (info ?? {}) as Partial<APIGatewayBotInfo>;
  } catch (error) {
    signal?.throwIfAborted();
    // A response that claims to be JSON and isn't.
    if (error instanceof SyntaxError) throw connectionErrors.badGateway();
    throw explainDiscordError(error);
  }
}
