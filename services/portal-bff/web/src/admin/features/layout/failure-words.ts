import { ApiProblem } from '../../../shared/features/http/api-problem.js';

interface FailureWords {
  title: string;
  words: string;
}

/**
 * A failed call in words: what happened, what was kept, what to do. `what` was tried: "The list could not be read".
 */
export function failureWords(error: unknown, what: string): FailureWords {
  const { status, code, message } =
    error instanceof ApiProblem ? error : { status: -1, code: '', message: '' };
  if (status === 0)
    return { title: what, words: 'There is no connection just now. Nothing is lost; try again.' };
  if (code === 'unreadable_answer') {
    return { title: what, words: 'This page is older than the server. Reload it; what is saved is safe.' };
  }
  if (status === 403) {
    return { title: what, words: 'Your role does not allow it. An owner can change roles under Settings.' };
  }
  if (status === 404) return { title: what, words: 'It is not there. It may belong to another brand.' };
  if (status === 429)
    return { title: what, words: 'That was a little often. Wait a minute, then try again.' };
  if (status >= 400 && status < 500 && message) return { title: what, words: message };
  return {
    title: what,
    words: 'The server could not do it just now. Nothing was changed; try again in a moment.',
  };
}
