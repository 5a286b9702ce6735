// The real discord.js client against the sandbox.
import { Events, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const ASK = {
  name: 'ask',
  description: 'Asks a question',
  options: [
    { type: 3, name: 'question', description: 'The question', required: true, max_length: 200 },
    { type: 3, name: 'article', description: 'Which article', autocomplete: true },
  ],
  contexts: [0, 1, 2],
  integration_types: [0, 1],
};

let bot: SandboxBot;

beforeEach(async () => {
  bot = await openSandboxBot({ commands: [ASK] });
});

afterEach(async () => {
  await bot.close();
});

function onInteraction(run: (interaction: Interaction) => Promise<unknown>): void {
  bot.client.on(Events.InteractionCreate, (interaction) => {
    run(interaction).catch((error) => bot.client.emit(Events.Error, error));
  });
}

describe('the discord.js client', () => {
  it('logs in and sees the servers', async () => {
    const names = bot.client.guilds.cache.map(({ name }) => name).sort();

    expect(bot.client.user.id).toBe(IDS.application);
    expect(names).toEqual(['Harbor Community', 'Riverside Gazette']);
  });

  it('defers a command and edits the reply', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply(`You asked: ${interaction.options.getString('question')}`);
    });
    const started = bot.sandbox
      .as(IDS.member)
      .command('ask', { question: 'Why?' }, { channelId: IDS.general });

    await started.acknowledged();
    const { message } = await started.reply();

    expect(message.content).toBe('You asked: Why?');
    expect(message.edited_timestamp).toBeNull();
    expect(bot.sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });

  it('shows a private reply to its owner alone', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'Hush', flags: MessageFlags.Ephemeral });
    });

    await bot.sandbox.as(IDS.member).command('ask', { question: 'Why?' }, { channelId: IDS.general }).reply();

    expect(bot.sandbox.as(IDS.member).messages(IDS.general)).toMatchObject([{ isEphemeral: true }]);
    expect(bot.sandbox.as(IDS.owner).messages(IDS.general)).toEqual([]);
  });
});
