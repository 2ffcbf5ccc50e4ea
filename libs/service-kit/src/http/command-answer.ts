import type { CatalogMark } from '../catalog/publish.js';

/**
 * What an internal command answers: the body for the caller, and the catalog mark that must be applied elsewhere before
 * it may hear of it (null where no configuration changed).
 */
export interface CommandAnswer<Body> {
  body: Body;
  mark: CatalogMark | null;
}
