import { useLocation, useResolvedPath } from 'react-router-dom';

/** What the address says below the page that it is asked in: '' on the page itself, else the path of one of its sub-pages. */
export function useSubPath(): string {
  const { pathname } = useLocation();
  const page = useResolvedPath('').pathname.replace(/\/$/, '');
  return pathname.slice(page.length).split('/')[1] ?? '';
}
