// What the bot says about itself on Discord, and what the operator reads about the connection. See ../text/ask.ts.
import { AppError } from '../../core/errors.js';

export const botText = {
  activity: 'Type /ask to ask about the articles',
  description: "Answers questions about this server's articles and cites a source for every sentence.",
} as const;

/** The lines of `doctor`. A line that passes has only a detail, one that fails also says what to do. */
export const doctorText = {
  token: (botName: string) => `accepted; the bot's name is ${botName}`,
  install: (application: string, link: string) => `${application}; to add it to a server, open ${link}`,
  installLacks: (application: string, missing: readonly string[]) =>
    `The install link of ${application} is missing ${missing.join(', ')}.`,
  installAdvice: (link: string) =>
    `Add this on the Installation page of the application, or use this link instead: ${link}`,
  intents: (unneeded: readonly string[]) =>
    unneeded.length === 0
      ? 'no privileged intents needed'
      : `no privileged intents needed; you can turn off ${unneeded.join(', ')}`,
  servers: (count: number) => (count === 1 ? '1 server' : `${count} servers`),
  noServer: "The bot isn't in any server yet.",
  notInServer: (guildId: string) => `The bot isn't in the server ${guildId}.`,
  serverAdvice: (link: string) => `Open ${link} and choose a server.`,
  commands: (count: number) => `${count} registered`,
  commandsMissing: (names: readonly string[]) => `Not registered yet: ${names.join(', ')}.`,
  commandsAdvice: 'Run npm run register. npm start registers them too.',
  failed: (reason: string) => `The request to Discord failed (${reason}).`,
  failedAdvice: 'Check the network. If you set DISCORD_API_URL or DISCORD_GUILD_ID, check them too.',
} as const;

/** Errors for the operator; each makes an error to throw. */
export const connectionErrors = {
  badToken: (cause: unknown) =>
    new AppError({
      code: 'discord/bad-token',
      message: 'Discord rejects DISCORD_TOKEN.',
      advice: "Click Reset Token on your application's Bot page, and put the new token in .env.",
      cause,
    }),
  notInServer: (guildId: string, cause: unknown) =>
    new AppError({
      code: 'discord/not-in-server',
      message: `The bot isn't in the server ${guildId}, or may not register commands there.`,
      advice: 'Check DISCORD_GUILD_ID, and add the bot with the link that npm run doctor prints.',
      cause,
    }),
  unreachable: (reason: string, cause: unknown) =>
    new AppError({
      code: 'discord/unreachable',
      message: `Discord can't be reached (${reason}).`,
      advice: 'Check the network. If you set DISCORD_API_URL, check that too.',
      cause,
    }),
  gatewayUnreachable: (attempts: number, reason: string, cause?: unknown) =>
    new AppError({
      code: 'discord/gateway-unreachable',
      message: `Discord's gateway can't be reached: ${attempts} attempts failed (${reason}).`,
      advice:
        'Check that the network and its firewall allow WebSocket connections, then start Footnote again.',
      cause,
    }),
  badGateway: () =>
    new AppError({
      code: 'discord/bad-gateway',
      message: "Discord's API didn't say where its gateway is.",
      advice: 'If you set DISCORD_API_URL, check it. A proxy or a sign-in page may have answered instead.',
    }),
  noSessions: (minutes: number) =>
    new AppError({
      code: 'discord/no-sessions',
      message: `Discord allows no more logins for now. It will allow them again in ${minutes} minutes.`,
      advice: 'Find out what restarts Footnote so often, and start it again then.',
    }),
  commandsForbidden: (reason: string, cause: unknown) =>
    new AppError({
      code: 'discord/commands-refused',
      message: `Discord doesn't let the bot register its commands (${reason}).`,
      advice:
        'Check that DISCORD_TOKEN belongs to this application, and add the bot with the link that npm run doctor prints.',
      cause,
    }),
  commandsInvalid: (reason: string, cause: unknown) =>
    new AppError({
      code: 'discord/commands-refused',
      message: `Discord finds the commands invalid (${reason}).`,
      advice: 'Update Footnote. If you changed a command, undo that.',
      cause,
    }),
  disconnected: (closeCode: number) =>
    new AppError({
      code: 'discord/disconnected',
      message: `Discord closed the connection (code ${closeCode}).`,
      advice: 'Start Footnote again. If that fails too, run npm run doctor.',
    }),
} as const;
