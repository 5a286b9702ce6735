// From an interaction to the command or action it is for: acknowledged at once, run, and always answered.
import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  InteractionType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import { AppError } from '../core/errors.js';
import type { Logger } from '../log.js';
import type { Action, Choice, Command, Fields, Options, ReplyMode, Terms } from './command.js';
import { ACKNOWLEDGE_MS, CHOICE_CHARS, CHOICES } from './limits.js';
import { stripDirectionOverrides } from './markdown/escape-markdown.js';
import { textOf } from './message-parts.js';
import { deferInteraction } from './reply/deferral.js';
import type { Sink } from './reply/reply.js';
import { isGone } from './reply/retry.js';
import type { Runner } from './reply/runner.js';

export interface DispatchParts {
  readonly assistant: Assistant;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly runner: Runner;
  readonly terms: Terms;
  readonly log: Logger;
}

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** @returns what handles an interaction; it never throws */
export function createDispatch(parts: DispatchParts): (interaction: Interaction) => Promise<void> {
  const { assistant, runner, terms, log } = parts;
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const actions = new Map(parts.actions.map((action) => [action.name, action]));

  async function answer(
    interaction: Answerable,
    mode: ReplyMode | 'update',
    work: (invocation: Parameters<Command['run']>[0]) => ReturnType<Command['run']>,
    options: Options = { values: {} },
  ): Promise<void> {
    const isPrivate = mode === 'private';
    const asker = whoAsks(interaction);
    const { library, userId } = asker;
    const name = 'customId' in interaction ? interaction.customId.split(':', 1)[0] : interaction.commandName;
    await runner.run({ name: name ?? '', userId, library }, sinkOf(interaction, mode), (context) =>
      work({ assistant, terms, ...asker, isPrivate, options, ...context }),
    );
  }

  async function act(interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> {
    const [name = '', ...args] = interaction.customId.split(':');
    const action = actions.get(name);
    if (!action) {
      await answer(interaction, 'private', () => Promise.reject(unknownAction()));
      return;
    }
    if (action.modal && !interaction.isModalSubmit()) {
      const modal = action.modal(args);
      await deferInteraction(() => interaction.showModal(modal));
      return;
    }
    const isOnPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
    const mode = action.reply === 'same' ? (isOnPrivate ? 'private' : 'public') : action.reply;
    const fields = interaction.isModalSubmit() ? fieldsOf(interaction) : {};
    await answer(interaction, mode, (invocation) => action.run({ ...invocation, args, fields }));
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const command = commands.get(interaction.commandName);
    const options = optionsOf(interaction.options.data);
    const { library } = whoAsks(interaction);
    const signal = AbortSignal.timeout(ACKNOWLEDGE_MS / 2);
    let choices: readonly Choice[] = [];
    try {
      choices = (await command?.complete?.({ assistant, library, signal, options, name, text: value })) ?? [];
    } catch (error) {
      log.warn({ err: error, name }, 'no choices');
    }
    await interaction.respond(fitChoices(choices));
  }

  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (interaction.isChatInputCommand()) {
        const command = commands.get(interaction.commandName);
        if (!command) return await answer(interaction, 'private', () => Promise.reject(unknownAction()));
        const options = optionsOf(interaction.options.data);
        const mode = typeof command.reply === 'function' ? command.reply(options) : command.reply;
        await answer(interaction, mode, (invocation) => command.run(invocation), options);
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = commands.get(interaction.commandName);
        if (!command) return await answer(interaction, 'private', () => Promise.reject(unknownAction()));
        const options = { values: {}, targetText: textOf(interaction.targetMessage) };
        await answer(interaction, 'private', (invocation) => command.run(invocation), options);
      } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await act(interaction);
    } catch (error) {
      // The acknowledgement itself failed, so there is no reply to say anything in.
      const about = { interaction: interaction.id, type: InteractionType[interaction.type] };
      // Whoever types on no longer waits for the choices; and a late answer is told by its time, not by its stack.
      if (isGone(error) || interaction.isAutocomplete())
        log.warn({ ...about, error: String(error) }, 'too late');
      else log.error({ ...about, err: error }, 'not acknowledged');
    }
  };
}

async function defer(interaction: Answerable, mode: ReplyMode | 'update'): Promise<void> {
  const isHeard = await deferInteraction(async () => {
    // Another attempt may have come through meanwhile.
    if (interaction.deferred) return;
    if (mode === 'update' && 'deferUpdate' in interaction) await interaction.deferUpdate();
    else await interaction.deferReply(mode === 'private' ? { flags: MessageFlags.Ephemeral } : {});
  });
  // Discord has it, only its word got lost on the way: the reply can be edited all the same.
  if (!isHeard) interaction.deferred = true;
}

/** Whose articles, and by what right: the server's where it installed Footnote, else the person's own. */
function whoAsks(interaction: Interaction | Answerable) {
  const { guildId, user, authorizingIntegrationOwners: owners, memberPermissions } = interaction;
  const isServers = guildId !== null && Object.values(owners).includes(guildId);
  const library = isServers ? `guild:${guildId}` : `user:${user.id}`;
  const installer = owners[ApplicationIntegrationType.UserInstall];
  return {
    userId: user.id,
    library,
    messageLibrary: isServers || installer === undefined ? library : `user:${installer}`,
    isAdmin: !isServers || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
  };
}

function sinkOf(interaction: Answerable, mode: ReplyMode | 'update'): Sink {
  const privately = mode === 'public' ? 0 : MessageFlags.Ephemeral;
  const more: Sink['more'] = (payload) =>
    interaction.followUp({ ...payload, flags: payload.flags | privately });
  return {
    open: () => defer(interaction, mode),
    edit: (payload) => interaction.editReply(payload),
    more,
    // The page that was to be turned stays.
    ...(mode === 'update' ? { fail: more } : {}),
  };
}

function optionsOf(data: readonly CommandInteractionOption[]): Options {
  const [first] = data;
  const isNested = first?.options !== undefined;
  const given = isNested ? (first.options ?? []) : data;
  return {
    subcommand: isNested ? first.name : undefined,
    values: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}

function fieldsOf(interaction: ModalSubmitInteraction): Fields {
  const fields = [...interaction.fields.fields.values()];
  return Object.fromEntries(
    fields.flatMap((field) => ('value' in field ? [[field.customId, String(field.value ?? '')]] : [])),
  );
}

/** As many as Discord takes; a value that is too long cannot be chosen, a name is shortened. */
function fitChoices(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ value }) => value.length > 0 && value.length <= CHOICE_CHARS)
    .slice(0, CHOICES)
    .map(({ name, value }) => ({ value, name: shorten(stripDirectionOverrides(name)) }));
}

function shorten(name: string): string {
  if (name.length <= CHOICE_CHARS) return name;
  return `${name
    .slice(0, CHOICE_CHARS - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')}…`;
}

function unknownAction(): AppError {
  return new AppError({
    code: 'discord/unknown-action',
    message: 'This is from another version of Footnote.',
    advice: 'Please ask again with /ask.',
  });
}
