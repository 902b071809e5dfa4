import { ComponentType, useEffect, useState } from 'react';
import { WidgetSkeleton } from '../components/WidgetFrame/WidgetSkeleton';
import type { WidgetProps } from './WidgetProps';

/**
 * Draws a widget as soon as its code is there.
 *
 * @remarks
 *
 * React's own `lazy` is slower here and gives up sooner: what it reveals after a first part of a page waits for half a second,
 * so that half of the tiles of a board came late, and code that failed to load once is never asked for again.
 */
export function createContent(
  loader: () => Promise<ComponentType<WidgetProps>>,
): ComponentType<WidgetProps> & { preload: () => Promise<void> } {
  let Loaded: ComponentType<WidgetProps> | undefined;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    try {
      Loaded = await loader();
    } finally {
      loading = undefined;
    }
  }

  async function preload(): Promise<void> {
    if (!Loaded) {
      loading ??= load();
      // Whoever draws it asks again, and says what failed.
      await loading.catch(() => {});
    }
  }

  function Content(props: WidgetProps) {
    const [state, setState] = useState<{ error?: unknown }>({});
    useEffect(() => {
      if (Loaded) {
        return undefined;
      }
      let isGone = false;
      const settle = (next: { error?: unknown }) => {
        if (!isGone) {
          setState(next);
        }
      };
      loading ??= load();
      loading.then(
        () => settle({}),
        error => settle({ error }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (state.error !== undefined) {
      throw state.error;
    }
    return Loaded ? <Loaded {...props} /> : <WidgetSkeleton />;
  }
  return Object.assign(Content, { preload });
}
