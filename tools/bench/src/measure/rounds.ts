export interface Round<Names extends string> {
  readonly value: Readonly<Record<Names, number>>;
  readonly baseline: Readonly<Record<Names, number>>;
}

export interface Alternation<Names extends string> {
  readonly rounds: number;
  readonly value: (round: number) => Promise<Record<Names, number>>;
  readonly baseline: (round: number) => Promise<Record<Names, number>>;
  readonly onRound: (round: number, done: Round<Names>) => void;
}

/** A B A B …: what drifts on the machine drifts for both. */
export async function alternate<Names extends string>({
  rounds,
  value,
  baseline,
  onRound,
}: Alternation<Names>): Promise<Round<Names>[]> {
  const done: Round<Names>[] = [];
  for (let round = 1; round <= rounds; round++) {
    const one = { value: await value(round), baseline: await baseline(round) };
    done.push(one);
    onRound(round, one);
  }
  return done;
}
