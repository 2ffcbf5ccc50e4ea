/** Kinds of due work: a grant's code is to be made at Shopify; a brand is to be connected to the stand-in. */
export const issueCode = 'issue-code';
export const connectStandin = 'connect-standin';
