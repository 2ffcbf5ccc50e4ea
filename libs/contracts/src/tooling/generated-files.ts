import { fileURLToPath } from 'node:url';
import { asyncApi } from './asyncapi.js';
import { eventsPage } from './events-page.js';
import { allEvents, schemaOf } from './json-schemas.js';

/** The repository's root, from the compiled place of this file. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url));

export const schemaFolder = 'libs/contracts/schemas';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What the contracts generate: text by path from the repository's root. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ...allEvents().map(event => [`${schemaFolder}/${event.type}.gen.json`, json(schemaOf(event))] as const),
    [`${schemaFolder}/asyncapi.gen.json`, json(asyncApi())],
    ['docs/events.md', eventsPage()],
  ]);
}
