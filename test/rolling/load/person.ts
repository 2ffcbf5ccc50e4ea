/** An ambassador who is signed in. */
export interface Person {
  id: string;
  externalId: string;
  /** The session's token. */
  session: string;
}
