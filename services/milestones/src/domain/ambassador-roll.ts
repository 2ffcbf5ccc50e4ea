import type { CreateAmbassador } from '@cairn/contracts/http/ambassador';
import { type Ambassador, foldEmail } from './ambassador.js';
import { foldCode } from './referral-code.js';

/** People by each of their keys (1.3). A key once taken stays taken, also when its owner got another. */
export class AmbassadorRoll {
  private readonly people = new Map<string, Ambassador>();
  private readonly externalIds = new Map<string, string>();
  private readonly emails = new Map<string, string>();
  private readonly codes = new Map<string, string>();

  constructor(known: readonly Ambassador[]) {
    for (const person of known) this.put(person);
  }

  all(): Iterable<Ambassador> {
    return this.people.values();
  }

  put(person: Ambassador): void {
    this.people.set(person.id, person);
    if (person.externalId !== null) this.externalIds.set(person.externalId, person.id);
    this.emails.set(person.email, person.id);
    this.codes.set(foldCode(person.code), person.id);
  }

  /** Whom the fields mean: by external id, else by the e-mail they have now. */
  find({ externalId, email }: CreateAmbassador): Ambassador | undefined {
    const byExternalId = externalId === undefined ? undefined : this.externalIds.get(externalId);
    if (byExternalId !== undefined) return this.people.get(byExternalId);
    const byEmail = this.people.get(this.emailOwner(email) ?? '');
    return byEmail?.email === foldEmail(email) ? byEmail : undefined;
  }

  /** Id of who has or had the e-mail. */
  emailOwner(email: string): string | undefined {
    return this.emails.get(foldEmail(email));
  }

  /** Id of who has or had the code. */
  codeOwner(code: string): string | undefined {
    return this.codes.get(foldCode(code));
  }

  freeCode(newCode: () => string): string {
    for (;;) {
      const code = newCode();
      if (this.codeOwner(code) === undefined) return code;
    }
  }
}
