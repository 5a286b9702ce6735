// The button “Follow up” under an answer: opens a form for the next question.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { Action } from '../../src/discord/command.js';
import { askText } from '../../src/discord/text/ask.js';
import { askAndRender } from '../shared/answer-question.js';

export const followUp = {
  name: 'follow-up',
  reply: 'same',
  modal: ([answerId = '']) => ({
    custom_id: `follow-up:${answerId}`,
    title: askText.followUp.title,
    components: [
      {
        type: ComponentType.Label,
        label: askText.followUp.label,
        description: askText.followUp.description,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'question',
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: 1_000,
        },
      },
    ],
  }),
  run: ({ args: [previousAnswerId], fields, ...invocation }) =>
    askAndRender(invocation, {
      command: 'follow-up',
      question: fields['question'] ?? '',
      previousAnswerId,
      showsQuestion: true,
    }),
} satisfies Action;
