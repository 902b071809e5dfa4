import { useIsNear } from '@portal/plugin-metrics-react';
import { ReactNode, useRef } from 'react';
import styles from './CardSlot.module.css';
import { useHasArrived } from './useHasArrived';

/**
 * A card's place on a page: the card is loaded when the reader comes near or prints, and until it has arrived its place is
 * kept, so that nothing below it jumps or is taken for near.
 */
export function CardSlot(props: {
  children: ReactNode;
  /** About how high the card will be: it decides how much moves when the card arrives. */
  size?: 'short' | 'tall';
}) {
  const { children, size = 'short' } = props;
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(place);
  const hasArrived = useHasArrived(place, isNear);
  const className = hasArrived ? styles.arrived : styles[size];
  return (
    <div ref={place} className={className}>
      {isNear && children}
    </div>
  );
}
