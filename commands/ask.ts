// `/ask`: a question and its answer with citations.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { askText } from '../src/discord/text/ask.js';
import { askAndRender } from './shared/answer-question.js';
import { articleChoices, chooseArticle } from './shared/article-choices.js';
import { EVERYWHERE } from './shared/contexts.js';
import { questionChoices } from './shared/question-choices.js';

const ONLY_ME = 'only-me';

export const ask = {
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription(askText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription(askText.options.question)
        .setRequired(true)
        .setMaxLength(1_000)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription(askText.options.article).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('share')
        .setDescription(askText.options.share)
        .addChoices(
          { name: askText.share.everyone, value: 'everyone' },
          { name: askText.share.onlyMe, value: ONLY_ME },
        ),
    )
    .toJSON(),

  reply: ({ values }) => (values['share'] === ONLY_ME ? 'private' : 'public'),

  async run({ options, ...invocation }) {
    const { articleId, menu } = chooseArticle(invocation, { command: 'ask', options });
    if (menu) return menu;
    const question = String(options.values['question'] ?? '');
    return askAndRender(invocation, { command: 'ask', question, articleId, showsQuestion: true });
  },

  async complete({ name, text, options, ...place }) {
    if (name === 'article') return articleChoices(place, text);
    return questionChoices(place, text, options.values['article']);
  },
} satisfies Command;
