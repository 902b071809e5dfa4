import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { visitName } from './visitName';

const settledMs = 3_000;

/**
 * Keeps which pages were visited, under what they are called. Only a page that stays is one: the listener of the home plugin asks at once,
 * when a page that still loads has not got its name yet.
 */
export function PortalVisitListener() {
  const identity = useApi(identityApiRef);
  const visits = useApi(visitsApiRef);
  const { pathname } = useLocation();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const save = () => {
      const visit = {
        name: visitName({ pathname }),
        pathname,
        entityRef: entityRefOf(pathname),
      };
      // A list of visits is nobody's work: it must not disturb the page.
      visits.save({ visit }).catch(() => undefined);
    };
    // Until somebody has signed in there is no page, and afterwards it needs the time to load.
    identity.getBackstageIdentity().then(
      () => {
        timer = isLeft ? undefined : setTimeout(save, settledMs);
      },
      () => {},
    );
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [identity, visits, pathname]);
  return null;
}

function entityRefOf(pathname: string): string | undefined {
  const [, page, namespace, kind, name] = pathname.split('/');
  return page === 'catalog' && name
    ? stringifyEntityRef({ kind, namespace, name })
    : undefined;
}
