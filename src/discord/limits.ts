// Discord's documented limits, each with where it is documented; what we hold ourselves to stands beside them.

/** Characters of all text displays of a message together: https://docs.discord.com/developers/components/reference#text-display */
export const MESSAGE_TEXT_CHARS = 4_000;
/** Components of a message, nested ones counted: https://docs.discord.com/developers/components/reference */
export const MESSAGE_COMPONENTS = 40;
/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const CUSTOM_ID_CHARS = 100;
/** https://docs.discord.com/developers/components/reference#button */
export const LINK_URL_CHARS = 512;
/** https://docs.discord.com/developers/components/reference#action-row */
export const ROW_BUTTONS = 5;
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const CHOICES = 25;
/** Of a choice's name and of its value: as {@link CHOICES}. */
export const CHOICE_CHARS = 100;

/** An interaction must be acknowledged within this: https://docs.discord.com/developers/interactions/receiving-and-responding */
export const ACKNOWLEDGE_MS = 3_000;
/** An interaction's token lives 15 minutes (as above); ours ends sooner, so that there is time left to say so. */
export const REPLY_DEADLINE_MS = 14 * 60_000;
/** Between two edits of one message while an answer grows: five edits in five seconds are allowed a channel. */
export const EDIT_INTERVAL_MS = 1_200;
