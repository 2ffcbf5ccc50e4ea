import { type DrawnSales, drawnSales } from './drawn-orders.js';
import type { RawCommand, RawStep, RawWorld } from './raw-world.js';

/** When it happened: so many hours before the world began, or as its turn begins. Each event has a millisecond of its own. */
type When = { hours: number } | 'now';

type Reference = 'externalId' | 'email' | 'code' | 'id';

/** Actions and campaigns by their place in the world: each brand has its own ids for them. */
type Body =
  | { type: 'action.completed'; action: number; proofUrl?: string; text?: string; paidPartnership?: boolean }
  | { type: 'campaign.joined' | 'campaign.completed'; campaign: number }
  | { type: 'referral.sale'; orderId: string; currency: string; netAmount: number; customerEmail?: string }
  | { type: 'referral.refund'; orderId: string; netAmount: number };

export interface WorldEvent {
  id: string;
  who: string;
  by: Reference;
  /** Milliseconds after its instant. */
  nudge: number;
  when: When;
  body: Body;
}

export type Command =
  | { kind: 'adjust'; who: string; points: number }
  | { kind: 'approve' | 'reject' | 'undo'; nth: number }
  | { kind: 'move'; who: string; program: number }
  | { kind: 'lower'; series: number; retroactive: boolean }
  | { kind: 'pause' | 'resume'; series: number }
  | { kind: 'arrive'; who: string }
  | { kind: 'publish'; series: number }
  | { kind: 'replay' };

/**
 * What happens in one go: commands one after the other, then each person's own events in their own
 * order, whatever the others do meanwhile, then events that take something from each other, one after the other.
 */
export interface Turn {
  commands: Command[];
  /** Commands on series and the arrival, which meet everything settled: whose rows are still on their way is no order. */
  later: Command[];
  queues: WorldEvent[][];
  contested: WorldEvent[];
}

interface Person {
  name: string;
  program: number;
  trust: 'new' | 'trusted';
}

/** Everything that happens to one brand, whatever the ids, the batches and the order in which people are heard. */
export interface World
  extends Pick<RawWorld, 'programs' | 'series' | 'actions' | 'campaigns' | 'samplePercent'> {
  people: Person[];
  turns: Turn[];
}

/** Who comes only with the third turn. */
export const latecomer = 'fay';
const arrivesIn = 2;
/** The series that nobody has published before the last turn; what its program was refused is replayed then. */
const lateSeries = 3;
const names = ['ada', 'bob', 'cleo', 'dan', 'eve', latecomer];

export const emailOf = (name: string) => `${name}@worlds.example`;
export const codeOf = (name: string) => `${name.toUpperCase()}-CODE`;

/** The world that was drawn, with orders and proofs given to people so that only contested events meet. */
export function worldOf(raw: RawWorld): World {
  const people = names.map<Person>((name, n) => ({
    name,
    program: name === latecomer ? raw.lateProgram : n,
    trust: name === 'bob' ? 'trusted' : 'new',
  }));
  const composing = new Composing(raw, people);
  const turns = raw.turns.map((turn, index) => {
    composing.turn = index;
    return {
      ...composing.commandsOf(index === 0 ? [] : turn.commands),
      queues: turn.queues.map((steps, n) => steps.flatMap(step => composing.own(people[n]!, step))),
      contested: turn.contested.map(step => composing.contested(step)),
    };
  });
  const { programs, series, actions, campaigns, samplePercent } = raw;
  return { people, turns, programs, series, actions, campaigns, samplePercent };
}

class Composing {
  turn = 0;
  private events = 0;
  private readonly sales: DrawnSales = drawnSales();

  constructor(
    private readonly raw: RawWorld,
    private readonly people: readonly Person[],
  ) {}

  commandsOf(drawn: readonly RawCommand[]): Pick<Turn, 'commands' | 'later'> {
    const { turn, raw } = this;
    const commands = drawn.map(command => this.command(command));
    const [later, now] = [true, false].map(is => commands.filter(({ kind }) => (kind === 'lower') === is));
    const when = (is: boolean, ...of: Command[]) => (is ? of : []);
    const isMove = ({ kind }: Command) => kind === 'move';
    return {
      // An approval may promote whom a move takes away.
      commands: [...now!.filter(isMove), ...now!.filter(command => !isMove(command))],
      later: [
        ...later!,
        ...when(raw.pauses && turn === 1, { kind: 'pause', series: 0 }),
        ...when(raw.pauses && turn === 2, { kind: 'resume', series: 0 }),
        ...when(turn === raw.turns.length - 1, { kind: 'publish', series: lateSeries }, { kind: 'replay' }),
        ...when(turn === arrivesIn, { kind: 'arrive', who: latecomer }),
      ],
    };
  }

  private command({ kind, who, n, flag }: RawCommand): Command {
    const { name } = this.people[who % (this.people.length - 1)]!;
    switch (kind) {
      case 'adjust':
        return { kind, who: name, points: (flag ? 1 : -1) * 10 * n };
      case 'move':
        return { kind, who: name, program: n % 4 };
      case 'lower':
        return { kind, series: n % 3, retroactive: flag };
      default:
        return { kind, nth: n };
    }
  }

  /** An event that touches nothing of anybody else's; none where it would. */
  own(person: Person, step: RawStep): WorldEvent[] {
    const { name } = person;
    const isKnown = name !== latecomer || this.turn >= arrivesIn;
    switch (step.kind) {
      case 'refund': {
        const orderId = this.sales.toRefund(name, step.n);
        if (orderId === undefined) return [];
        return [this.event(name, step, { type: 'referral.refund', orderId, netAmount: step.amount })];
      }
      case 'early': {
        // Its sale may come from the next turn on: until then the refund is of nobody.
        const orderId = this.sales.early(name, step.n, this.turn);
        return [this.event(name, step, { type: 'referral.refund', orderId, netAmount: step.amount })];
      }
      case 'sale':
      case 'own':
      case 'euro': {
        const orderId = this.sales.sold(name, step.n, step.flag, isKnown, this.turn);
        return [this.event(name, step, this.sale(name, step, orderId))];
      }
      default:
        return [this.event(name, step, this.earned(person, step, name))];
    }
  }

  /** An event on what somebody else has: whoever comes first has it. */
  contested(step: RawStep): WorldEvent {
    const person = this.people[step.by % (this.people.length - 1)]!;
    const other = this.people[(step.by + step.n) % (this.people.length - 1)]!;
    switch (step.kind) {
      case 'refund':
      case 'early': {
        const orderId = this.sales.anyOf(other.name, step.n);
        return this.event(person.name, step, { type: 'referral.refund', orderId, netAmount: step.amount });
      }
      case 'sale':
      case 'own':
      case 'euro': {
        const orderId = this.sales.anyOf(other.name, step.n);
        this.sales.contest(orderId);
        return this.event(person.name, step, this.sale(person.name, step, orderId));
      }
      default:
        return this.event(person.name, step, this.earned(person, step, other.name));
    }
  }

  private event(who: string, { hours, by }: RawStep, body: Body): WorldEvent {
    const nudge = ++this.events;
    const references: Reference[] = ['externalId', 'email', 'code', 'id'];
    // Before they came, what names them waits under one reference: there is no order between several.
    const of = who === latecomer ? 'externalId' : references[by % references.length]!;
    return { id: `e${nudge}`, who, by: of, nudge, when: hours === null ? 'now' : { hours }, body };
  }

  private sale(name: string, { kind, amount }: RawStep, orderId: string): Body {
    const currency = kind === 'euro' ? 'EUR' : 'USD';
    const customerEmail = kind === 'own' ? `${name.toUpperCase()}+shop@worlds.example` : undefined;
    return {
      type: 'referral.sale',
      orderId,
      currency,
      netAmount: amount,
      ...(customerEmail === undefined ? {} : { customerEmail }),
    };
  }

  private earned({ program }: Person, { kind, n, flag }: RawStep, proofOf: string): Body {
    if (kind === 'join' || kind === 'complete') {
      const type = kind === 'join' ? 'campaign.joined' : 'campaign.completed';
      return { type, campaign: n % this.raw.campaigns.length };
    }
    const { actions } = this.raw;
    const ofProgram = actions.findIndex(action => action.program === program);
    const action = ofProgram >= 0 && n % 4 !== 0 ? ofProgram : n % actions.length;
    const proof = `https://www.tiktok.com/@${proofOf}/video/${n}`;
    return {
      type: 'action.completed',
      action,
      proofUrl: flag ? `${proof}/?utm_source=mail` : proof,
      text: n % 3 === 0 ? 'what an #adventure' : 'what a day #AD',
    };
  }
}
