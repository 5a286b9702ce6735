// What a person does becomes an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ComponentType,
  ApplicationCommandOptionType as Option,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { availableCommands, contextOf, installsOf } from './available.js';
import { asList, isObject, type Json } from './check.js';
import { checkOptions } from './check-options.js';
import { createInteractionToken } from './ids.js';
import { type Interaction, openInteraction } from './interactions.js';
import { permissionsIn } from './permissions.js';
import type { Action, FilledOption } from './protocol.js';
import { Refused } from './refused.js';
import { showInteractionChannel, showMember } from './shapes.js';
import type { Channel, MessageRecord, World } from './world.js';

/**
 * Does what a person did, if Discord's client would let them.
 * @throws Refused
 */
export function act(world: World, action: Action): Interaction {
  const channel = requireSeen(world, action.userId, action.channelId);
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

/** @throws Refused where the person does not see the channel */
export function requireSeen(world: World, userId: string, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!world.people.some(({ id }) => id === userId)) throw new Refused('There is no such person.');
  if (!channel || permissionsIn(world, userId, channel) === 0n)
    throw new Refused('You cannot see this channel.');
  return channel;
}

type Acted<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

function runCommand(
  world: World,
  action: Acted<'command'> | Acted<'autocomplete'>,
  channel: Channel,
): Interaction {
  const { userId, commandId, options } = action;
  const command = availableCommands(world, userId, channel).find(({ id }) => id === commandId);
  if (!command) throw new Refused('You cannot use this command here.');
  const isComplete = action.kind === 'command';
  const targetId = isComplete ? action.targetId : undefined;
  const isMenu = command.type !== ApplicationCommandType.ChatInput;
  if (isMenu !== (targetId !== undefined))
    throw new Refused('Open a context menu on a message or a person, and nothing else.');
  checkOptions(command.options, options, { isComplete });
  if (!isComplete && !leavesOf(options).some(({ focused }) => focused))
    throw new Refused('No option is being typed.');

  const filled = isComplete ? options.map(withoutFocus) : options;
  const data = {
    ...{ id: command.id, name: command.name, type: command.type },
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(filled.length > 0 && { options: filled }),
    ...(targetId && { target_id: targetId }),
    resolved: targetId
      ? resolveTarget(world, command.type, targetId, channel, userId)
      : resolveOptions(world, filled, channel, userId),
  };
  return open(world, isComplete ? Type.ApplicationCommand : Type.ApplicationCommandAutocomplete, {
    channel,
    userId,
    data,
  });
}

function useComponent(world: World, action: Acted<'component'>, channel: Channel): Interaction {
  const { userId, messageId, customId, componentType, values } = action;
  const record = requireMessage(world, userId, channel, messageId);
  const component = flatten(record.message.components).find(({ custom_id }) => custom_id === customId);
  if (!component || component['type'] !== componentType)
    throw new Refused('This message has no such component.');
  if (component['disabled']) throw new Refused('This component is switched off.');
  if (componentType !== ComponentType.Button) checkSelected(component, values ?? []);
  const data = {
    ...{ custom_id: customId, component_type: componentType, id: component['id'] },
    ...(componentType !== ComponentType.Button && { values }),
    ...(componentType > ComponentType.TextInput && {
      resolved: resolveIds(world, values ?? [], channel, userId),
    }),
  };
  return open(world, Type.MessageComponent, { channel, userId, data, source: record });
}

function submitModal(world: World, action: Acted<'modal'>, channel: Channel): Interaction {
  const parent = world.interactions.get(action.interactionId);
  const { modal } = parent ?? {};
  if (!parent || !modal || parent.userId !== action.userId || modal.custom_id !== action.customId) {
    throw new Refused('This form is not open any more.');
  }
  const data = { custom_id: modal.custom_id, components: fillModal(modal, action.fields) };
  const source = world.findMessage(parent.sourceId ?? '');
  return open(world, Type.ModalSubmit, { channel, userId: action.userId, data, source });
}

function open(
  world: World,
  type: Type,
  {
    channel,
    userId,
    data,
    source,
  }: { channel: Channel; userId: string; data: object; source?: MessageRecord | undefined },
): Interaction {
  const [id, token] = [world.nextId(), createInteractionToken()];
  const guild = world.guilds.get(channel.guildId ?? '');
  const locale = world.people.find((person) => person.id === userId)?.locale ?? 'en-US';
  const member = guild && {
    ...showMember(world, guild, userId),
    permissions: permissionsIn(world, userId, channel).toString(),
  };
  const payload: Json = {
    ...{ id, token, type, data, locale, version: 1, application_id: world.application.id },
    channel_id: channel.id,
    channel: showInteractionChannel(world, channel, userId),
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
    authorizing_integration_owners: installsOf(world, userId, channel),
    context: contextOf(channel),
    attachment_size_limit: 10 * 1024 * 1024,
  };
  const interaction: Interaction = {
    ...{ id, token, type, userId, payload },
    createdAt: world.clock.now(),
    channelId: channel.id,
    sourceId: source?.message.id,
    state: 'pending',
    isEphemeral: false,
  };
  openInteraction(world, interaction);
  return interaction;
}

function requireMessage(world: World, userId: string, channel: Channel, messageId: string): MessageRecord {
  const record = world.messagesOf(channel.id).find(({ message }) => message.id === messageId);
  if (!record || (record.visibleTo && record.visibleTo !== userId))
    throw new Refused('This message is gone.');
  return record;
}

/** Every component of a message, nested ones included. */
export function flatten(components: unknown): readonly Json[] {
  return asList(components).flatMap((component) => [
    component,
    ...flatten(component['components']),
    ...flatten(component['accessory'] ? [component['accessory']] : []),
    ...flatten(component['component'] ? [component['component']] : []),
  ]);
}

function checkSelected(select: Json, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1, options } = select;
  if (values.length < Number(min)) throw new Refused(`Choose at least ${min}.`);
  if (values.length > Number(max)) throw new Refused(`Choose at most ${max}.`);
  const known = asList(options).map(({ value }) => value);
  if (select['type'] === ComponentType.StringSelect && values.some((value) => !known.includes(value))) {
    throw new Refused('Choose one of the options.');
  }
}

/** The modal's inputs with what was typed, nested as Discord sends them back. */
function fillModal(
  { components }: APIModalInteractionResponseCallbackData,
  fields: Readonly<Record<string, string>>,
): object[] {
  const fill = (input: Json) => {
    const customId = String(input['custom_id']);
    const value = fields[customId] ?? String(input['value'] ?? '');
    const name = String(input['label'] ?? customId);
    const { min_length: min = 0, max_length: max = 4000, required: isRequired = true } = input;
    if (isRequired && value === '') throw new Refused(`“${name}” is required.`);
    if (value !== '' && value.length < Number(min))
      throw new Refused(`“${name}” needs at least ${min} characters.`);
    if (value.length > Number(max)) throw new Refused(`“${name}” takes at most ${max} characters.`);
    const isText = input['type'] === ComponentType.TextInput;
    return {
      type: input['type'],
      id: input['id'] ?? 0,
      custom_id: customId,
      ...(isText ? { value } : { values: value ? [value] : [] }),
    };
  };
  return asList(components).map((component, index) => {
    const { type, components: inputs, component: input } = component;
    const id = component['id'] ?? index + 1;
    if (isObject(input)) return { type, id, component: fill(input) };
    return { type, id, ...(inputs !== undefined && { components: asList(inputs).map(fill) }) };
  });
}

function withoutFocus({ focused: _, options, ...option }: FilledOption): FilledOption {
  return { ...option, ...(options && { options: options.map(withoutFocus) }) };
}

function leavesOf(options: readonly FilledOption[]): readonly FilledOption[] {
  return options.flatMap((option) => (option.options ? leavesOf(option.options) : [option]));
}

function resolveTarget(
  world: World,
  type: ApplicationCommandType,
  targetId: string,
  channel: Channel,
  userId: string,
): object {
  if (type === ApplicationCommandType.User) return resolveIds(world, [targetId], channel, userId);
  return { messages: { [targetId]: requireMessage(world, userId, channel, targetId).message } };
}

function resolveOptions(
  world: World,
  options: readonly FilledOption[],
  channel: Channel,
  userId: string,
): object {
  const byId = [Option.User, Option.Channel, Option.Role, Option.Mentionable];
  const ids = leavesOf(options)
    .filter(({ type }) => byId.includes(type))
    .map(({ value }) => String(value));
  return resolveIds(world, ids, channel, userId);
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
function resolveIds(world: World, ids: readonly string[], channel: Channel, userId: string): object {
  const guild = world.guilds.get(channel.guildId ?? '');
  const pick = (find: (id: string) => object | undefined) => {
    const found = ids.flatMap((id) => {
      const value = find(id);
      return value ? [[id, value] as const] : [];
    });
    return found.length > 0 ? Object.fromEntries(found) : undefined;
  };
  const members = pick((id) => {
    if (!guild?.members.has(id)) return undefined;
    const { user: _, ...member } = showMember(world, guild, id);
    return { ...member, permissions: permissionsIn(world, id, channel).toString() };
  });
  const channels = pick((id) => {
    const found = world.channels.get(id);
    return found?.guildId === channel.guildId && found
      ? showInteractionChannel(world, found, userId)
      : undefined;
  });
  const users = pick((id) => world.users.get(id));
  const roles = pick((id) => guild?.roles.find((role) => role.id === id));
  return {
    ...(users && { users }),
    ...(members && { members }),
    ...(channels && { channels }),
    ...(roles && { roles }),
  };
}
