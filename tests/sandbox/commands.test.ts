// Slash commands in the page's composer: finding, parsing, checking and sending them.
import { type APIApplicationCommand, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  filterEntries,
  findProblems,
  listCommandEntries,
  parseCommandText,
  toFilledOptions,
} from '../../src/sandbox/page/composer/commands.js';

const ENTRIES = listCommandEntries([
  command('ask', [
    { type: Option.String, name: 'article', description: 'Which', autocomplete: true },
    { type: Option.Integer, name: 'sentences', description: 'At most', min_value: 1, max_value: 5 },
    { type: Option.Boolean, name: 'private', description: 'Only for you' },
    {
      ...{ type: Option.String, name: 'share', description: 'With whom' },
      choices: [{ name: 'Only me', value: 'me' }],
    },
    {
      type: Option.String,
      name: 'question',
      description: 'What',
      required: true,
      min_length: 3,
      max_length: 9,
    },
  ]),
  command('article', [
    { type: Option.Subcommand, name: 'list', description: 'All' },
    {
      ...{ type: Option.SubcommandGroup, name: 'edit', description: 'Changes' },
      options: [
        {
          ...{ type: Option.Subcommand, name: 'title', description: 'Its title' },
          options: [{ type: Option.String, name: 'to', description: 'New', required: true }],
        },
      ],
    },
  ]),
  { ...command('Check this', []), type: 3 },
] as unknown as APIApplicationCommand[]);

const [ask, list, title] = ENTRIES as readonly [Entry, Entry, Entry];
type Entry = (typeof ENTRIES)[number];

describe('the command composer', () => {
  it('lists subcommands as separate entries and leaves out context menu commands', () => {
    expect(ENTRIES.map(({ name }) => name)).toEqual(['ask', 'article list', 'article edit title']);
    expect(list.description).toBe('All');
  });

  it('puts required options first and keeps the order of the others', () => {
    expect(ask.options.map(({ name }) => name)).toEqual([
      'question',
      'article',
      'sentences',
      'private',
      'share',
    ]);
  });

  it('finds commands by any part of the name, with prefix matches first', () => {
    expect(filterEntries(ENTRIES, 'a').map(({ name }) => name)).toEqual([
      'ask',
      'article list',
      'article edit title',
    ]);
    expect(filterEntries(ENTRIES, 'LIST').map(({ name }) => name)).toEqual(['article list']);
    expect(filterEntries(ENTRIES, 'x')).toEqual([]);
  });

  it.each([
    ['/ask why so', ask, 'why so'],
    ['/ask question: why', ask, 'why'],
    ['/article edit title to:New', title, 'New'],
  ])('parses %j as a command with text for its first option', (text, entry, rest) => {
    expect(parseCommandText(text, ENTRIES)).toEqual({ entry, rest });
  });

  it('does not parse a command before a space follows its name', () => {
    expect(parseCommandText('/ask', ENTRIES)).toBeUndefined();
    expect(parseCommandText('/asking why', ENTRIES)).toBeUndefined();
  });

  it.each([
    ['question', '', 'This option is required. Specify a value.'],
    ['question', '  ', 'This option is required. Specify a value.'],
    ['question', 'ab', 'Write at least 3 characters.'],
    ['question', 'abcdefghij', 'Write at most 9 characters. This has 10.'],
    ['sentences', 'two', 'Enter a whole number.'],
    ['sentences', '1.5', 'Enter a whole number.'],
    ['sentences', '0', 'Must be at least 1.'],
    ['sentences', '6', 'Must be at most 5.'],
    ['private', 'perhaps', 'Choose an item from the list.'],
    ['share', 'you', 'Choose an item from the list.'],
  ])('rejects %s = %j', (name, text, problem) => {
    const values = { question: { text: 'why' }, [name]: { text } };

    expect(findProblems(ask, values)).toEqual({ [name]: problem });
  });

  it('sends picked values, converts typed values, and leaves out empty options', () => {
    const values = {
      question: { text: 'why' },
      article: { text: 'The flood', value: 'id-1' },
      sentences: { text: ' 3 ' },
      private: { text: 'False', value: false },
      share: { text: '' },
    };

    expect(findProblems(ask, values)).toEqual({});
    expect(toFilledOptions(ask, values)).toEqual([
      { name: 'question', type: Option.String, value: 'why' },
      { name: 'article', type: Option.String, value: 'id-1' },
      { name: 'sentences', type: Option.Integer, value: 3 },
      { name: 'private', type: Option.Boolean, value: false },
    ]);
  });

  it('sends the unparsed text for autocomplete and leaves out invalid values of other options', () => {
    const values = { article: { text: 'fl' }, sentences: { text: 'two' } };

    expect(toFilledOptions(ask, values, 'article')).toEqual([
      { name: 'article', type: Option.String, value: 'fl', focused: true },
    ]);
  });

  it('nests subcommands like Discord', () => {
    expect(toFilledOptions(title, { to: { text: 'New' } })).toEqual([
      {
        ...{ name: 'edit', type: Option.SubcommandGroup },
        options: [
          {
            ...{ name: 'title', type: Option.Subcommand },
            options: [{ name: 'to', type: Option.String, value: 'New' }],
          },
        ],
      },
    ]);
  });
});

function command(name: string, options: readonly object[]): object {
  return { id: name, type: 1, name, description: `About ${name}`, options };
}
