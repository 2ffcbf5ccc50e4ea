type Listener = (error: unknown) => void;

const listeners = new Set<Listener>();

/** Hears how every call of the admin API ended: null, or what it threw. Whoever listens does so for good. */
export const onOutcome = (listener: Listener) => {
  listeners.add(listener);
};

/** The call itself, with its end reported. */
export async function reported<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    for (const listener of listeners) listener(null);
    return answer;
  } catch (error) {
    for (const listener of listeners) listener(error);
    throw error;
  }
}
