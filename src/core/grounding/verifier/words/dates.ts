// English names of days, months and seasons.

export const DATES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter'.split(
    ' ',
  ),
);
