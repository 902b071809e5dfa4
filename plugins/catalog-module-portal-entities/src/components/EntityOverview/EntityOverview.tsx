import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { CardSlot } from '../CardSlot';
import { EntityWarnings } from './EntityWarnings';
import styles from './EntityOverview.module.css';

/**
 * The overview of an entity whose type has no layout of its own: what it is, beside what it has to do with others. A page
 * has ten cards and a screen shows three: the others are loaded when the reader comes near.
 */
export function EntityOverview({ cards }: EntityContentLayoutProps) {
  const info = cards.filter(({ type }) => type === 'info');
  const content = cards.filter(({ type }) => type !== 'info');
  return (
    <div className={styles.page}>
      <EntityWarnings />
      <div className={info.length > 0 ? styles.columns : undefined}>
        {info.length > 0 && (
          <div className={styles.info}>
            {info.map(({ element }, index) => (
              <CardSlot
                key={element.key ?? index}
                size={index === 0 ? 'tall' : 'short'}
              >
                {element}
              </CardSlot>
            ))}
          </div>
        )}
        <div className={styles.content}>
          {content.map(({ element }, index) => (
            <CardSlot key={element.key ?? index}>{element}</CardSlot>
          ))}
        </div>
      </div>
    </div>
  );
}
