// The lifecycle of an interaction: dispatch, first response, edits and follow-ups, expiry.
// https://docs.discord.com/developers/interactions/receiving-and-responding
import {
  MessageFlags,
  MessageType,
  InteractionResponseType as Respond,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { failureText } from '../text.js';
import { DiscordError, discordErrors, invalidForm } from '../validation/discord-error.js';
import { isObject, type Json } from '../validation/problems.js';
import { createMessage, editMessage } from '../world/messages.js';
import type { Attachment, Interaction, MessageRecord } from '../world/types.js';
import type { World } from '../world/world.js';
import { allowedResponses, createReplyDefaults, RESPONSE_HANDLERS } from './responses.js';

/** The deadline for the first response. */
const ACKNOWLEDGE_DEADLINE_MS = 3_000;
/** How long an interaction token stays valid. */
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** Sends an interaction to the bot, and marks it as failed if the bot doesn't respond in time. */
export function dispatchInteraction(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.id, interaction);
  world.clock.schedule(ACKNOWLEDGE_DEADLINE_MS, () => {
    if (interaction.state !== 'pending') return;
    interaction.state = 'failed';
    interaction.reason =
      interaction.type === Type.ModalSubmit ? failureText.modalFailed : failureText.noResponse;
    world.emit({ kind: 'interaction-failed', interaction });
  });
  world.clock.schedule(TOKEN_LIFETIME_MS, () => {
    world.interactions.delete(interaction.id);
    if (interaction.state !== 'acknowledged' || !world.findMessage(interaction.originalId ?? '')?.isThinking)
      return;
    interaction.reason = failureText.noResponse;
    world.emit({ kind: 'interaction-failed', interaction });
  });
  world.emit({ kind: 'interaction-created', interaction });
}

/**
 * Handles the first response to an interaction.
 * @returns the message it created or updated, if any
 * @throws DiscordError 10062 unknown or expired, 40060 already acknowledged, 50035 invalid form
 */
export function respond(
  world: World,
  { id, token }: { readonly id: string; readonly token: string },
  body: Json,
  files: readonly Attachment[],
): { readonly interaction: Interaction; readonly record: MessageRecord | undefined } {
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token || interaction.state === 'failed')
    throw discordErrors.unknownInteraction();
  if (interaction.state === 'acknowledged') throw discordErrors.alreadyAcknowledged();
  const data = isObject(body['data']) ? body['data'] : {};
  const type = body['type'] as Respond;
  if (!allowedResponses(interaction).includes(type)) {
    throw invalidForm(
      ['type'],
      'BASE_TYPE_CHOICES',
      `Value must be one of {${allowedResponses(interaction).join(', ')}}.`,
    );
  }
  const record = nestErrorsUnderData(() => RESPONSE_HANDLERS[type]?.(world, interaction, data, files));
  interaction.state = 'acknowledged';
  interaction.acknowledgedAt = world.clock.now();
  world.emit({ kind: 'interaction-acknowledged', interaction });
  if (type === Respond.Modal) world.emit({ kind: 'modal-opened', interaction });
  if (RESPONSES_THAT_ANSWER.includes(type)) markAnswered(world, interaction, record);
  return { interaction, record };
}

/** Responses that count as the answer. A deferred response is answered by its first edit. */
const RESPONSES_THAT_ANSWER: readonly Respond[] = [
  Respond.ChannelMessageWithSource,
  Respond.UpdateMessage,
  Respond.ApplicationCommandAutocompleteResult,
];

/**
 * Finds an acknowledged interaction by its token.
 * @throws DiscordError 50027 unknown or expired token, 10015 not acknowledged yet
 */
export function requireInteractionByToken(world: World, applicationId: string, token: string): Interaction {
  const interaction = [...world.interactions.values()].find((candidate) => candidate.token === token);
  if (applicationId !== world.application.id) throw discordErrors.unknownWebhook();
  if (!interaction) throw discordErrors.invalidWebhookToken();
  if (interaction.state !== 'acknowledged' || interaction.choices) throw discordErrors.unknownWebhook();
  return interaction;
}

/**
 * Finds a message of this interaction.
 * @param messageId `@original` or the id of a follow-up
 * @throws DiscordError 10008 not a message of this interaction
 */
export function requireReply(world: World, interaction: Interaction, messageId: string): MessageRecord {
  const isOriginal = messageId === '@original' || messageId === interaction.originalId;
  const record = world.findMessage(isOriginal ? (interaction.originalId ?? '') : messageId);
  if (!record || !(isOriginal || record.interactionId === interaction.id))
    throw discordErrors.unknownMessage();
  return record;
}

/** Edits a reply. The first edit of a deferred reply counts as the answer. */
export function editReply(
  world: World,
  interaction: Interaction,
  record: MessageRecord,
  body: Json,
  files: readonly Attachment[],
): void {
  editMessage(world, record, body, files);
  if (record.message.id === interaction.originalId) markAnswered(world, interaction, record);
}

/** Sends another message. After a deferral, the first follow-up replaces the “thinking…” message, as on Discord. */
export function followUp(
  world: World,
  interaction: Interaction,
  body: Json,
  files: readonly Attachment[],
): MessageRecord {
  const original = world.findMessage(interaction.originalId ?? '');
  if (original?.isThinking) {
    editReply(world, interaction, original, body, files);
    return original;
  }
  const isEphemeral = (Number(body['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0;
  const reply = createReplyDefaults(world, interaction, isEphemeral);
  const reference = original && {
    type: 0,
    message_id: original.message.id,
    channel_id: original.message.channel_id,
  };
  const extra = { ...reply.extra, ...(reference && { message_reference: reference }) };
  const record = createMessage(world, { ...reply, extra, body, files, type: MessageType.Reply });
  markAnswered(world, interaction, record);
  return record;
}

/** Does nothing if the interaction already has an answer. */
function markAnswered(world: World, interaction: Interaction, record: MessageRecord | undefined): void {
  if (interaction.answerId !== undefined) return;
  interaction.answerId = record?.message.id ?? '';
  world.emit({ kind: 'interaction-answered', interaction });
}

/** Moves a form's errors under `data`, because the response body holds the message there. */
function nestErrorsUnderData<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DiscordError) || !error.errors) throw error;
    throw new DiscordError(error.status, error.code, error.message, { data: error.errors });
  }
}
