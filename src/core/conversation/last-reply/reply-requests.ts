// Messages about the last reply itself: "say that again", "shorter", "where does it say that?"

/**
 * - `repeat`: wants the last reply once more.
 * - `shorten`: wants less of it.
 * - `verify`: doubts it, or asks where the article says so.
 */
export const REPLY_REQUESTS = ['repeat', 'shorten', 'verify'] as const;
export type ReplyRequest = (typeof REPLY_REQUESTS)[number];
