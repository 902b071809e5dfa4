import { createApp } from '@backstage/frontend-defaults';
import { features } from './features';
import { LoadingShell } from './shell';

/** The portal's frontend. */
export default createApp({
  features,
  advanced: { loadingElement: <LoadingShell /> },
});
