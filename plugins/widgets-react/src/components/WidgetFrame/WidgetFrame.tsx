import { ReactNode, Suspense, useId, useRef } from 'react';
import type { Widget, WidgetProps } from '../../registry';
import { useOverflows } from './useOverflows';
import styles from './WidgetFrame.module.css';
import { WidgetBoundary } from './WidgetBoundary';
import { WidgetSkeleton } from './WidgetSkeleton';

/**
 * Properties of {@link WidgetFrame}.
 *
 * @public
 */
export type WidgetFrameProps = WidgetProps & {
  /** Undefined where no plugin brings it: the frame says so. */
  widget: Widget | undefined;
  /** The name in the board, which tells an unknown widget. */
  name: string;
  /** Instead of the widget's own title. */
  title?: string;
  /** What can be done with the tile, at the right of its title. */
  actions?: ReactNode;
  /** The level of its title; 2 by default. */
  headingLevel?: 2 | 3;
  /** Draws the frame alone: nothing is loaded for a tile that is out of sight. */
  isWaiting?: boolean;
};

/**
 * The frame that every widget stands in: its title, the time until its code is there, and what failed when it fails. One that
 * fails does so alone.
 *
 * @public
 */
export function WidgetFrame(props: WidgetFrameProps) {
  const {
    widget,
    name,
    title,
    actions,
    headingLevel = 2,
    isWaiting = false,
    ...given
  } = props;
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const scrolls = useOverflows(content);
  const Heading = `h${headingLevel}` as const;
  const isNamedInside = widget?.definition.drawsTitle && !title;
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <header className={styles.head}>
        <Heading
          id={id}
          className={isNamedInside ? styles.hidden : styles.title}
        >
          {title ?? widget?.definition.title ?? name}
        </Heading>
        {actions}
      </header>
      <div
        ref={content}
        className={styles.content}
        // Content that is higher than its tile scrolls in it, also by keyboard: axe's scrollable-region-focusable.
        tabIndex={scrolls ? 0 : undefined}
        aria-labelledby={scrolls ? id : undefined}
        role={scrolls ? 'group' : undefined}
      >
        <WidgetBoundary
          // New settings are a new try.
          key={JSON.stringify(given)}
          title={title ?? widget?.definition.title ?? name}
        >
          {isWaiting ? (
            <WidgetSkeleton />
          ) : (
            <Suspense fallback={<WidgetSkeleton />}>
              {widget ? <widget.Content {...given} /> : <Unknown name={name} />}
            </Suspense>
          )}
        </WidgetBoundary>
      </div>
    </section>
  );
}

function Unknown({ name }: { name: string }) {
  return (
    <p className={styles.note}>
      No plugin of this portal brings <code>{name}</code>. Correct the name in
      the board, or ask who runs the portal to add the plugin.
    </p>
  );
}
