// Routes each interaction to its command or action: deferred at once, run, and always answered.
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  InteractionType,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { DigestManager } from '../core/digest/digests.js';
import type { LibraryManager } from '../core/library/manager.js';
import type { Logger } from '../log.js';
import { createChannelAccess } from './channels/channel-access.js';
import type {
  Action,
  Choice,
  Command,
  Modal,
  Options,
  PendingRequests,
  ReplyMode,
  Terms,
} from './command.js';
import { downloadAttachment } from './download-attachment.js';
import { ACKNOWLEDGE_MS, CHOICE_CHARS, CHOICES } from './limits.js';
import { shorten } from './markdown/escape-markdown.js';
import { textOf } from './message-parts.js';
import { fileOf, identify, optionsOf, submissionOf } from './read-interaction.js';
import type { Payload } from './render/message.js';
import { deferInteraction } from './reply/deferral.js';
import type { Sink } from './reply/reply.js';
import { isGone } from './reply/retry.js';
import type { Runner } from './reply/runner.js';
import type { SharedServers } from './shared-servers.js';
import { userErrors } from './text/errors.js';

export interface DispatchParts {
  readonly assistant: Assistant;
  readonly manager: LibraryManager;
  readonly digests: DigestManager;
  /** Another Discord-compatible API. Default: Discord's. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly runner: Runner;
  readonly terms: Terms;
  readonly sharedServers: SharedServers;
  readonly pending: PendingRequests;
  readonly log: Logger;
}

type RepliableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** @returns a handler for interactions; it never throws */
export function createDispatch(parts: DispatchParts): (interaction: Interaction) => Promise<void> {
  const { assistant, manager, digests, apiUrl, runner, terms, sharedServers, pending, log } = parts;
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const actions = new Map(parts.actions.map((action) => [action.name, action]));

  async function reply(
    interaction: RepliableInteraction,
    mode: ReplyMode | 'update',
    run: (invocation: Parameters<Command['run']>[0]) => ReturnType<Command['run']>,
    options: Options = { values: {} },
  ): Promise<void> {
    const isPrivate = mode === 'private' || (mode === 'update' && isSourcePrivate(interaction));
    const asker = identify(interaction, manager);
    const { library, userId } = asker;
    const name = 'customId' in interaction ? interaction.customId.split(':', 1)[0] : interaction.commandName;
    await runner.run({ name: name ?? '', userId, library }, sinkOf(interaction, mode), async (context) => {
      const articles = await findLibraries(interaction, context.signal);
      return await run({
        ...{ assistant, manager, digests, terms, pending },
        ...createChannelAccess(interaction.client, { guildId: interaction.guildId, userId }),
        download: (file) => downloadAttachment(file, { apiUrl, signal: context.signal }),
        ...asker,
        ...articles,
        isPrivate,
        options,
        ...context,
      });
    });
  }

  /** The libraries to answer from. Only a direct message adds those of shared servers, because nobody else reads it. */
  async function findLibraries(interaction: Interaction | RepliableInteraction, signal: AbortSignal) {
    const { guildId, user, client, context } = interaction;
    const { library } = identify(interaction, manager);
    if (guildId !== null) sharedServers.noteMember(guildId, user.id);
    const servers =
      context === InteractionContextType.BotDM ? await sharedServers.find(user.id, client, signal) : [];
    return { servers, libraries: [library, ...servers.map((server) => server.library)] };
  }

  function opening(interaction: Interaction | RepliableInteraction) {
    const channelName = (id: string) => interaction.guild?.channels.cache.get(id)?.name;
    return { assistant, manager, digests, channelName, ...identify(interaction, manager) };
  }

  /** Errors of `create` are told to the person. @returns false if there is no form to open */
  async function openModal(
    interaction: Exclude<RepliableInteraction, ModalSubmitInteraction>,
    create: () => Modal | undefined,
  ): Promise<boolean> {
    let modal: Modal | undefined;
    try {
      modal = create();
    } catch (error) {
      await reply(interaction, 'private', () => Promise.reject(error));
      return true;
    }
    if (modal === undefined) return false;
    const form = modal;
    await deferInteraction(() => interaction.showModal(form));
    return true;
  }

  async function runAction(interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> {
    const [name = '', ...given] = interaction.customId.split(':');
    const args = [...given, ...(isMenu(interaction) ? interaction.values : [])];
    const action = actions.get(name);
    if (!action) {
      await reply(interaction, 'private', () => Promise.reject(userErrors.outdated()));
      return;
    }
    const { modal } = action;
    if (modal && !interaction.isModalSubmit()) {
      await openModal(interaction, () => modal(args, opening(interaction)));
      return;
    }
    const sameMode = isSourcePrivate(interaction) ? 'private' : 'public';
    const mode = action.reply === 'same' ? sameMode : action.reply;
    const submitted = interaction.isModalSubmit() ? submissionOf(interaction) : { fields: {} };
    await reply(interaction, mode, (invocation) => action.run({ ...invocation, args, ...submitted }));
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const command = commands.get(interaction.commandName);
    const options = optionsOf(interaction.options.data);
    const signal = AbortSignal.timeout(ACKNOWLEDGE_MS / 2);
    let choices: readonly Choice[] = [];
    try {
      const { libraries } = await findLibraries(interaction, signal);
      const typing = { ...opening(interaction), libraries, signal, options, name, text: value };
      choices = (await command?.complete?.(typing)) ?? [];
    } catch (error) {
      log.warn({ err: error, name }, 'autocomplete failed');
    }
    await interaction.respond(fitChoices(choices));
  }

  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (interaction.isChatInputCommand()) {
        const command = commands.get(interaction.commandName);
        if (!command) return await reply(interaction, 'private', () => Promise.reject(userErrors.outdated()));
        const options = optionsOf(interaction.options.data);
        const { modal } = command;
        if (modal && (await openModal(interaction, () => modal({ ...opening(interaction), options }))))
          return;
        const mode = typeof command.reply === 'function' ? command.reply(options) : command.reply;
        await reply(interaction, mode, (invocation) => command.run(invocation), options);
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = commands.get(interaction.commandName);
        if (!command) return await reply(interaction, 'private', () => Promise.reject(userErrors.outdated()));
        const target: Message | null = interaction.targetMessage;
        const options = target ? readTarget(target) : { values: {} };
        await reply(interaction, 'private', (invocation) => command.run(invocation), options);
      } else if (interaction.isMessageComponent() || interaction.isModalSubmit())
        await runAction(interaction);
    } catch (error) {
      // The deferral itself failed, so there is no reply to report it in.
      const fields = { interaction: interaction.id, type: InteractionType[interaction.type] };
      // An expired interaction needs no stack. Late choices need no alarm: the person has typed on.
      if (isGone(error) || interaction.isAutocomplete())
        log.warn({ ...fields, error: String(error) }, 'interaction expired');
      else log.error({ ...fields, err: error }, 'interaction not acknowledged');
    }
  };
}

function readTarget(target: Message): Options {
  return {
    values: {},
    targetText: textOf(target),
    targetFiles: [...target.attachments.values()].map(fileOf),
  };
}

function isMenu(interaction: MessageComponentInteraction | ModalSubmitInteraction) {
  return interaction.isMessageComponent() && interaction.isAnySelectMenu();
}

async function defer(interaction: RepliableInteraction, mode: ReplyMode | 'update'): Promise<void> {
  const isConfirmed = await deferInteraction(async () => {
    // Another attempt may have succeeded in the meantime.
    if (interaction.deferred) return;
    if (mode === 'update' && 'deferUpdate' in interaction) await interaction.deferUpdate();
    else await interaction.deferReply(mode === 'private' ? { flags: MessageFlags.Ephemeral } : {});
  });
  // Discord has deferred it and only its response got lost, so the reply can be edited.
  if (!isConfirmed) interaction.deferred = true;
}

/** Whether the message that a button belongs to is shown to one person only. */
function isSourcePrivate(interaction: RepliableInteraction): boolean {
  const message = 'message' in interaction ? interaction.message : null;
  return message?.flags.has(MessageFlags.Ephemeral) ?? false;
}

function sinkOf(interaction: RepliableInteraction, mode: ReplyMode | 'update'): Sink {
  const followUp = (payload: Payload, flag: MessageFlags.Ephemeral | 0) =>
    interaction.followUp({ ...payload, flags: payload.flags | flag });
  const more = (payload: Payload) => followUp(payload, mode === 'public' ? 0 : MessageFlags.Ephemeral);
  /** A public deferral can't become private, so it is deleted first. */
  async function tellPrivately(payload: Payload): Promise<void> {
    await interaction.deleteReply();
    await followUp(payload, MessageFlags.Ephemeral);
  }
  let hasEdited = false;
  function edit(payload: Payload) {
    hasEdited = true;
    return interaction.editReply(payload);
  }
  return {
    ...{ open: () => defer(interaction, mode), edit, more },
    async sayPlainly(text) {
      // Takes the place of “thinking…”: https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
      const flags = mode === 'public' ? {} : { flags: MessageFlags.Ephemeral as const };
      await interaction.followUp({ content: text, allowedMentions: { parse: [] }, ...flags });
    },
    // An edit would replace the page that couldn't be turned, unless progress has replaced it already.
    ...(mode === 'update' ? { fail: (payload) => (hasEdited ? edit(payload) : more(payload)) } : {}),
    ...(mode === 'public' ? { tellPrivately } : {}),
  };
}

/** Keeps to Discord's limits: drops choices whose value is too long, and shortens names. */
function fitChoices(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ value }) => value.length > 0 && value.length <= CHOICE_CHARS)
    .slice(0, CHOICES)
    .map(({ name, value }) => ({ value, name: shorten(name, CHOICE_CHARS) }));
}
