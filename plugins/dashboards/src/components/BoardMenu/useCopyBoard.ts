import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { dashboardsApiRef } from '../../api';
import { copyOf, type LoadedBoard, personalRef } from '../../board';
import { useBoardHref } from '../../hooks';
import { editParam } from '../../routes';

/** Makes a private copy of a board and opens it to be changed. */
export function useCopyBoard() {
  const dashboards = useApi(dashboardsApiRef);
  const toasts = useApi(toastApiRef);
  const navigate = useNavigate();
  const boardHref = useBoardHref();
  return useCallback(
    async (loaded: LoadedBoard) => {
      const { id } = await dashboards.createBoard(copyOf(loaded));
      toasts.post({
        title: 'You have a copy of your own',
        description: 'Only you see it until you share it.',
        status: 'success',
        timeout: 6_000,
      });
      navigate(`${boardHref(personalRef(id))}?${editParam}`);
    },
    [dashboards, toasts, navigate, boardHref],
  );
}
