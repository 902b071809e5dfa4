import { lazy, Suspense, type ComponentType } from 'react';
import { Skeleton } from '@backstage/ui';

/** A field whose component is loaded when a form shows it for the first time. */
export function lazyField<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element {
  // React's own type of a lazy component loses what a generic component takes.
  const Field = lazy(async () => ({
    default: await load(),
  })) as unknown as ComponentType<Props>;
  return function LazyField(props: Props) {
    return (
      <Suspense fallback={<Skeleton width="100%" height={64} />}>
        <Field {...props} />
      </Suspense>
    );
  };
}
