/**
 * Lets the demo's sales go out in parts, each together with a fault, so that every fault strikes while there is something
 * to do. Some parts are kept back for faults that need more than one.
 */
export class Pacing {
  private begun = 0;
  private held = false;
  private over = false;
  private wake = Promise.withResolvers<void>();

  /** In how many parts the sales go. */
  private readonly parts: number;

  constructor(faults: number, reserve = 4 + Math.ceil(faults / 4)) {
    this.parts = faults + reserve;
  }

  /** Waits until the event at place `sent` of `of` may go. */
  async turn(sent: number, of: number): Promise<void> {
    while (!this.over && (this.held || sent * this.parts >= this.begun * of)) await this.wake.promise;
  }

  /** The next fault begins, or one needs more: the next part may go. */
  next(): void {
    this.begun++;
    this.look();
  }

  /** Nothing more goes, until `release`. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.look();
  }

  /** Everything may go. */
  end(): void {
    this.over = true;
    this.look();
  }

  private look(): void {
    this.wake.resolve();
    this.wake = Promise.withResolvers();
  }
}
