import {
  HomePageLayoutProps,
  HomePageWidgetData,
} from '@backstage/plugin-home-react/alpha';
import { cloneElement } from 'react';
import { HomeCard } from './HomeCard';
import styles from './HomeLayout.module.css';
import { placeWidgets } from './homeSlots';
import { Welcome } from './Welcome';

/** A widget in the frame that all share, except one that brings a frame of its own. */
function inFrame({ component, title }: HomePageWidgetData) {
  return component.props.Renderer
    ? component
    : cloneElement(component, { Renderer: HomeCard, title });
}

/** The home page: a welcome with a search, then the widgets in one to three columns. */
export function HomeLayout(props: HomePageLayoutProps) {
  const { widgets } = props;
  return (
    <main className={styles.page}>
      <Welcome />
      <div className={styles.grid}>
        {placeWidgets(widgets).map(({ widget, width }) => (
          <div key={widget.node.spec.id} className={styles[width]}>
            {inFrame(widget)}
          </div>
        ))}
      </div>
    </main>
  );
}
