import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESTART } from '../../../src/core/writing-ports.js';
import { readAnswer, readWholeAnswer } from '../../../src/engines/langchain/output/answer-text.js';

const ANSWER = 'The ferry leaves at nine. [2]';
const THOUGHT = 'They want a time. The ferry is red. [1]';

/** What is left of a streamed text, and whether it was nothing but thoughts. */
async function read(pieces: readonly string[], habits = { hasUnopenedThoughts: false }) {
  async function* stream() {
    yield* pieces;
  }
  const shown: string[] = [];
  let isOnlyThoughts = false;
  const end = () => {
    isOnlyThoughts = true;
  };
  for await (const piece of readAnswer(stream(), habits, end)) shown.push(piece);
  const text = shown.slice(shown.lastIndexOf(RESTART) + 1).join('');
  return { shown, text: text.trim(), isOnlyThoughts, habits };
}

describe('the answer in what a model prints', () => {
  it.each([
    ['in think tags', `<think>${THOUGHT}</think>\n${ANSWER}`],
    ['in tags of another name', `<reasoning effort="low">${THOUGHT}</reasoning>${ANSWER}`],
    ['in capital letters', `<Thinking>\n${THOUGHT}\n</THINKING>\n\n${ANSWER}`],
    ['in brackets', `[THINK]${THOUGHT}[/THINK]${ANSWER}`],
    ['in triangles', `◁think▷${THOUGHT}◁/think▷${ANSWER}`],
    [
      'between special tokens',
      `<|begin_of_thought|>${THOUGHT}<|end_of_thought|><|begin_of_solution|>${ANSWER}<|end_of_solution|>`,
    ],
    ['with only the closing tag', `${THOUGHT}\n</think>\n${ANSWER}`],
    ['nested', `<think>a <think>${THOUGHT}</think> b</think>${ANSWER}`],
    [
      'in a channel',
      `<|channel|>analysis<|message|>${THOUGHT}<|end|><|start|>assistant<|channel|>final<|message|>${ANSWER}<|return|>`,
    ],
    ['in a channel without its special tokens', `analysis${THOUGHT}assistantfinal${ANSWER}`],
    ['empty', `\n<think>\n\n</think>\n\n${ANSWER}`],
    ['after the answer', `${ANSWER}\n<think>${THOUGHT}</think>`],
    ['and an answer in tags', `<think>${THOUGHT}</think><answer>${ANSWER}</answer>`],
  ])('comes without thoughts %s, however the text is cut into pieces', async (_name, text) => {
    expect(readWholeAnswer(text).trim()).toBe(ANSWER);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (size) => {
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];

        expect((await read(pieces)).text).toBe(ANSWER);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['an end token and another turn', `${ANSWER}<|im_end|>\n<|im_start|>user\nAnd the train?`],
    ['the end token of a template', `${ANSWER}</s>`],
    ['the header of its turn', `<|start_header_id|>assistant<|end_header_id|>\n\n${ANSWER}<|eot_id|>`],
    ['a code fence', `\`\`\`\n${ANSWER}\n\`\`\``],
    ['a code fence with a language', `~~~markdown\n${ANSWER}\n~~~\n`],
    ['JSON', JSON.stringify({ answer: ANSWER })],
    ['JSON with the numbers apart', JSON.stringify({ text: 'The ferry leaves at nine.', citations: [2] })],
    [
      'JSON with sentences, in a fence',
      `\`\`\`json\n{"sentences": [{"sentence": "The ferry leaves at nine.", "evidence": ["[2]"]}]}\n\`\`\``,
    ],
  ])('comes without %s around it', async (_name, text) => {
    expect((await read([text])).text).toBe(ANSWER);
    expect((await read([...text])).text).toBe(ANSWER);
  });

  it.each([
    'It has 3 < 5 parts. [1]',
    '[1] It rains. [2] It snows.',
    'Analysis shows rain. [1]',
    'Press <Enter>. [1]',
  ])('stays as it is without such marks: %s', async (text) => {
    expect((await read([...text])).text).toBe(text);
  });

  it.each([`<think>${THOUGHT}`, `<|channel|>analysis<|message|>${THOUGHT}<|end|>`, `analysis${THOUGHT}`])(
    'is missing if there are only thoughts: %s',
    async (text) => {
      expect(await read([text])).toMatchObject({ text: '', isOnlyThoughts: true });
    },
  );

  it('takes back thoughts that were shown, and shows none the next time', async () => {
    const pieces = [`${THOUGHT} `, 'So:', '</think>', ANSWER];

    const first = await read(pieces);
    const second = await read(pieces, first.habits);

    expect(first.shown).toContain(RESTART);
    expect(second.shown.join('')).toBe(ANSWER);
  });
});
