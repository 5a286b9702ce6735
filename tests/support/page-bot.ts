// A small bot that uses every kind of component that the sandbox's page can show.
import {
  type APIComponentInContainer,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ApplicationCommandType as Command,
  ComponentType,
  Events,
  type Interaction,
  type InteractionEditReplyOptions,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  TextInputStyle,
} from 'discord.js';

export const QUESTIONS = [
  'Why is the harbor closed?',
  'Who wrote it?',
  'When does it open?',
  'What does it cost?',
];

export const COMMANDS = [
  {
    name: 'ask',
    description: 'Answers from the article',
    options: [
      {
        ...{ type: Option.String, name: 'question', description: 'What you want to know' },
        ...{ required: true, autocomplete: true, max_length: 200 },
      },
      {
        ...{ type: Option.String, name: 'share', description: 'Who sees the answer' },
        choices: [
          { name: 'everyone', value: 'everyone' },
          { name: 'only me', value: 'me' },
        ],
      },
      { type: Option.Integer, name: 'sentences', description: 'At most', min_value: 1, max_value: 5 },
    ],
  },
  { name: 'silent', description: 'Never answers' },
  { name: 'Check this', type: Command.Message },
];

/** Controls the steps of `/ask`: the deferred reply, the partial answer, the complete answer. */
export interface Pace {
  /** Resolves when the next step may start. */
  next(): Promise<void>;
}

/** Makes the client answer commands, buttons and mentions. */
export function answerWith(client: Client, pace: Pace): void {
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction, pace).catch((error) => client.emit(Events.Error, error));
  });
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !message.mentions.has(message.client.user)) return;
    message
      .reply({ content: `You said: ${message.cleanContent}` })
      .catch((error) => client.emit(Events.Error, error));
  });
}

async function answer(interaction: Interaction, pace: Pace): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const matches = QUESTIONS.filter((question) => question.toLowerCase().includes(typed));
    return await interaction.respond(matches.map((name) => ({ name, value: name })));
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'ask')
    return await ask(interaction, pace);
  if (interaction.isMessageContextMenuCommand()) {
    const content = `Checked: ${interaction.targetMessage.content}`;
    return await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isModalSubmit()) {
    return await interaction.reply(`And then: ${interaction.fields.getTextInputValue('more')}`);
  }
  if (interaction.isStringSelectMenu()) {
    return await interaction.update({
      components: [{ type: ComponentType.TextDisplay, content: `Source ${interaction.values[0]}` }],
    });
  }
  if (!interaction.isButton()) return undefined;
  if (interaction.customId === 'sources') return await showSources(interaction);
  return await interaction.showModal({
    ...{ custom_id: 'follow-up', title: 'Follow up' },
    components: [
      {
        ...{ type: ComponentType.Label, label: 'Your next question' },
        component: {
          type: ComponentType.TextInput,
          custom_id: 'more',
          style: TextInputStyle.Paragraph,
          min_length: 4,
        },
      },
    ],
  });
}

async function ask(interaction: ChatInputCommandInteraction, pace: Pace): Promise<void> {
  const question = interaction.options.getString('question', true);
  await interaction.deferReply();
  const text = `### ${question}\nBecause of the **storm**.`;
  await pace.next();
  await interaction.editReply(answerOf({ type: ComponentType.TextDisplay, content: text }));
  await pace.next();
  await interaction.editReply(
    answerOf(
      { type: ComponentType.TextDisplay, content: `${text} [1](https://a.example)` },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            custom_id: 'sources',
            label: 'Sources',
          },
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            custom_id: 'follow-up',
            label: 'Follow up',
          },
          { type: ComponentType.Button, style: ButtonStyle.Link, url: 'https://a.example', label: 'Article' },
        ],
      },
    ),
  );
}

function answerOf(...components: APIComponentInContainer[]): InteractionEditReplyOptions {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: 0x2dd4bf, components }],
  };
}

async function showSources(interaction: ButtonInteraction): Promise<void> {
  await interaction.reply({
    flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.TextDisplay, content: '> “The **storm** closed it.”' },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            ...{ type: ComponentType.StringSelect, custom_id: 'jump', placeholder: 'Jump to a source' },
            options: [1, 2].map((number) => ({ label: `Sentence ${number}`, value: `${number}` })),
          },
        ],
      },
    ],
  });
}
