// The button “Follow up” under an answer: opens a form for the next question.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { Action } from '../../src/discord/command.js';
import { labelsFor } from '../../src/discord/text/labels/labels-for.js';
import { askAndRender } from '../shared/answer-question.js';

export const followUp = {
  name: 'follow-up',
  reply: 'same',
  modal([answerId = ''], { assistant, library }) {
    const { answer } = assistant.findAnswer(answerId, { library }) ?? {};
    const { followUp: labels } = labelsFor(answer && 'language' in answer ? answer : {});
    return {
      custom_id: `follow-up:${answerId}`,
      title: labels.title,
      components: [
        {
          type: ComponentType.Label,
          label: labels.label,
          description: labels.description,
          component: {
            type: ComponentType.TextInput,
            custom_id: 'question',
            style: TextInputStyle.Paragraph,
            required: true,
            max_length: 1_000,
          },
        },
      ],
    };
  },
  run: ({ args: [previousAnswerId], fields, ...invocation }) =>
    askAndRender(invocation, {
      command: 'follow-up',
      question: fields['question'] ?? '',
      previousAnswerId,
      showsQuestion: true,
    }),
} satisfies Action;
