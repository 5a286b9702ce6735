// What the sandbox tells a person. Error messages for bots are Discord's and live in validation/.

/** Failures that Discord's client shows under an interaction, in Discord's words. */
export const failureText = {
  noResponse: 'The application did not respond',
  modalFailed: 'Something went wrong. Try again.',
} as const;

/** Why an action was rejected. Each message is one or two sentences. */
export const rejectionText = {
  unknownPerson: "There's nobody with this id in the sandbox.",
  hiddenChannel: "You can't see this channel.",
  readOnlyChannel: "You can't send messages in this channel.",

  emptyMessage: 'Write a message first.',
  messageTooLong: (max: number) => `A message can have at most ${max.toLocaleString('en')} characters.`,
  messageDeleted: 'This message was deleted.',
  repliedMessageDeleted: "The message you're replying to was deleted.",
  notDismissible: 'You can only dismiss replies that only you can see.',

  commandNotAllowed: "You can't use this command here.",
  unknownCommand: (name: string) => `There is no command “${name}” here.`,
  unknownSubcommand: (name: string) => `There is no subcommand “${name}”.`,
  missingSubcommand: 'Choose a subcommand.',
  wrongTarget: 'Use context menu commands on a message or a person, and slash commands without a target.',

  unknownOption: (name: string) => `There is no option “${name}”.`,
  missingOption: (name: string) => `The option “${name}” is required.`,
  wrongOptionType: (name: string) => `The option “${name}” has the wrong type.`,
  notWholeNumber: (name: string) => `The option “${name}” must be a whole number.`,
  notAChoice: (name: string) => `Pick one of the choices for the option “${name}”.`,
  optionTooShort: (name: string, min: number) => `The option “${name}” needs at least ${min} characters.`,
  optionTooLong: (name: string, max: number) => `The option “${name}” can have at most ${max} characters.`,
  optionTooSmall: (name: string, min: number) => `The option “${name}” must be at least ${min}.`,
  optionTooLarge: (name: string, max: number) => `The option “${name}” must be at most ${max}.`,
  missingFocus: 'Autocomplete needs an option with `focused`.',

  unknownComponent: "This message doesn't have this button or menu anymore.",
  disabledComponent: 'This button or menu is disabled.',
  tooFewSelected: (min: number) => `Choose at least ${min}.`,
  tooManySelected: (max: number) => `Choose at most ${max}.`,
  notAnOption: 'Choose one of the options.',

  unknownFile: 'This file was deleted. Choose it again.',
  fileTooLarge: (maxMegabytes: number) => `Your files can have at most ${maxMegabytes} MB each.`,
  wrongFileType: (name: string, types: string) => `“${name}” has the wrong type. Choose one of ${types}.`,

  modalClosed: 'This form is no longer open. Open it again.',
  missingField: (label: string) => `“${label}” is required.`,
  fieldTooShort: (label: string, min: number) => `“${label}” needs at least ${min} characters.`,
  fieldTooLong: (label: string, max: number) => `“${label}” can have at most ${max} characters.`,
} as const;

/** Errors about the HTTP request itself. */
export const requestText = {
  foreignOrigin: "Only the sandbox's own page can do this.",
  notJson: 'Send the request body as JSON, and files as bytes.',
  tooLarge: (maxKilobytes: number) => `The request body can have at most ${maxKilobytes} KB.`,
  notAnObject: 'The request body must be a JSON object.',
  missingField: (name: string) => `“${name}” is missing.`,
  invalidField: (name: string) => `“${name}” is missing or has the wrong type.`,
  unknownAction: (kind: string) => `There is no action “${kind}”.`,
  unknownFile: 'This file was deleted.',
  pageNotBuilt: "The page hasn't been built yet. Run `npm run build` and reload.",
} as const;
