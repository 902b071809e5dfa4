import { ComponentRenderer } from '@backstage/plugin-home-react';
import { RendererProps } from '@backstage/plugin-home-react';
import { Fragment, useId } from 'react';
import styles from './HomeLayout.module.css';

/** The frame of every widget on the home page: a heading, the content, and what can be done with it. */
export const HomeCard: NonNullable<ComponentRenderer['Renderer']> = (
  props: RendererProps,
) => {
  const {
    title,
    Content,
    Actions,
    ContextProvider = Fragment,
    Settings: _settings,
    ...rest
  } = props as RendererProps & Record<string, unknown>;
  const id = useId();
  return (
    <ContextProvider>
      <section className={styles.card} aria-labelledby={title ? id : undefined}>
        {title && (
          <h2 id={id} className={styles.cardTitle}>
            {title}
          </h2>
        )}
        <div className={styles.cardContent}>
          <Content {...rest} />
        </div>
        {Actions && <Actions />}
      </section>
    </ContextProvider>
  );
};
