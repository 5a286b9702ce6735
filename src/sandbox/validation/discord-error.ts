// Discord's error responses: status, code, message and, for invalid forms, the errors by field.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

type Path = readonly (string | number)[];

/** An error that the REST API sends as JSON. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  /** Nested by field like the request body, with lists of errors under `_errors`. */
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toBody(): object {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

/** Collects all problems of a request body, so that one error can report them together. */
export class Problems {
  readonly #root: Record<string, unknown> = {};
  #count = 0;

  add(path: Path, code: string, message: string): void {
    let node = this.#root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node['_errors'] ??= [];
    (node['_errors'] as object[]).push({ code, message });
    this.#count += 1;
  }

  /** @throws DiscordError 50035 if anything was added */
  throwIfAny(): void {
    if (this.#count > 0) throw this.toError();
  }

  toError(): DiscordError {
    const code = RESTJSONErrorCodes.InvalidFormBodyOrContentType;
    return new DiscordError(400, code, 'Invalid Form Body', this.#root);
  }
}

/** Creates an error for a single field. */
export function invalidForm(path: Path, code: string, message: string): DiscordError {
  const problems = new Problems();
  problems.add(path, code, message);
  return problems.toError();
}

const CODES = RESTJSONErrorCodes;

/** Errors that several routes share. */
export const discordErrors = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  requestTooLarge: () => new DiscordError(413, CODES.RequestEntityTooLarge, 'Request entity too large'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unknownChannel: () => new DiscordError(404, CODES.UnknownChannel, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, CODES.UnknownGuild, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, CODES.UnknownMember, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, CODES.UnknownMessage, 'Unknown Message'),
  unknownUser: () => new DiscordError(404, CODES.UnknownUser, 'Unknown User'),
  unknownRole: () => new DiscordError(404, CODES.UnknownRole, 'Unknown Role'),
  unknownCommand: () => new DiscordError(404, CODES.UnknownApplicationCommand, 'Unknown application command'),
  unknownInteraction: () => new DiscordError(404, CODES.UnknownInteraction, 'Unknown interaction'),
  unknownWebhook: () => new DiscordError(404, CODES.UnknownWebhook, 'Unknown Webhook'),
  alreadyAcknowledged: () =>
    new DiscordError(
      400,
      CODES.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  invalidWebhookToken: () => new DiscordError(401, CODES.InvalidWebhookToken, 'Invalid Webhook Token'),
  missingAccess: () => new DiscordError(403, CODES.MissingAccess, 'Missing Access'),
  missingPermissions: () => new DiscordError(403, CODES.MissingPermissions, 'Missing Permissions'),
  emptyMessage: () => new DiscordError(400, CODES.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  notTheAuthor: () =>
    new DiscordError(
      403,
      CODES.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
} as const;
