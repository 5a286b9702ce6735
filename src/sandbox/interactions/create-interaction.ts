// Turns a person's action into an interaction and dispatches it to the bot.
// https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
import { ApplicationCommandType, ComponentType, InteractionType as Type } from 'discord-api-types/v10';
import { authorizingOwners, interactionContextOf, visibleCommands } from '../people/command-visibility.js';
import { RejectedAction } from '../people/rejected-action.js';
import type { Action, FilledOption } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import { checkOptions } from '../validation/check-options.js';
import type { Json } from '../validation/problems.js';
import { createInteractionToken } from '../world/ids.js';
import { canView, permissionsIn } from '../world/permissions.js';
import { serializeInteractionChannel, serializeMember } from '../world/serialize.js';
import type { Channel, Interaction, MessageRecord } from '../world/types.js';
import { MAX_UPLOAD_BYTES } from '../world/uploads.js';
import type { World } from '../world/world.js';
import { checkSelectedValues, fillModalInputs, flattenComponents, valuesIn } from './form-inputs.js';
import { dispatchInteraction } from './interactions.js';
import { leafOptions, resolveIds, resolveOptions, resolveTarget } from './resolved-data.js';

/**
 * Creates and dispatches the interaction for an action.
 * @throws RejectedAction if Discord's client wouldn't allow the action
 */
export function createInteraction(world: World, action: Action): Interaction {
  const channel = requireVisibleChannel(world, action.userId, action.channelId);
  switch (action.kind) {
    case 'command':
    case 'autocomplete':
      return runCommand(world, action, channel);
    case 'component':
      return useComponent(world, action, channel);
    case 'modal':
      return submitModal(world, action, channel);
  }
}

/** @throws RejectedAction if the person doesn't exist or can't see the channel */
export function requireVisibleChannel(world: World, userId: string, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!world.people.some(({ id }) => id === userId)) throw new RejectedAction(text.unknownPerson);
  if (!channel || !canView(world, userId, channel)) throw new RejectedAction(text.hiddenChannel);
  return channel;
}

type ActionOfKind<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

function runCommand(
  world: World,
  action: ActionOfKind<'command'> | ActionOfKind<'autocomplete'>,
  channel: Channel,
): Interaction {
  const { userId, commandId, options } = action;
  const command = visibleCommands(world, userId, channel).find(({ id }) => id === commandId);
  if (!command) throw new RejectedAction(text.commandNotAllowed);
  const isComplete = action.kind === 'command';
  const targetId = isComplete ? action.targetId : undefined;
  const isMenu = command.type !== ApplicationCommandType.ChatInput;
  if (isMenu !== (targetId !== undefined)) throw new RejectedAction(text.wrongTarget);
  checkOptions(world, command.options, options, { isComplete });
  if (!isComplete && !leafOptions(options).some(({ focused }) => focused))
    throw new RejectedAction(text.missingFocus);

  const context = { world, channel, userId };
  const filled = isComplete ? options.map(removeFocus) : options;
  const data = {
    ...{ id: command.id, name: command.name, type: command.type },
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(filled.length > 0 && { options: filled }),
    ...(targetId && { target_id: targetId }),
    resolved: targetId
      ? resolveTarget(command.type, targetId, {
          ...context,
          message: () => requireMessage(world, userId, channel, targetId).message,
        })
      : resolveOptions(filled, context),
  };
  return dispatch(world, isComplete ? Type.ApplicationCommand : Type.ApplicationCommandAutocomplete, {
    channel,
    userId,
    data,
  });
}

function useComponent(world: World, action: ActionOfKind<'component'>, channel: Channel): Interaction {
  const { userId, messageId, customId, componentType, values } = action;
  const record = requireMessage(world, userId, channel, messageId);
  const component = flattenComponents(record.message.components).find(
    ({ custom_id }) => custom_id === customId,
  );
  if (!component || component['type'] !== componentType) throw new RejectedAction(text.unknownComponent);
  if (component['disabled']) throw new RejectedAction(text.disabledComponent);
  if (componentType !== ComponentType.Button) checkSelectedValues(world, component, values ?? [], channel);
  const data = {
    ...{ custom_id: customId, component_type: componentType, id: component['id'] },
    ...(componentType !== ComponentType.Button && { values }),
    ...(componentType > ComponentType.TextInput && {
      resolved: resolveIds(values ?? [], { world, channel, userId }),
    }),
  };
  return dispatch(world, Type.MessageComponent, { channel, userId, data, source: record });
}

function submitModal(world: World, action: ActionOfKind<'modal'>, channel: Channel): Interaction {
  const parent = world.interactions.get(action.interactionId);
  const { modal } = parent ?? {};
  if (!parent || !modal || parent.userId !== action.userId || modal.custom_id !== action.customId) {
    throw new RejectedAction(text.modalClosed);
  }
  const components = fillModalInputs(world, modal, action.fields, channel);
  const resolved = resolveIds(valuesIn(components), { world, channel, userId: action.userId });
  const data = { custom_id: modal.custom_id, components, resolved };
  const source = world.findMessage(parent.sourceId ?? '');
  return dispatch(world, Type.ModalSubmit, {
    channel,
    userId: action.userId,
    data,
    source,
    openerId: parent.id,
  });
}

interface NewInteraction {
  readonly channel: Channel;
  readonly userId: string;
  readonly data: object;
  readonly source?: MessageRecord | undefined;
  readonly openerId?: string;
}

function dispatch(
  world: World,
  type: Type,
  { channel, userId, data, source, openerId }: NewInteraction,
): Interaction {
  const [id, token] = [world.nextId(), createInteractionToken()];
  const guild = world.guilds.get(channel.guildId ?? '');
  const locale = world.people.find((person) => person.id === userId)?.locale ?? 'en-US';
  const member = guild && {
    ...serializeMember(world, guild, userId),
    permissions: permissionsIn(world, userId, channel).toString(),
  };
  const payload: Json = {
    ...{ id, token, type, data, locale, version: 1, application_id: world.application.id },
    channel_id: channel.id,
    channel: serializeInteractionChannel(world, channel, userId),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member,
        }
      : { user: world.users.get(userId) }),
    ...(source && { message: source.message }),
    app_permissions: permissionsIn(world, world.bot.id, channel).toString(),
    entitlements: [],
    // For a component, Discord sends the owners who authorized the original command, whoever clicks.
    authorizing_integration_owners:
      source?.message.interaction_metadata?.authorizing_integration_owners ??
      authorizingOwners(world, userId, channel),
    context: interactionContextOf(channel),
    attachment_size_limit: MAX_UPLOAD_BYTES,
  };
  const interaction: Interaction = {
    ...{ id, token, type, userId, payload },
    channelId: channel.id,
    sourceId: source?.message.id,
    openerId,
    state: 'pending',
  };
  dispatchInteraction(world, interaction);
  return interaction;
}

function requireMessage(world: World, userId: string, channel: Channel, messageId: string): MessageRecord {
  const record = world.messagesOf(channel.id).find(({ message }) => message.id === messageId);
  if (!record || (record.visibleTo && record.visibleTo !== userId))
    throw new RejectedAction(text.messageDeleted);
  return record;
}

function removeFocus({ focused: _, options, ...option }: FilledOption): FilledOption {
  return { ...option, ...(options && { options: options.map(removeFocus) }) };
}
