/** What Discord's own client would not let a person do; the message is one sentence for them. */
export class RejectedAction extends Error {
  override readonly name = 'Refused';
}
