import {
  configApiRef,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { RiSearchLine } from '@remixicon/react';
import { FormEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import styles from './HomeLayout.module.css';

function useFirstName(): string | undefined {
  const identity = useApi(identityApiRef);
  const [name, setName] = useState<string>();
  useEffect(() => {
    let gone = false;
    identity
      .getProfileInfo()
      .then(({ displayName }) => {
        if (!gone) {
          setName(displayName?.split(' ')[0]);
        }
      })
      // Without a name the welcome is just shorter.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [identity]);
  return name;
}

/** Who and where one is, and the fastest way on: the search. */
export function Welcome() {
  const config = useApi(configApiRef);
  const navigate = useNavigate();
  const name = useFirstName();
  const organization =
    config.getOptionalString('organization.name') ?? 'everyone';

  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get('query');
    navigate(`/search?${new URLSearchParams({ query: String(query ?? '') })}`);
  };

  return (
    <header className={styles.welcome}>
      <div>
        <h1 className={styles.title}>
          {name ? `Welcome, ${name}` : 'Welcome'}
        </h1>
        <p className={styles.subtitle}>
          What {organization} builds, runs and delivers.
        </p>
      </div>
      <form role="search" className={styles.search} onSubmit={search}>
        <RiSearchLine size={20} aria-hidden="true" />
        <input
          className={styles.searchField}
          type="search"
          name="query"
          placeholder="Find a service, document or team"
          aria-label="Search"
          autoComplete="off"
        />
      </form>
    </header>
  );
}
