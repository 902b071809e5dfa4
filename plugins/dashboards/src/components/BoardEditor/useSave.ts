import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { PersonalBoard } from '@portal/plugin-dashboards-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { dashboardsApiRef } from '../../api';
import { personalRef } from '../../board';
import { type Draft, toContent } from '../../editing';
import { isConflict, reasonOf, useBoardHref } from '../../hooks';

/** Why a board was not saved. */
export type SaveFailure =
  /** It can't be as it is. */
  | { kind: 'problems'; problems: string[] }
  /** It was changed or deleted meanwhile. */
  | { kind: 'conflict' | 'gone' }
  | { kind: 'other'; reason: string };

/** Saves a draft, and what can be done when somebody was faster. */
export type Saving = {
  isPending: boolean;
  failure?: SaveFailure;
  save: () => void;
  /** Puts the draft in the place of what is there by now. */
  saveOver: () => void;
  /** Makes another board of the draft. */
  saveAsNew: () => void;
};

/** Saves what a person changed; nothing is lost where that fails. */
export function useSave(options: {
  personal: PersonalBoard;
  revision: number;
  draft: Draft;
  check: () => string[];
  onSaved: () => void;
  onDropped: () => void;
}): Saving {
  const { personal, draft, check, onSaved, onDropped } = options;
  const { id } = personal;
  const dashboards = useApi(dashboardsApiRef);
  const navigate = useNavigate();
  const boardHref = useBoardHref();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();

  const attempt = async (action: () => Promise<void>) => {
    const problems = check();
    if (problems.length > 0) {
      setFailure({ kind: 'problems', problems });
      return;
    }
    setPending(true);
    try {
      await action();
      setFailure(undefined);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  const update = async (revision: number) => {
    await dashboards.updateBoard(id, { ...toContent(draft), revision });
    onSaved();
  };
  return {
    isPending,
    failure,
    save: () => attempt(() => update(options.revision)),
    saveOver: () =>
      attempt(async () => update((await dashboards.getBoard(id)).revision)),
    saveAsNew: () =>
      attempt(async () => {
        const added = await dashboards.createBoard(toContent(draft));
        onDropped();
        navigate(boardHref(personalRef(added.id)));
      }),
  };
}

function failureOf(error: unknown): SaveFailure {
  if (isConflict(error)) {
    return { kind: 'conflict' };
  }
  return error instanceof ResponseError && error.statusCode === 404
    ? { kind: 'gone' }
    : { kind: 'other', reason: reasonOf(error) };
}
