import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import {
  RiArrowRightLine,
  RiCloseLine,
  RiFullscreenLine,
} from '@remixicon/react';
import { createPortal } from 'react-dom';
import styles from './Wall.module.css';

/** Seconds until the next one, to choose from; 0 stays. */
const turns = [0, 30, 60, 300];

/** Properties of {@link Wall}. */
export type WallProps = {
  title: string;
  /** What takes turns, such as `board`. */
  noun: string;
  /** Seconds until the next one; 0 stays. Read it with {@link turnOf}. */
  turn: number;
  onTurn: (seconds: number) => void;
  /** Shows the next one; left out where there is none. Give a function that stays the same while this one is shown. */
  onNext?: () => void;
  onLeave: () => void;
  children: ReactNode;
};

/** The seconds that an address says; those that are no choice are 0. */
export function turnOf(text: string | null): number {
  return turns.find(each => String(each) === text) ?? 0;
}

/** Something over the whole screen, in the dark, that takes turns with others where it is told to. */
export function Wall(props: WallProps) {
  const { title, noun, turn, onTurn, onNext, onLeave, children } = props;
  const wall = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onLeave();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onLeave]);
  useEffect(() => {
    if (turn <= 0 || !onNext) {
      return undefined;
    }
    const timer = setTimeout(onNext, turn * 1000);
    return () => clearTimeout(timer);
  }, [turn, onNext]);

  return createPortal(
    <div
      ref={wall}
      className={styles.wall}
      data-theme-mode="dark"
      role="region"
      aria-label={`${title} on a wall`}
    >
      <header className={styles.head}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        <div className={styles.actions}>
          <label className={styles.turn}>
            Next {noun}
            <select
              className={styles.select}
              value={turn}
              onChange={({ target }) => onTurn(Number(target.value))}
            >
              {turns.map(seconds => (
                <option key={seconds} value={seconds}>
                  {seconds === 0 ? 'never' : `after ${seconds} s`}
                </option>
              ))}
            </select>
          </label>
          {onNext && (
            <Button
              variant="secondary"
              aria-label={`Next ${noun}`}
              onPress={onNext}
            >
              <RiArrowRightLine aria-hidden size={18} />
            </Button>
          )}
          <Button
            variant="secondary"
            aria-label="Full screen"
            onPress={() => wall.current?.requestFullscreen?.()}
          >
            <RiFullscreenLine aria-hidden size={18} />
          </Button>
          <Button
            variant="secondary"
            aria-label="Leave the wall"
            onPress={onLeave}
          >
            <RiCloseLine aria-hidden size={18} />
          </Button>
        </div>
      </header>
      {children}
    </div>,
    document.body,
  );
}
