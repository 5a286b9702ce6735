// The real discord.js client connected to the sandbox, with a person who uses the bot.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ComponentType,
  ContainerBuilder,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  Partials,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InteractionHandle, Person } from '../../src/sandbox/people/person.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const ASK = {
  name: 'ask',
  description: 'Asks a question',
  options: [
    { type: 3, name: 'question', description: 'The question', required: true, max_length: 200 },
    { type: 3, name: 'article', description: 'Which article', autocomplete: true },
    { type: 4, name: 'limit', description: 'How many', min_value: 1, max_value: 5 },
  ],
  contexts: [0, 1, 2],
  integration_types: [0, 1],
};
const LIST = {
  name: 'article',
  description: 'Articles',
  options: [{ type: 1, name: 'list', description: 'Lists them' }],
  contexts: [0],
};
const CHECK = { name: 'Check this', type: 3, contexts: [0, 1] };
const ADMIN = {
  name: 'purge',
  description: 'For administrators',
  default_member_permissions: '0',
  contexts: [0],
};

let bot: SandboxBot;
let member: Person;

beforeEach(async () => {
  bot = await openSandboxBot({
    commands: [ASK, LIST, CHECK, ADMIN],
    client: { partials: [Partials.Channel] },
  });
  member = bot.sandbox.as(IDS.member);
});

afterEach(async () => {
  await bot.close();
});

function onInteraction(run: (interaction: Interaction) => Promise<unknown>): void {
  bot.client.on(Events.InteractionCreate, (interaction) => {
    run(interaction).catch((error) => bot.client.emit(Events.Error, error));
  });
}

function ask(question = 'Why?'): InteractionHandle {
  return member.command('ask', { question }, { channelId: IDS.general });
}

describe('logging in', () => {
  it('shows the bot its servers', () => {
    const names = bot.client.guilds.cache.map(({ name }) => name).sort();

    expect(bot.client.user.id).toBe(IDS.application);
    expect(names).toEqual(['Harbor Community', 'Riverside Gazette']);
    expect(bot.sandbox.world.isBotOnline).toBe(true);
  });

  it('stores the presence the bot sets', async () => {
    const changed = bot.sandbox.world.until('presence-changed');

    bot.client.user.setPresence({ activities: [{ name: 'Answering questions' }] });
    await changed;

    expect(bot.sandbox.world.presence?.activities[0]?.name).toBe('Answering questions');
  });
});

describe('a command', () => {
  it('can be deferred and then answered by an edit', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply(`You asked: ${interaction.options.getString('question')}`);
    });
    const started = ask();

    await started.acknowledged();
    const { message } = await started.reply();

    expect(message).toMatchObject({ content: 'You asked: Why?', edited_timestamp: null });
    expect(message.interaction_metadata?.user.id).toBe(IDS.member);
    expect(bot.sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });

  it('can be awaited while the bot streams its reply', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      for (const content of ['One', 'One two', 'One two three']) await interaction.editReply(content);
    });

    const complete = await ask().reply({ where: ({ message }) => message.content.endsWith('three') });
    const never = ask().reply({ where: () => false, signal: AbortSignal.abort(new Error('cancelled')) });

    expect(complete.message.edited_timestamp).not.toBeNull();
    await expect(never).rejects.toThrow('cancelled');
  });

  it('shows a private reply only to its owner, who can dismiss it', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'Only for you', flags: MessageFlags.Ephemeral });
    });

    const { message } = await ask().reply();

    expect(member.messages(IDS.general)).toMatchObject([{ isEphemeral: true }]);
    expect(bot.sandbox.as(IDS.owner).messages(IDS.general)).toEqual([]);
    member.dismiss(message.id);
    expect(member.messages(IDS.general)).toEqual([]);
  });

  it('tells the bot its context, installation owners and permissions', async () => {
    const received: unknown[] = [];
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { context, authorizingIntegrationOwners: owners, appPermissions } = interaction;
      received.push([context, owners.guildId, owners.userId, appPermissions.has('SendMessages')]);
      await interaction.reply('Here.');
    });
    const owner = bot.sandbox.as(IDS.owner);

    await owner.command('ask', { question: 'Why?' }, { channelId: IDS.readOnly }).reply();
    await owner.command('ask', { question: 'Why?' }, { channelId: IDS.direct }).reply();
    await owner.command('ask', { question: 'Why?' }, { channelId: IDS.group }).reply();

    expect(received).toEqual([
      [0, IDS.gazette, IDS.owner, false],
      [1, '0', IDS.owner, true],
      [2, null, IDS.owner, false],
    ]);
  });

  it('is rejected with a reason before it is sent', () => {
    const run = (options: Record<string, string | number>) => () =>
      member.command('ask', options, { channelId: IDS.general });

    expect(run({})).toThrow('The option “question” is required.');
    expect(run({ question: 'x'.repeat(201) })).toThrow('at most 200 characters');
    expect(run({ question: 'Why?', limit: 6 })).toThrow('at most 5');
    expect(run({ question: 'Why?', limit: 1.5 })).toThrow('whole number');
    expect(run({ question: 'Why?', colour: 'red' })).toThrow('no option “colour”');
    expect(() => member.command('purge', {}, { channelId: IDS.general })).toThrow('no command “purge”');
    expect(() => member.command('ask', { question: 'Why?' }, { channelId: IDS.group })).toThrow(
      'no command “ask”',
    );
    expect(() => bot.sandbox.as(IDS.guest).command('ask', {}, { channelId: IDS.general })).toThrow(
      "can't see",
    );
  });

  it('reaches the bot with its subcommand or its target message', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getSubcommand());
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    const sent = member.say('The river rose.', { channelId: IDS.general });

    const listed = await member.command('article list', {}, { channelId: IDS.general }).reply();
    const checked = await member
      .contextMenu('Check this', sent.message.id, { channelId: IDS.general })
      .reply();

    expect([listed.message.content, checked.message.content]).toEqual(['list', 'The river rose.']);
  });

  it('offers autocomplete for the option being typed', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `About ${value}`, value }]);
    });

    const choices = await member.autocomplete(
      'ask',
      { article: 'floods' },
      { channelId: IDS.general, focused: 'article' },
    );

    expect(choices).toEqual([{ name: 'About floods', value: 'floods' }]);
  });

  it('is answered even when 40 are sent at once', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply(interaction.options.getString('question', true));
    });

    const started = Array.from({ length: 40 }, (_, index) => ask(`${index}`));
    const answers = await Promise.all(started.map((handle) => handle.reply()));

    expect(answers.map(({ message }) => Number(message.content))).toEqual(answers.map((_, index) => index));
  });

  it('fails when the bot does not respond within three seconds', async () => {
    const received = new Promise<Interaction>((resolve) =>
      bot.client.once(Events.InteractionCreate, resolve),
    );
    const started = ask();
    const interaction = await received;

    bot.sandbox.world.advance(3_000);

    await expect(started.reply()).rejects.toThrow('The application did not respond');
    if (!interaction.isChatInputCommand()) throw new Error('not a command');
    await expect(interaction.reply('Too late')).rejects.toMatchObject({ code: 10062 });
  });
});

describe('components', () => {
  it('send a click to the bot, which updates the message', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
        const container = new ContainerBuilder()
          .addTextDisplayComponents(new TextDisplayBuilder().setContent('An answer'))
          .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button));
        await interaction.deferReply();
        await interaction.editReply({ components: [container], flags: MessageFlags.IsComponentsV2 });
      }
      if (interaction.isButton()) {
        const text = new TextDisplayBuilder().setContent(`More for ${interaction.user.displayName}`);
        await interaction.update({ components: [text], flags: MessageFlags.IsComponentsV2 });
      }
    });
    const { message } = await ask().reply();

    const updated = await member.click(message.id, 'more').reply();

    expect(updated.message.id).toBe(message.id);
    expect(updated.message.components).toMatchObject([{ type: 10, content: 'More for Tomas Reed' }]);
    expect(() => member.click(message.id, 'more')).toThrow("doesn't have this button or menu");
  });

  it('send the selected values', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const menu = new StringSelectMenuBuilder()
          .setCustomId('which')
          .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
        await interaction.reply({
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
        });
      }
      if (interaction.isStringSelectMenu()) await interaction.reply(`Chose ${interaction.values.join()}`);
    });
    const { message } = await ask().reply();

    const chosen = await member.select(message.id, 'which', ['2']).reply();

    expect(chosen.message).toMatchObject({ content: 'Chose 2', referenced_message: { id: message.id } });
    expect(() => member.select(message.id, 'which', ['3'])).toThrow('one of the options');
  });

  it('send the channels that were selected, if they are of the right type', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const menu = new ChannelSelectMenuBuilder()
          .setCustomId('where')
          .setChannelTypes(ChannelType.GuildText);
        await interaction.reply({
          components: [new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(menu)],
        });
      }
      if (interaction.isChannelSelectMenu())
        await interaction.reply(interaction.channels.map((channel) => `Chose ${channel?.id}`).join());
    });
    const { message } = await ask().reply();

    const chosen = await member.select(message.id, 'where', [IDS.articles]).reply();

    expect(chosen.message.content).toBe(`Chose ${IDS.articles}`);
    for (const id of [IDS.thread, IDS.harborGeneral, 'unknown'])
      expect(() => member.select(message.id, 'where', [id])).toThrow('one of the options');
  });

  it('can open a modal with menus, which sends what is selected, or the defaults', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const styles = [
          { label: 'Long', value: 'long' },
          { label: 'Short', value: 'short', default: true },
        ];
        await interaction.showModal({
          ...{ custom_id: 'form', title: 'Form' },
          components: [
            {
              ...{ type: ComponentType.Label, label: 'Where' },
              component: { type: ComponentType.ChannelSelect, custom_id: 'where' },
            },
            {
              ...{ type: ComponentType.Label, label: 'Style' },
              component: { type: ComponentType.StringSelect, custom_id: 'style', options: styles },
            },
          ],
        });
      }
      if (!interaction.isModalSubmit()) return;
      const [where] = interaction.fields.getSelectedChannels('where', true).values();
      await interaction.reply(`${where?.id} ${interaction.fields.getStringSelectValues('style').join()}`);
    });
    const opened = ask();
    await opened.modal();

    const { message } = await member.submitModal(opened, { where: [IDS.articles] }).reply();

    expect(message.content).toBe(`${IDS.articles} short`);
    expect(() => member.submitModal(opened, {})).toThrow('Where');
    expect(() => member.submitModal(opened, { where: [IDS.articles], style: ['other'] })).toThrow(
      'one of the options',
    );
  });

  it('can open a modal, which sends the text', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const input = new TextInputBuilder()
          .setCustomId('text')
          .setStyle(TextInputStyle.Short)
          .setLabel('Question');
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
        await interaction.showModal(
          new ModalBuilder().setCustomId('form').setTitle('Follow up').addComponents(row),
        );
      }
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('text'));
    });
    const opened = ask();
    const modal = await opened.modal();

    const { message } = await member.submitModal(opened, { text: 'And then?' }).reply();

    expect(modal.title).toBe('Follow up');
    expect(message.content).toBe('And then?');
    expect(() => member.submitModal(opened, { text: '' })).toThrow('“Question” is required.');
  });
});

describe('threads and direct messages', () => {
  it('can be opened and written in by the bot', async () => {
    const channel = await bot.client.channels.fetch(IDS.general);
    if (!channel?.isTextBased() || !('threads' in channel)) throw new Error('no threads');

    const thread = await channel.threads.create({ name: 'More' });
    await thread.send('In the thread');
    await (await bot.client.users.fetch(IDS.guest)).send('In private');

    const direct = bot.sandbox.world.directOf(IDS.guest)?.id ?? '';
    expect(member.messages(thread.id).map(({ message }) => message.content)).toEqual(['In the thread']);
    expect(
      bot.sandbox
        .as(IDS.guest)
        .messages(direct)
        .map(({ message }) => message.content),
    ).toEqual(['In private']);
    expect(() => member.messages(direct)).toThrow("can't see");
  });
});

describe('messages', () => {
  it('have content only where the bot is mentioned or in direct messages', async () => {
    const read: string[] = [];
    const done = new Promise<void>((resolve) => {
      bot.client.on(Events.MessageCreate, (message) => {
        read.push(message.content);
        if (read.length === 3) resolve();
      });
    });

    member.say('Nothing for bots', { channelId: IDS.general });
    member.say('@Footnote why?', { channelId: IDS.general });
    bot.sandbox.as(IDS.owner).say('In private', { channelId: IDS.direct });
    await done;

    expect(read).toEqual(['', `<@${IDS.application}> why?`, 'In private']);
  });

  it('can be replied to without mentioning anyone', async () => {
    bot.client.on(Events.MessageCreate, (message) => {
      if (message.author.bot) return;
      message
        .reply({ content: `<@${IDS.owner}> look`, allowedMentions: { parse: [] } })
        .catch((error) => bot.client.emit(Events.Error, error));
    });
    const replied = bot.sandbox.world.until(
      (event) => event.kind === 'message-created' && event.record.message.author.id === IDS.application,
    );

    const sent = member.say('Hello', { channelId: IDS.articles });
    await replied;
    const [, reply] = member.messages(IDS.articles);

    expect(reply?.message.message_reference?.message_id).toBe(sent.message.id);
    expect(reply?.message.mentions).toEqual([]);
  });
});
