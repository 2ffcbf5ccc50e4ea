import { alternate } from '../measure/rounds.js';
import { inWords, type Stage, stopAllBut } from '../stages.js';
import { grow, introduce, modelOf } from './grown-databases.js';
import { SizeBench } from './measure-size.js';

/** One brand with very many people and rows beside one with few: points, the portal's home, the what-if. */
export async function sizeStage({ bed, brand, plan, rounds, say, onFigure }: Stage): Promise<void> {
  const { small, large, load } = plan.size;
  const like = await modelOf(bed, brand, large.rows);
  await stopAllBut(bed, 'ingestion');
  const few = await grow(bed, 'small', small, like, say);
  const many = await grow(bed, 'large', large, like, say);
  // Last: what ingestion looks up has to lie in memory, as it does where it works all day.
  await introduce(bed, large.people, like);
  const bench = new SizeBench(bed, brand, load);
  const told = async (what: string, measure: Promise<number>) => {
    const figure = await measure;
    say(`${what}: ${figure.toFixed(1)}`);
    return figure;
  };
  const done = await alternate({
    rounds,
    value: async () => ({
      'size.rows': await told('rows/s, large', bench.posted(many)),
      'size.homes': await told('homes/s, large', bench.read(many)),
      'size.what-if': await told('seconds of a what-if', bench.whatIf(many)),
    }),
    baseline: async () => ({
      'size.rows': await told('rows/s, small', bench.posted(few)),
      'size.homes': await told('homes/s, small', bench.read(few)),
      'size.what-if': await told('seconds of bare sums', bench.bareSums(many)),
    }),
    onRound: (round, { value, baseline }) =>
      say(`size, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}`),
  });
  for (const figure of ['size.rows', 'size.homes', 'size.what-if'] as const) onFigure(figure, done);
}
