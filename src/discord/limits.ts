// Discord's documented limits, and the intervals we choose to stay within them.

/** All text displays of a message together: https://docs.discord.com/developers/components/reference#text-display */
export const MESSAGE_TEXT_CHARS = 4_000;
/** Components in a message, including nested ones: https://docs.discord.com/developers/components/reference */
export const MESSAGE_COMPONENTS = 40;
/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const CUSTOM_ID_CHARS = 100;
/** https://docs.discord.com/developers/components/reference#action-row */
export const ROW_BUTTONS = 5;
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const CHOICES = 25;
/** Of a choice's name and of its value; same source as {@link CHOICES}. */
export const CHOICE_CHARS = 100;

/** An interaction must be acknowledged within this time: https://docs.discord.com/developers/interactions/receiving-and-responding */
export const ACKNOWLEDGE_MS = 3_000;
/** An interaction's token lives 15 minutes (same source). Our deadline is shorter, so there is time left to report it. */
export const REPLY_DEADLINE_MS = 14 * 60_000;
/** Between two edits of a partial answer. Discord allows five edits in five seconds per channel. */
export const EDIT_INTERVAL_MS = 1_200;
