import type { Entity } from '@backstage/catalog-model';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import styles from './EntityList.module.css';

/** Keeps an entity at hand. */
export function StarButton(props: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(
    props.entity,
  );
  const Star = isStarredEntity ? RiStarFill : RiStarLine;
  const name = props.entity.metadata.title ?? props.entity.metadata.name;
  return (
    <button
      type="button"
      className={styles.star}
      aria-pressed={isStarredEntity}
      aria-label={`Star ${name}`}
      title={isStarredEntity ? 'Remove from starred' : 'Add to starred'}
      onClick={toggleStarredEntity}
    >
      <Star size="1.125rem" aria-hidden="true" />
    </button>
  );
}
