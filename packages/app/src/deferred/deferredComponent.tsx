import { ComponentType, lazy, Suspense } from 'react';

/** A component that is loaded when it is first shown. */
export function deferredComponent<TProps extends object>(
  load: () => Promise<ComponentType<TProps>>,
): ComponentType<TProps> {
  const Real = lazy(async () => ({
    default: (await load()) as ComponentType<object>,
  }));
  return function Deferred(props: TProps) {
    return (
      <Suspense fallback={null}>
        <Real {...props} />
      </Suspense>
    );
  };
}
