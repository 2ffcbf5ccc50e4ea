import { z } from 'zod';

/** What stands between commas, without the space around it; nothing where there is nothing. */
export const commaList = z.string().transform(text =>
  text
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== ''),
);
