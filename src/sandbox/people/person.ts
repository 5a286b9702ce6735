// A person in the sandbox: types, clicks, and sees what the bot answers.
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { createInteraction, requireVisibleChannel } from '../interactions/create-interaction.js';
import { flattenComponents } from '../interactions/form-inputs.js';
import type { FilledFields, MessageView } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import type { Attachment, Interaction } from '../world/types.js';
import { storeUpload } from '../world/uploads.js';
import type { World } from '../world/world.js';
import { findCommand, type OptionValues } from './find-command.js';
import { postMessage } from './post-message.js';
import { RejectedAction } from './rejected-action.js';
import { viewMessage, viewMessages } from './view.js';

/** `timeoutMs` is real time; default 10,000. */
interface WaitOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * A started interaction, and ways to await its outcome.
 * Each wait rejects with the message Discord would show if the interaction fails.
 */
export interface InteractionHandle {
  readonly id: string;
  /** The current state. */
  readonly interaction: Interaction;
  acknowledged(waiting?: WaitOptions): Promise<void>;
  modal(waiting?: WaitOptions): Promise<APIModalInteractionResponseCallbackData>;
  /**
   * Waits for the answer: an immediate reply, the first edit of a deferred reply, or an updated message.
   * With `where`, waits until the answer matches.
   */
  reply(waiting?: WaitOptions & { readonly where?: (view: MessageView) => boolean }): Promise<MessageView>;
}

interface ChannelOption {
  readonly channelId: string;
}

export interface Person {
  readonly id: string;
  /** @param name with subcommands, such as `article list` */
  command(name: string, options: OptionValues, place: ChannelOption): InteractionHandle;
  contextMenu(name: string, targetId: string, place: ChannelOption): InteractionHandle;
  /** @param place `focused` names the option being typed */
  autocomplete(
    name: string,
    options: OptionValues,
    place: ChannelOption & { readonly focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  click(messageId: string, customId: string): InteractionHandle;
  select(messageId: string, customId: string, values: readonly string[]): InteractionHandle;
  submitModal(opener: InteractionHandle, fields: FilledFields): InteractionHandle;
  say(
    content: string,
    options: ChannelOption & {
      readonly replyToId?: string;
      readonly mentionReply?: boolean;
      readonly attachmentIds?: readonly string[];
    },
  ): MessageView;
  /** The messages this person can see, including their private replies; oldest first. */
  messages(channelId: string): readonly MessageView[];
  dismiss(messageId: string): void;
  /** @returns the value for an attachment option or a file upload */
  upload(file: Attachment): string;
}

/**
 * Acts as one person. The methods throw a RejectedAction for anything Discord's client wouldn't allow.
 */
export function createPerson(world: World, userId: string): Person {
  const handle = (interaction: Interaction) => createHandle(world, interaction);
  const useComponent = (messageId: string, customId: string, values?: readonly string[]) => {
    const record = world.findMessage(messageId);
    const component = flattenComponents(record?.message.components).find(
      ({ custom_id }) => custom_id === customId,
    );
    if (!record || !component) throw new RejectedAction(text.unknownComponent);
    const componentType = component['type'] as number;
    return handle(
      createInteraction(world, {
        kind: 'component',
        userId,
        channelId: record.message.channel_id,
        messageId,
        customId,
        componentType,
        values,
      }),
    );
  };
  return {
    id: userId,
    command(name, values, { channelId }) {
      const { command, fill } = findCommand(world, userId, channelId, name, ApplicationCommandType.ChatInput);
      return handle(
        createInteraction(world, {
          kind: 'command',
          userId,
          channelId,
          commandId: command.id,
          options: fill(values),
        }),
      );
    },
    contextMenu(name, targetId, { channelId }) {
      const type = world.users.has(targetId) ? ApplicationCommandType.User : ApplicationCommandType.Message;
      const { command } = findCommand(world, userId, channelId, name, type);
      return handle(
        createInteraction(world, {
          kind: 'command',
          userId,
          channelId,
          commandId: command.id,
          options: [],
          targetId,
        }),
      );
    },
    async autocomplete(name, values, { channelId, focused }) {
      const { command, fill } = findCommand(world, userId, channelId, name, ApplicationCommandType.ChatInput);
      const options = fill(values, focused);
      const interaction = createInteraction(world, {
        kind: 'autocomplete',
        userId,
        channelId,
        commandId: command.id,
        options,
      });
      await handle(interaction).acknowledged();
      return interaction.choices ?? [];
    },
    click: (messageId, customId) => useComponent(messageId, customId),
    select: useComponent,
    submitModal({ interaction }, fields) {
      const customId = interaction.modal?.custom_id ?? '';
      const { channelId } = interaction;
      return handle(
        createInteraction(world, {
          kind: 'modal',
          userId,
          channelId,
          interactionId: interaction.id,
          customId,
          fields,
        }),
      );
    },
    say(content, options) {
      const record = postMessage(world, { ...options, userId, content });
      return { message: record.message, isEphemeral: false, isThinking: false };
    },
    messages: (channelId) => viewMessages(world, userId, requireVisibleChannel(world, userId, channelId).id),
    dismiss: (messageId) => dismiss(world, userId, messageId),
    upload: (file) => storeUpload(world, file),
  };
}

/** @throws RejectedAction if the message isn't a private reply to this person */
export function dismiss(world: World, userId: string, messageId: string): void {
  const record = world.findMessage(messageId);
  if (!record || record.visibleTo !== userId) throw new RejectedAction(text.notDismissible);
  record.isDismissed = true;
  world.emit({ kind: 'message-dismissed', record });
}

function createHandle(world: World, interaction: Interaction): InteractionHandle {
  /** Waits until `look` finds something or the interaction fails. */
  async function find<Found>(
    look: () => Found | undefined,
    { timeoutMs, signal }: WaitOptions,
  ): Promise<Found> {
    const hasFailed = () => interaction.reason !== undefined;
    if (look() === undefined && !hasFailed()) {
      await world.until(() => look() !== undefined || hasFailed(), {
        ...(timeoutMs && { timeoutMs }),
        ...(signal && { signal }),
      });
    }
    const found = look();
    if (found === undefined) throw new Error(interaction.reason);
    return found;
  }
  const findReply = () => {
    // Every waiter runs this on every event, so it returns early before the costly search.
    if (interaction.answerId === undefined) return undefined;
    const record = world.findMessage(interaction.answerId);
    return record && viewMessage(world, interaction.userId, record);
  };
  return {
    id: interaction.id,
    interaction,
    async acknowledged(waiting = {}) {
      await find(() => interaction.acknowledgedAt, waiting);
    },
    modal: (waiting = {}) => find(() => interaction.modal, waiting),
    async reply({ where = () => true, ...waiting } = {}) {
      return await find(() => {
        const view = findReply();
        return view && where(view) ? view : undefined;
      }, waiting);
    },
  };
}
