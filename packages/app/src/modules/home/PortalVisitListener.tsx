import { VisitListener } from '@backstage/plugin-home';
import { visitName } from './visitName';

/** Keeps which pages were visited, under what they are called and not under the first part of their address. */
export function PortalVisitListener() {
  return <VisitListener visitName={visitName} />;
}
