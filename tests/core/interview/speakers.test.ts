import { describe, expect, it } from 'vitest';
import { readHeadingText } from '../../../src/core/interview/asked-question.js';
import { findSpeech, listSpeeches } from '../../../src/core/interview/speakers.js';
import type { Article } from '../../../src/core/text/article.js';
import { findHeadings, findQuestionParagraphs } from '../../../src/core/text/headings.js';
import { readArticleFile } from '../../../src/sources/file.js';

function read(markdown: string, language = 'en'): Article {
  const draft = readArticleFile(markdown, 'interview.md');
  const { title, text, bodyStart = 0, structure, author } = draft;
  return {
    ...{ id: 'a', library: 'town', digest: text, title, text, bodyStart, language, author },
    structure,
  };
}

/** Who says what, as "Name: first words". */
function speechesOf(markdown: string, language = 'en'): readonly string[] {
  const article = read(markdown, language);
  return listSpeeches(article)
    .filter(({ isAsking }) => !isAsking)
    .map(({ speaker, start, end, label }) => {
      const words = article.text.slice(label ? label.end + 1 : start, end).trim();
      return `${article.text.slice(speaker.start, speaker.end)}: ${words.split(' ').slice(0, 3).join(' ')}`;
    });
}

const INTRODUCTION =
  '# A talk\n\nNora Quist has kept the lighthouse at Skarn for thirty years. Ben Ode talked to her on the stairs.\n\n';

describe('listSpeeches', () => {
  it.each([
    [
      'bold questions, of which one is a request',
      `${INTRODUCTION}**Do you sleep?**\n\nI do, by day.\n\n**Tell me about the storm of 2011.**\n\nThe door went first. I was upstairs.\n\n**You are alone here. Do you mind?**\n\nNo.\n\n**Will you stay?**\n\nMy knees say no.`,
      ['I do, by', 'The door went', 'No.', 'My knees say'],
    ],
    [
      'questions as headings',
      `${INTRODUCTION}## Do you sleep?\n\nI do, by day.\n\n## Do you eat?\n\nFish, and I like it.\n\n## Will you stay?\n\nI will.`,
      ['I do, by', 'Fish, and I', 'I will.'],
    ],
    [
      'Q and A',
      `${INTRODUCTION}Q: Do you sleep?\n\nA: By day.\n\nQ: Do you eat?\n\nA: Fish.\n\nI used to eat meat.\n\nThe ferry leaves at four.`,
      ['By day.', 'Fish.', 'I used to'],
    ],
    [
      'last names in capitals',
      `${INTRODUCTION}ODE: Do you sleep?\n\nQUIST: By day.\n\nODE: You eat fish. Every day?\n\nQUIST: Fish.`,
      ['By day.', 'Fish.'],
    ],
    [
      'initials',
      `${INTRODUCTION}BO: Do you sleep?\n\nNQ: By day.\n\nBO: Do you eat?\n\nNQ: Fish.`,
      ['By day.', 'Fish.'],
    ],
  ])('finds the guest with %s', (_layout, markdown, words) => {
    expect(speechesOf(markdown)).toEqual(words.map((word) => `Nora Quist: ${word}`));
  });

  it('finds the guest of a German interview', () => {
    const markdown =
      '# Am Ufer\n\nSeit 1990 baut Lore Hinrichs Boote. Ein Gespräch in ihrer Werft.\n\n**Warum bauen Sie Boote?**\n\nMein Vater war Fischer.\n\n**Schwimmen Sie gern?**\n\nIch kann es nicht.\n\n**Hören Sie bald auf?**\n\nNie.';

    expect(speechesOf(markdown, 'de')).toEqual([
      'Lore Hinrichs: Mein Vater war',
      'Lore Hinrichs: Ich kann es',
      'Lore Hinrichs: Nie.',
    ]);
  });

  it('leaves out what the interviewer tells in between', () => {
    const markdown = `${INTRODUCTION}**Do you sleep?**\n\nShe laughs. "I do."\n\nI do, by day.\n\n**Do you read?**\n\nQuist points at a shelf.\n\n**Do you eat?**\n\nI eat fish.\n\nThe island's shop said it "sells nothing else".`;

    expect(speechesOf(markdown)).toEqual(['Nora Quist: I do, by', 'Nora Quist: I eat fish.']);
  });

  it.each([
    [
      'questions and answers of an office',
      '# Parking\n\nThe mayor Nora Quist opened the garage.\n\n## Do you take cards?\n\nWe do.\n\n## Do you open on Sundays?\n\nNo.\n\n## Can I book?\n\nYes.',
    ],
    [
      'a text of its author',
      '# My year\n\nNora Quist gave me a boat.\n\n## Why did I leave?\n\nI was bored.\n\n## Where did I go?\n\nI went north.\n\n## What did I learn?\n\nI learned to row.',
    ],
    [
      'an interview that names two people alike',
      '# A talk\n\nNora Quist and Ben Ode keep a lighthouse.\n\n**Do you sleep?**\n\nI do.\n\n**Do you eat?**\n\nI do.\n\n**Do you stay?**\n\nI do.',
    ],
    [
      'labels without questions',
      '# Two kettles\n\nPros: It is cheap.\n\nCons: It is loud.\n\nPros: It is quiet.\n\nCons: It is dear.',
    ],
  ])('finds nobody in %s', (_kind, markdown) => {
    expect(speechesOf(markdown)).toEqual([]);
  });

  it('finds the speech at an offset', () => {
    const article = read(
      `${INTRODUCTION}Q: Do you sleep?\n\nA: By day.\n\nQ: Do you eat?\n\nA: Fish.\n\nThe ferry leaves at four.`,
    );
    const speakerAt = (words: string) => {
      const found = findSpeech(article, article.text.indexOf(words));
      return found && article.text.slice(found.speaker.start, found.speaker.end);
    };

    expect(['By day', 'Fish', 'The ferry', 'has kept'].map(speakerAt)).toEqual([
      ...['Nora Quist', 'Nora Quist', undefined, undefined],
    ]);
  });
});

describe('findQuestionParagraphs', () => {
  it('has what an interviewer says before the question', () => {
    const article = read(
      `${INTRODUCTION}BO: You eat fish. Why?\n\nNQ: I must.\n\nBO: Do you eat?\n\nNQ: I do.`,
    );

    const texts = findQuestionParagraphs(article).map(({ start, end }) => article.text.slice(start, end));

    expect(texts).toEqual(['BO: You eat fish. Why?', 'BO: Do you eat?']);
  });
});

describe('readHeadingText', () => {
  it('puts the sentence before it in front of a short question', () => {
    const article = read(
      '# A talk\n\n## Do you swim a lot?\n\nThey asked me that. They asked whether I could row.\n\n## And could you?\n\nNo.',
    );
    const heading = findHeadings(article, article.text.indexOf('No.')).at(-1);

    expect(heading && readHeadingText(article, heading)).toBe(
      'They asked whether I could row. And could you?',
    );
  });
});
