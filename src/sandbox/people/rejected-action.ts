// The error for an action that Discord's own client wouldn't allow.

/** Its message is shown to the person as is. */
export class RejectedAction extends Error {
  override readonly name = 'RejectedAction';
}
