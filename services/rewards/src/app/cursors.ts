import { z } from 'zod';

/** What a list by time goes on after: the last item's instant and id. */
export const timeCursor = z.tuple([z.iso.datetime(), z.uuid()]);
