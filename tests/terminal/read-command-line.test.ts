import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/terminal/read-command-line.js';

describe('the command line', () => {
  it.each([
    [['fly'], 'There is no command “fly”.'],
    [['ask', ' '], 'The question is empty.'],
    [['ask', '--unknown'], "Unknown option '--unknown'."],
    [['search'], 'There is nothing to search for'],
    [['search', 'x', '--limit', '0'], '--limit must be'],
    [['search', 'x', '--limit', '2.5'], '--limit must be'],
    [['search', 'x', '--limit', '51'], '--limit must be'],
    [['summary', '--style', 'poem'], 'There is no style “poem”.'],
    [['summary', '--length', '9'], 'There is no length “9”.'],
    [['articles'], 'Say what to do'],
    [['articles', 'sell'], 'Say what to do'],
    [['articles', 'add'], 'Say which links or files to add.'],
    [['articles', 'import'], 'Say which file to import.'],
    [['articles', 'list', '--library', 'everyone'], '--library must be'],
  ])('refuses %j in one line with a hint', (args, problem) => {
    const commandLine = readCommandLine(args);

    expect(commandLine).toEqual({
      kind: 'usage-error',
      problem: expect.stringMatching(/^[^\n]+ Run “footnote (?:help|articles --help)” to see [^\n]+\.$/u),
    });
    expect(commandLine).toHaveProperty('problem', expect.stringContaining(problem));
  });

  it.each([
    [['help'], 'footnote register'],
    [['ask', '-h'], 'footnote register'],
    [['articles', '--help'], 'footnote articles export [FILE]'],
  ])('shows the help for %j', (args, text) => {
    expect(readCommandLine(args)).toEqual({ kind: 'information', text: expect.stringContaining(text) });
  });

  it.each([[['version']], [['--version']], [['-v']]])('shows the version for %j', (args) => {
    expect(readCommandLine(args)).toEqual({ kind: 'information' });
  });

  it.each([
    [[], 'start', true],
    [['bot'], 'bot', true],
    [['sandbox'], 'sandbox', true],
    [['ask'], 'ask', false],
    [['index'], 'index', false],
  ])('reads %j as the command %s', (args, word, isBot) => {
    expect(readCommandLine(args)).toMatchObject({ kind: 'command', word, isBot, rest: [] });
  });

  it('keeps the words behind a command and its flags', () => {
    expect(readCommandLine(['search', 'northern', 'pier', '--limit', '3', '--json'])).toMatchObject({
      ...{ kind: 'command', word: 'search', rest: ['northern', 'pier'], limit: 3 },
      flags: { json: true, closest: false },
    });
  });
});
