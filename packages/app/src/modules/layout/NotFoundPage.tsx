import { Link, useLocation } from 'react-router-dom';
import styles from './NotFoundPage.module.css';

/** What is shown at an address where there is nothing, with the ways on. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <main className={styles.page}>
      <h1>There is no page here</h1>
      <p>
        Nothing is found at <code>{pathname}</code>. It may have been moved or
        removed, or the address has a typing error.
      </p>
      <ul>
        <li>
          <Link to="/search">Search the portal</Link>
        </li>
        <li>
          <Link to="/catalog">Browse the catalog</Link>
        </li>
        <li>
          <Link to="/">Go to the home page</Link>
        </li>
      </ul>
    </main>
  );
}
