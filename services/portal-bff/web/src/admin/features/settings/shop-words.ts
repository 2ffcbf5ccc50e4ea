import type { ShopItem } from '@cairn/contracts/http/shop';
import type { Tone } from '../layout/components/status-badge.js';

export const statusWords: Record<ShopItem['status'], { words: string; tone: Tone }> = {
  connected: { words: 'Connected', tone: 'good' },
  uninstalled: { words: 'Disconnected', tone: 'neutral' },
  token_refused: { words: 'Connect it again', tone: 'bad' },
};

/** What came of the way to a shop and back, as the address has it; null for what it never says. */
export function outcomeWords(outcome: string): { title: string; advice: string | null } | null {
  return Object.hasOwn(outcomes, outcome) ? outcomes[outcome]! : null;
}

const again = 'Connect the shop once more.';

const outcomes: Record<string, { title: string; advice: string | null }> = {
  connected: { title: 'The shop is connected', advice: null },
  not_signed: {
    title: 'The shop could not be connected',
    advice: `What came back was not Shopify’s. ${again}`,
  },
  expired: { title: 'The shop could not be connected', advice: `It took longer than 15 minutes. ${again}` },
  wrong_shop: { title: 'The shop could not be connected', advice: `Another shop answered. ${again}` },
  other_session: {
    title: 'The shop could not be connected',
    advice: `You are signed in to another brand than the one it was begun for. Sign in there. ${again}`,
  },
  elsewhere: {
    title: 'The shop could not be connected',
    advice: 'Another brand is connected to it: it has to disconnect it first.',
  },
  scopes: {
    title: 'The shop could not be connected',
    advice: `The app was not allowed all that it needs. ${again}`,
  },
  denied: { title: 'The shop could not be connected', advice: `Shopify gave no access. ${again}` },
  failed: { title: 'The shop could not be connected', advice: 'Try it again in a moment.' },
};
