import { expect, it } from 'vitest';
import { readTimeOfDay } from '../../../src/core/digest/read-time.js';

it.each([
  ['9', '09:00'],
  ['09:00', '09:00'],
  ['9.05', '09:05'],
  ['21h30', '21:30'],
  ['9 am', '09:00'],
  ['12 am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['9:30PM', '21:30'],
  ['0:00', '00:00'],
  ['18 Uhr', '18:00'],
])('reads “%s” as %s', (typed, expected) => {
  expect(readTimeOfDay(typed)).toBe(expected);
});

it.each(['', '24:00', '9:60', '13 pm', 'noon', '9:5', '-1'])('does not read “%s”', (typed) => {
  expect(readTimeOfDay(typed)).toBeUndefined();
});
