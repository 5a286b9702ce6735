// `/summary`: an article in a few of its own sentences, each with a citation.
import { SlashCommandBuilder } from 'discord.js';
import { SUMMARY_LENGTHS } from '../src/core/answer.js';
import type { Command } from '../src/discord/command.js';
import { renderSummary } from '../src/discord/render/answer.js';
import { summaryText } from '../src/discord/text/summary.js';
import { articleChoices, chooseArticle } from './shared/article-choices.js';
import { EVERYWHERE } from './shared/contexts.js';
import { findDefaultArticle } from './shared/default-article.js';

export const summary = {
  data: new SlashCommandBuilder()
    .setName('summary')
    .setDescription(summaryText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option.setName('article').setDescription(summaryText.options.article).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('length')
        .setDescription(summaryText.options.length)
        .addChoices(...SUMMARY_LENGTHS.map((length) => ({ name: summaryText.lengths[length], value: length }))),
    )
    .toJSON(),

  reply: 'public',

  async run({ options, ...invocation }) {
    const { assistant, libraries: library, userId, signal, isPrivate } = invocation;
    const request = { command: 'summary', options, isRequired: true };
    const isNamed = options.values['article'] !== undefined;
    const defaultId = isNamed ? undefined : findDefaultArticle(invocation, { question: '' })?.id;
    const { articleId = '', menu } = defaultId
      ? { articleId: defaultId }
      : chooseArticle(invocation, request);
    if (menu) return menu;
    const length = SUMMARY_LENGTHS.find((name) => name === options.values['length']) ?? 'medium';
    const result = await assistant.summarize(articleId, {
      ...{ library, userId, length, signal, command: 'summary' },
    });
    return renderSummary(result, { id: result.id, isPrivate });
  },

  complete: async ({ text, ...place }) => articleChoices(place, text),
} satisfies Command;
