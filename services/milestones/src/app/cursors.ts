import { z } from 'zod';

/** The sort key of lists by id, which UUIDv7 makes newest first. */
export const idCursor = z.tuple([z.uuid()]);

export const numberCursor = z.tuple([z.int().min(0)]);
