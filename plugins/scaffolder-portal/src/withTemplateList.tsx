import { lazy, Suspense, type ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';

const TemplateList = lazy(() =>
  import('./components/TemplateList').then(m => ({ default: m.TemplateList })),
);

/**
 * Puts a list that has an order in place of the list of the scaffolder's page of templates, which takes none. It is loaded with the page.
 *
 * @public
 */
export function withTemplateList(page: ReactNode): JSX.Element {
  return (
    <Suspense fallback={<Skeleton width="100%" height={240} />}>
      <TemplateList>{page}</TemplateList>
    </Suspense>
  );
}
