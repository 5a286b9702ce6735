// Snowflake ids and tokens in Discord's formats.
import { randomBytes } from 'node:crypto';

/** The zero point of snowflake timestamps: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** @returns a generator of ids that grow with time and never repeat */
export function createSnowflakeGenerator(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fromTime = BigInt(now() - DISCORD_EPOCH_MS) << 22n;
    last = fromTime > last ? fromTime : last + 1n;
    return last.toString();
  };
}

/** The creation time of a snowflake, in milliseconds since 1970. */
export function snowflakeTime(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + DISCORD_EPOCH_MS;
}

/** Creates a bot token in Discord's three-part format: the encoded bot id and two random parts. */
export function createBotToken(botId: string): string {
  const encoded = Buffer.from(botId).toString('base64url');
  return `${encoded}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}

/** Creates a random interaction token. */
export function createInteractionToken(): string {
  return randomBytes(48).toString('base64url');
}
