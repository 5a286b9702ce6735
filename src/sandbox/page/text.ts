// Everything the page says, apart from what comes from the bot or the sandbox's server.

export const pageText = {
  banner: 'A local stand-in for Discord, on this machine only',
  opening: 'Opening the sandbox…',
  unknownAddress: 'There is no such person or channel here. Pick one on the left.',
  connectionLost: 'Connection lost. Reconnecting…',
  unreachable: "Can't reach the sandbox. Is it still running?",
  serverError: (status: number) => `The sandbox answered with status ${status}. Its log says why.`,

  // Servers, channels and people
  serverList: 'Servers and direct messages',
  channelList: 'Channels',
  openChannelList: 'Servers and channels',
  closeChannelList: 'Close the channel list',
  withUnread: (name: string, count: number) => `${name}, ${count} unread`,
  switchUser: 'Switch user',
  switchUserFrom: (name: string) => `${name}: switch user`,
  switchTo: 'Switch to',
  isOnline: 'is online',
  isStarting: 'is starting',
  isOffline: 'is offline',
  isTyping: (count: number) => (count === 1 ? 'is typing…' : 'are typing…'),
  someone: 'Someone',

  // The welcome at the top of a channel
  welcome: 'Welcome',
  welcomeTo: (channel: string) => `Welcome to ${channel}`,
  defaultDescription: (bot: string) => `Try ${bot} here.`,
  noCommands: (bot: string) => `${bot} has no commands in this channel.`,
  howToStart: { before: 'Type', after: 'to see the commands' },
  orWrite: ', or just send a message.',
  orMention: (bot: string) => `, or mention @${bot} in a message.`,
  botOffline: (bot: string) => `${bot} is offline. If it doesn't come online soon, check its log.`,
  botStarting: (bot: string) => `${bot} is starting. It hasn't registered its commands yet.`,

  // Messages
  messages: 'Messages',
  message: 'Message',
  newMessages: 'New messages ↓',
  isThinking: (bot: string) => `${bot} is thinking…`,
  edited: '(edited)',
  onlyYou: 'Only you can see this',
  dismiss: 'Dismiss message',
  used: 'used',
  aCommand: 'a command',
  aMessage: 'a message',
  originalDeleted: 'Original message was deleted',
  reply: 'Reply',
  more: 'More',
  copyText: 'Copy text',
  copy: 'Copy',
  copied: 'Copied',
  showJson: 'Show JSON',
  hideJson: 'Hide JSON',
  toggleJson: 'Show or hide JSON',
  payloadCaption: 'The request body the bot sent',
  messageCaption: 'The message as the sandbox stores it',
  apps: 'Apps',

  // Interactions
  sending: (name: string) => `Sending ${name}…`,
  interactionFailed: 'This interaction failed. Try again.',

  // Components
  unknownComponent: "The sandbox can't display this component. Choose “Show JSON” to see its content.",
  remoteImage: 'Image on another server, not loaded',
  spoiler: 'Spoiler',
  showSpoiler: 'Spoiler: show',
  premium: 'Premium',
  makeSelection: 'Make a selection',
  bytes: (count: number) => `${count.toLocaleString()} bytes`,

  // Files
  uploading: 'Uploading…',
  attach: 'Attach files',
  detach: (name: string) => `Remove ${name}`,

  // Modals
  close: 'Close',
  cancel: 'Cancel',
  submit: 'Submit',
  submitHint: { keys: 'Ctrl+Enter', meaning: 'submits' },
  unknownField: "The sandbox can't display this field.",
  requiredField: 'This field is required.',
  charactersUsed: (used: number, max: number) => `${used} of ${max} characters`,

  // Writing a message
  readOnly: "You can't send messages in this channel.",
  replyingTo: 'Replying to',
  cancelReply: 'Cancel reply',
  commands: 'Commands',
  people: 'People',
  app: 'App',
  messagePlaceholder: (channel: string) => `Message ${channel}, or type / for commands`,
  shortPlaceholder: (channel: string) => `Message ${channel}`,
  messageLabel: (channel: string) => `Message ${channel}`,
  send: 'Send',

  // Filling in a command
  choicesFor: (option: string) => `Choices for ${option}`,
  loadingChoices: 'Loading choices…',
  sendCommand: (name: string) => `Send /${name}`,
  requiredOption: 'This option is required. Specify a value.',
  chooseFile: 'Choose a file.',
  pickFromList: 'Choose an item from the list.',
  notWholeNumber: 'Enter a whole number.',
  notNumber: 'Enter a number.',
  tooSmall: (min: number) => `Must be at least ${min}.`,
  tooLarge: (max: number) => `Must be at most ${max}.`,
  tooShort: (min: number) => `Write at least ${min} characters.`,
  tooLong: (max: number, length: number) => `Write at most ${max} characters. This has ${length}.`,
} as const;
