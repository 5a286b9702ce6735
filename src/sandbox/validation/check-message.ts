// Validates the body of a message.
// https://docs.discord.com/developers/resources/message#create-message
import { MessageFlags } from 'discord-api-types/v10';
import { checkComponents } from './check-components.js';
import { discordErrors, Problems } from './discord-error.js';
import { asList, checkCount, checkNumber, checkText, checkUrl, isObject, type Json } from './problems.js';

/** Flags that a bot may set. */
const FLAGS_BOTS_MAY_SET =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.Ephemeral |
  MessageFlags.IsComponentsV2;

/** Total for all embeds of a message: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const MAX_EMBED_CHARS = 6000;

/**
 * Validates a complete message. For an edit, `body` includes the unchanged fields.
 * @param files names of the message's files
 * @throws DiscordError 50035 invalid form, 50006 empty message
 */
export function checkMessage(body: Json, files: ReadonlySet<string>): void {
  const problems = new Problems();
  const { content, embeds, components, flags } = body;
  const isV2 = (Number(flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

  checkText(problems, ['content'], content, { max: 2000 });
  checkEmbeds(problems, embeds);
  checkNumber(problems, ['flags'], flags, { min: 0, max: 2 ** 31 - 1 });
  if (Number(flags ?? 0) & ~FLAGS_BOTS_MAY_SET) {
    problems.add(['flags'], 'MESSAGE_FLAGS_INVALID', 'Only flags that a bot may set can be used here');
  }
  checkMentions(problems, body['allowed_mentions']);
  if (isV2) {
    for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
      if (!isFilled(body[field])) continue;
      const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      problems.add([field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
    }
  }
  checkComponents(problems, components, { isV2, files });
  problems.throwIfAny();

  if (![content, embeds, components, body['poll']].some(isFilled) && files.size === 0)
    throw discordErrors.emptyMessage();
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}

function checkEmbeds(problems: Problems, embeds: unknown): void {
  checkCount(problems, ['embeds'], embeds, { max: 10 });
  let characters = 0;
  for (const [index, embed] of asList(embeds).entries()) {
    const path = ['embeds', index];
    const { title, description, fields, footer, author, url } = embed;
    const [footerText, authorName] = [
      isObject(footer) ? footer['text'] : '',
      isObject(author) ? author['name'] : '',
    ];
    checkText(problems, [...path, 'title'], title, { max: 256 });
    checkText(problems, [...path, 'description'], description, { max: 4096 });
    checkText(problems, [...path, 'footer', 'text'], footerText, { max: 2048 });
    checkText(problems, [...path, 'author', 'name'], authorName, { max: 256 });
    checkCount(problems, [...path, 'fields'], fields, { max: 25 });
    if (url !== undefined) checkUrl(problems, [...path, 'url'], url);
    const texts = [title, description, footerText, authorName];
    for (const [at, { name, value }] of asList(fields).entries()) {
      checkText(problems, [...path, 'fields', at, 'name'], name, { min: 1, max: 256, isRequired: true });
      checkText(problems, [...path, 'fields', at, 'value'], value, { min: 1, max: 1024, isRequired: true });
      texts.push(name, value);
    }
    characters += texts.reduce<number>(
      (sum, text) => sum + (typeof text === 'string' ? [...text].length : 0),
      0,
    );
  }
  if (characters > MAX_EMBED_CHARS) {
    problems.add(
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${MAX_EMBED_CHARS}`,
    );
  }
}

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function checkMentions(problems: Problems, allowed: unknown): void {
  if (!isObject(allowed)) return;
  const { parse } = allowed;
  for (const kind of ['users', 'roles'] as const) {
    checkCount(problems, ['allowed_mentions', kind], allowed[kind], { max: 100 });
    if (Array.isArray(parse) && parse.includes(kind) && isFilled(allowed[kind])) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      problems.add(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
}
