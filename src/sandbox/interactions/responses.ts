// The possible first responses to an interaction, and what each one does.
import {
  type APIMessage,
  ApplicationCommandType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  InteractionResponseType as Respond,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { checkChoices, checkModal } from '../validation/check-modal.js';
import { discordErrors } from '../validation/discord-error.js';
import type { Json } from '../validation/problems.js';
import { createDeferredReply, createMessage, editMessage, type NewMessage } from '../world/messages.js';
import type { Attachment, Interaction, MessageRecord } from '../world/types.js';
import type { World } from '../world/world.js';

/** The response types allowed for this kind of interaction. Updates need a source message. */
export function allowedResponses({ type, sourceId }: Interaction): readonly Respond[] {
  if (type === Type.ApplicationCommandAutocomplete) return [Respond.ApplicationCommandAutocompleteResult];
  return [
    Respond.ChannelMessageWithSource,
    Respond.DeferredChannelMessageWithSource,
    ...(sourceId ? [Respond.DeferredMessageUpdate, Respond.UpdateMessage] : []),
    ...(type === Type.ModalSubmit ? [] : [Respond.Modal]),
  ];
}

type ResponseHandler = (
  world: World,
  interaction: Interaction,
  data: Json,
  files: readonly Attachment[],
) => MessageRecord | undefined;

/** What each response type creates or changes. */
export const RESPONSE_HANDLERS: Partial<Record<Respond, ResponseHandler>> = {
  [Respond.ChannelMessageWithSource](world, interaction, data, files) {
    const isEphemeral = (Number(data['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0;
    const record = createMessage(world, {
      ...createReplyDefaults(world, interaction, isEphemeral),
      body: data,
      files,
    });
    interaction.originalId = record.message.id;
    return record;
  },
  [Respond.DeferredChannelMessageWithSource](world, interaction, data) {
    const isEphemeral = (Number(data['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0;
    const record = createDeferredReply(world, createReplyDefaults(world, interaction, isEphemeral));
    interaction.originalId = record.message.id;
    return record;
  },
  [Respond.DeferredMessageUpdate](world, interaction) {
    interaction.originalId = interaction.sourceId;
    return world.findMessage(interaction.sourceId ?? '');
  },
  [Respond.UpdateMessage](world, interaction, data, files) {
    interaction.originalId = interaction.sourceId;
    const record = world.findMessage(interaction.sourceId ?? '');
    if (!record) throw discordErrors.unknownMessage();
    editMessage(world, record, data, files);
    return record;
  },
  [Respond.ApplicationCommandAutocompleteResult](_world, interaction, data) {
    interaction.choices = checkChoices(data['choices']);
    return undefined;
  },
  [Respond.Modal](_world, interaction, data) {
    interaction.modal = checkModal(data);
    return undefined;
  },
};

/** The fields that all replies to an interaction share. */
export function createReplyDefaults(
  world: World,
  interaction: Interaction,
  isEphemeral: boolean,
): Omit<NewMessage, 'body'> {
  const { id, type, userId, channelId, sourceId } = interaction;
  const data = interaction.payload['data'] as CommandData;
  // Discord shows the answer to a component as a reply to that component's message.
  const source = world.findMessage(sourceId ?? '')?.message;
  const name = data.name && commandPath(data.name, data.options);
  return {
    channelId,
    author: world.bot,
    type: source ? MessageType.Reply : messageTypeOf(type, data),
    interactionId: id,
    visibleTo: isEphemeral ? userId : undefined,
    extra: {
      application_id: world.application.id,
      webhook_id: world.application.id,
      ...(source && {
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: channelId,
          message_id: source.id,
        },
        referenced_message: { ...source, referenced_message: null },
      }),
      interaction_metadata: createMetadata(world, interaction),
      ...(name && { interaction: { id, type, name, user: world.users.get(userId) } }),
    } as unknown as Partial<APIMessage>,
  };
}

interface CommandData {
  readonly name?: string;
  readonly type?: ApplicationCommandType;
  readonly options?: readonly Json[];
}

function messageTypeOf(type: Type, data: CommandData): MessageType {
  if (type !== Type.ApplicationCommand) return MessageType.Default;
  const isSlash = data.type === ApplicationCommandType.ChatInput;
  return isSlash ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function createMetadata(world: World, { id, type, userId, payload, sourceId, openerId }: Interaction): Json {
  const { name, type: commandType } = payload['data'] as CommandData;
  const opener = world.interactions.get(openerId ?? '');
  return {
    ...{ id, type, user: world.users.get(userId) },
    authorizing_integration_owners: payload['authorizing_integration_owners'],
    ...(name && { name, command_type: commandType }),
    ...(type === Type.MessageComponent && { interacted_message_id: sourceId }),
    ...(opener && { triggering_interaction_metadata: createMetadata(world, opener) }),
  };
}

/** The command name with its subcommands, such as `article list`. */
function commandPath(name: string, options: readonly Json[] = []): string {
  const nested = options.find(({ type }) => type === 1 || type === 2);
  return nested
    ? `${name} ${commandPath(String(nested['name']), nested['options'] as readonly Json[])}`
    : name;
}
