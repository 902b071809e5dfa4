import { Link } from '@backstage/ui';
import { useWidth } from '../../hooks';
import { ChartFrame, type ChartFrameProps } from '../ChartFrame';
import { layOut, type Box } from './layOut';
import styles from './Treemap.module.css';

/** A part of the whole, which may have parts of its own. */
export type TreemapItem = {
  id: string;
  name: string;
  /** Above 0. Of an item with parts: their sum. */
  value: number;
  /** The value as it is read, with its unit. */
  text: string;
  /** Where more is known of it. */
  href?: string;
  parts?: readonly TreemapItem[];
};

/** Properties of {@link Treemap}. */
export type TreemapProps<Row> = Omit<ChartFrameProps<Row>, 'children'> & {
  /** Each level descends. Up to seven on the first are told apart by colour. */
  items: readonly TreemapItem[];
  /** In pixels. Default: 360. */
  height?: number;
};

const headHeight = 22;
// As the style sheet has them.
const edge = 1;
const topEdge = 3;
const hues = 7;
// What is smaller has no room for words; they are in its description.
const nameWidth = 44;
const nameHeight = 20;
const textHeight = 38;

function inner(box: Box, head: number): Box {
  return {
    x: 0,
    y: head,
    width: Math.max(0, box.width - 2 * edge),
    height: Math.max(0, box.height - topEdge - edge - head),
  };
}

function Parts(props: {
  items: readonly TreemapItem[];
  box: Box;
  depth: number;
  hue?: number;
}) {
  const { items, box, depth } = props;
  const boxes = layOut(
    items.map(({ value }) => value),
    box,
  );
  return (
    <>
      {items.map((item, index) => {
        const own = boxes[index];
        const hue = depth === 0 ? index + 1 : props.hue;
        const { x, y, width, height } = own;
        const place = { left: x, top: y, width, height };
        const description = `${item.name}: ${item.text}`;
        const named = width >= nameWidth && height >= nameHeight;
        const words = named ? (
          <>
            <bdi className={styles.name}>{item.name}</bdi>
            {height >= textHeight || item.parts ? (
              <span className={styles.text}>{item.text}</span>
            ) : undefined}
          </>
        ) : undefined;
        const parts = item.parts?.length ? item.parts : undefined;
        const head = named && height > 3 * headHeight ? headHeight : 0;
        const shared = {
          className: parts ? styles.group : styles.leaf,
          'data-hue': hue && hue <= hues ? hue : 'other',
          style: place,
        };
        if (parts) {
          return (
            <li key={item.id} {...shared} aria-label={description}>
              {head ? (
                <div className={styles.head} title={description}>
                  {item.href ? (
                    <Link
                      href={item.href}
                      className={styles.headLink}
                      aria-label={description}
                    >
                      {words}
                    </Link>
                  ) : (
                    words
                  )}
                </div>
              ) : undefined}
              <ul className={styles.parts}>
                <Parts
                  items={parts}
                  box={inner(own, head)}
                  depth={depth + 1}
                  hue={hue}
                />
              </ul>
            </li>
          );
        }
        return (
          <li key={item.id} {...shared}>
            {item.href ? (
              <Link
                href={item.href}
                className={styles.target}
                aria-label={description}
                title={description}
              >
                {words}
              </Link>
            ) : (
              <span className={styles.target} title={description}>
                {words ?? <span className={styles.hidden}>{description}</span>}
              </span>
            )}
          </li>
        );
      })}
    </>
  );
}

/**
 * Shares of a whole over its hierarchy. Plain HTML: each part is a link, so that it is reached, read and opened like any
 * other.
 */
export function Treemap<Row>(props: TreemapProps<Row>) {
  const { items, height = 360, ...frame } = props;
  const { ref, width } = useWidth(720);
  return (
    <ChartFrame {...frame}>
      <div ref={ref} className={styles.room}>
        <ul className={styles.map} style={{ height }}>
          <Parts items={items} box={{ x: 0, y: 0, width, height }} depth={0} />
        </ul>
      </div>
    </ChartFrame>
  );
}
