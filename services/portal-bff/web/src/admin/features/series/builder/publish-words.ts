import { codeOf } from '../../../../shared/features/http/api-problem.js';

/** Why a publish was refused, and what to do, for the refusals that have a cure of their own (api.md, Keys). */
export function publishRefusal(error: unknown): { title: string; words: string } | null {
  switch (codeOf(error)) {
    case 'program_in_another_series':
      return {
        title: 'One of the programs climbs another series',
        words:
          'A program climbs one series at a time. End the other series first, or take the program out here.',
      };
    case 'unknown_variant':
      return {
        title: 'The shop does not have one of the products',
        words: 'It may have been deleted in Shopify. Choose another product where the reward is marked.',
      };
    case 'unknown_pool':
      return {
        title: 'One of the code pools is gone',
        words: 'Choose another pool where the reward is marked.',
      };
    case 'promotion_circle':
      return {
        title: 'Moving up would lead round in a circle',
        words:
          'The program that people move into leads back here by its own series. Choose another program, or another thing to happen at the top.',
      };
    case 'stale':
      return {
        title: 'Somebody else saved this draft just now',
        words: 'Nothing was published. Look at their version, then publish.',
      };
    case 'series_not_draft':
      return {
        title: 'There is nothing to publish',
        words:
          'What is published is the same: somebody else may have published it meanwhile. Open the series to see it.',
      };
    default:
      return null;
  }
}
