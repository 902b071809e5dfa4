import type { WidgetProps } from '@portal/plugin-widgets-react';
import { RiArrowRightLine, RiExternalLinkLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import styles from './Links.module.css';

interface BoardLink {
  title: string;
  url: string;
  description?: string;
}

/** The pages that a team opens every day. */
export function Links({ settings }: WidgetProps) {
  return (
    <ul className={styles.links}>
      {(settings.links as BoardLink[]).map(link => (
        <li key={`${link.title} ${link.url}`}>
          <Anchor link={link} />
        </li>
      ))}
    </ul>
  );
}

function Anchor({ link: { title, url, description } }: { link: BoardLink }) {
  const text = (
    <span>
      {title}
      {description && <span className={styles.description}>{description}</span>}
    </span>
  );
  return url.startsWith('/') ? (
    <Link className={styles.link} to={url}>
      <RiArrowRightLine size={16} aria-hidden />
      {text}
    </Link>
  ) : (
    <a
      className={styles.link}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
    >
      <RiExternalLinkLine size={16} aria-label="Another site:" />
      {text}
    </a>
  );
}
