import { useState } from 'react';
import { ResponseError, toError } from '@backstage/errors';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { formatNumber } from '@portal/plugin-metrics-react';
import type { WebhookDeadLetter } from '@portal/plugin-webhooks-common';
import { webhooksApiRef } from '../api';
import { describeError, nameDelivery } from '../words';

/** Milliseconds for which good news stays. Bad news stays until it is closed. */
const goodNews = 6_000;

function wasReplayed(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

/** Hands dead letters over once more, one after the other, and says what came of it. */
export function useReplay(onDone: () => void) {
  const api = useApi(webhooksApiRef);
  const toasts = useApi(toastApiRef);
  const [progress, setProgress] = useState<{ done: number; of: number }>();

  const replay = async (letters: readonly WebhookDeadLetter[]) => {
    const failures: unknown[] = [];
    for (const [done, { id }] of letters.entries()) {
      setProgress({ done, of: letters.length });
      try {
        await api.replayDeadLetter({ id });
      } catch (error) {
        // Somebody else was faster: what was wanted is done.
        if (!wasReplayed(error)) {
          failures.push(error);
        }
      }
    }
    setProgress(undefined);
    const replayed = letters.length - failures.length;
    if (replayed > 0) {
      const [{ consumer }] = letters;
      toasts.post({
        title:
          letters.length === 1
            ? `${nameDelivery(letters[0])} is handed to ${consumer} again`
            : `${formatNumber(replayed)} of ${formatNumber(
                letters.length,
              )} dead letters are handed over again`,
        description: 'What fails again comes back to this list.',
        status: 'success',
        timeout: goodNews,
      });
    }
    if (failures.length > 0) {
      toasts.post({
        title:
          failures.length === 1
            ? 'A dead letter could not be replayed'
            : `${formatNumber(
                failures.length,
              )} dead letters could not be replayed`,
        description: describeError(toError(failures[0])),
        status: 'danger',
      });
    }
    onDone();
  };
  return { replay, progress };
}
