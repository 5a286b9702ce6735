// Snowflakes and tokens, shaped as Discord shapes them.
import { randomBytes } from 'node:crypto';

/** Discord's first millisecond: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Makes ids that grow with time and never repeat. */
export function createSnowflakeGenerator(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fromTime = BigInt(now() - DISCORD_EPOCH_MS) << 22n;
    last = fromTime > last ? fromTime : last + 1n;
    return last.toString();
  };
}

/** When a snowflake was made, as milliseconds since 1970. */
export function snowflakeTime(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + DISCORD_EPOCH_MS;
}

/** A bot token of Discord's three parts, the first of which is the bot's id. Random: it opens this sandbox alone. */
export function createBotToken(botId: string): string {
  const encoded = Buffer.from(botId).toString('base64url');
  return `${encoded}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}

/** What an interaction is answered by; holds no meaning. */
export function createInteractionToken(): string {
  return randomBytes(48).toString('base64url');
}
