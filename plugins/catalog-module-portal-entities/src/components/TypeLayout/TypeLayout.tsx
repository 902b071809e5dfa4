import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Fragment, ReactNode } from 'react';
import { CardSlot } from '../CardSlot';
import { DatasetCard } from '../DatasetCard';
import { EnvironmentCard } from '../EnvironmentCard';
import { LibraryCard } from '../LibraryCard';
import { EntityWarnings } from '../EntityOverview';
import styles from './TypeLayout.module.css';

/** The overview of an entity that leads with what matters for its type; other cards follow. */
function TypeLayout(
  props: EntityContentLayoutProps & { lead: ReactNode; wide?: boolean },
) {
  const { cards, lead, wide } = props;
  const info = cards.filter(({ type }) => type === 'info');
  const content = cards.filter(({ type }) => type !== 'info');
  const main = [
    ...(wide ? [] : [<Fragment key="lead">{lead}</Fragment>]),
    ...content.map(({ element }, index) => (
      <CardSlot key={element.key ?? index}>{element}</CardSlot>
    )),
  ];
  return (
    <div className={styles.page}>
      <EntityWarnings />
      {wide && lead}
      <div className={main.length > 0 ? styles.columns : undefined}>
        {main.length > 0 && <div className={styles.content}>{main}</div>}
        <div className={styles.info}>
          {info.map(({ element }, index) => (
            <Fragment key={element.key ?? index}>{element}</Fragment>
          ))}
        </div>
      </div>
    </div>
  );
}

/** How to get a library, and who uses it. */
export function LibraryLayout(props: EntityContentLayoutProps) {
  return <TypeLayout {...props} lead={<LibraryCard />} />;
}

/** Who may see a dataset, how fresh it is, and who uses it. */
export function DatasetLayout(props: EntityContentLayoutProps) {
  return <TypeLayout {...props} lead={<DatasetCard />} />;
}

/** The way to production over the whole width, then the rest. */
export function EnvironmentLayout(props: EntityContentLayoutProps) {
  return <TypeLayout {...props} lead={<EnvironmentCard />} wide />;
}
