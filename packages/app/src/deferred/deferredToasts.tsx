import { ComponentType, useSyncExternalStore } from 'react';
import { deferredComponent } from './deferredComponent';

interface ToastsProps {
  queue: {
    subscribe(listener: () => void): () => void;
    visibleToasts: unknown[];
  };
}

/** The list of toasts, loaded when the first one is posted: their animation is heavy, and most visits show none. */
export function deferredToasts<TProps extends ToastsProps>(
  load: () => Promise<ComponentType<TProps>>,
): ComponentType<TProps> {
  const Toasts = deferredComponent(load);
  let wanted = false;
  return function DeferredToasts(props: TProps) {
    const { queue } = props;
    wanted = useSyncExternalStore(
      listener => queue.subscribe(listener),
      // Once loaded the list stays, so that the last toast can leave in its own time.
      () => wanted || queue.visibleToasts.length > 0,
    );
    return wanted ? <Toasts {...props} /> : null;
  };
}
