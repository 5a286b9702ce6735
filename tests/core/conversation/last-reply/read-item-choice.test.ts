import { describe, expect, it } from 'vitest';
import { readItemChoice } from '../../../../src/core/conversation/last-reply/read-item-choice.js';

describe('readItemChoice', () => {
  it.each([
    ['the second one', 2],
    ['2', 2],
    ['#3', 3],
    ['number two please', 2],
    ['tell me more about the 1st', 1],
    ['what about the third point?', 3],
    ['the last one', 'last'],
    ['das zweite bitte', 2],
    ['mehr zum ersten Punkt', 1],
    ['Nummer drei', 3],
    ['la segunda', 2],
    ['cuéntame más del primero', 1],
    ['el número 2 por favor', 2],
    ['le deuxième', 2],
    ['la dernière stp', 'last'],
    ['le numéro trois', 3],
  ])('reads “%s”', (message, place) => {
    expect(readItemChoice(message)).toMatchObject({ place });
  });

  it.each([
    ['the second question', 'questions'],
    ['die zweite Stelle', 'passages'],
  ])('tells what “%s” chooses from', (message, of) => {
    expect(readItemChoice(message)).toEqual({ place: 2, of });
  });

  it.each([
    'when does the second ferry leave?',
    'who was the first?',
    'the first or the second one',
    'say the last answer again',
    'the one about boats',
    'one more time',
    'und der zweite Weltkrieg',
    '',
  ])('doesn’t take “%s” for a choice', (message) => {
    expect(readItemChoice(message)).toBeUndefined();
  });
});
