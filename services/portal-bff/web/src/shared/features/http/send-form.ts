import type { z } from 'zod';
import { ApiProblem, problemIn } from './api-problem.js';

export interface FormRequest {
  method: 'POST' | 'PUT';
  form: FormData;
  idempotencyKey?: string;
  ifMatch?: number;
  signal?: AbortSignal;
  /** From 0 to 1, of what was sent: the server still has something to do at 1. */
  onProgress?: (share: number) => void;
}

/**
 * A form with a file, sent with its progress told, which fetch cannot. Throws as `requestJson` does; an AbortError where
 * `signal` ends it.
 */
export function sendForm<Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  { method, form, idempotencyKey, ifMatch, signal, onProgress }: FormRequest,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    if (idempotencyKey !== undefined) request.setRequestHeader('idempotency-key', idempotencyKey);
    if (ifMatch !== undefined) request.setRequestHeader('if-match', `"${ifMatch}"`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const { status, statusText, response } = request;
      if (status < 200 || status > 299) {
        reject(problemIn(status, statusText, response));
        return;
      }
      const parsed = schema.safeParse(response);
      if (parsed.success) resolve(parsed.data);
      else reject(new ApiProblem(status, 'unreadable_answer', 'Reload the page.'));
    };
    request.onerror = () => reject(new ApiProblem(0, 'no_connection', 'There is no connection just now.'));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
