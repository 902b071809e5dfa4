import type { ReactNode } from 'react';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { useSubPath } from './useSubPath';

/** A page that has nothing below it: it says so at an address further down. */
export function WholePage(props: { children: ReactNode }) {
  return useSubPath() === '' ? <>{props.children}</> : <NotFoundErrorPage />;
}
