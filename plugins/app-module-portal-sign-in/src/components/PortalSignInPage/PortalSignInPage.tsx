import {
  configApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { createSessionSource } from '../../identity/createSessionSource';
import { explainSignInError } from '../../identity/explainSignInError';
import { SessionIdentity } from '../../identity/SessionIdentity';
import { SignInMemory } from '../../identity/SignInMemory';
import type { Session, SessionSource } from '../../identity/types';
import { readSignInOptions } from '../../options/readSignInOptions';
import type { SignInOption } from '../../options/types';

const SignInOptions = lazy(() =>
  import('../SignInOptions').then(module => ({
    default: module.SignInOptions,
  })),
);

/**
 * Continues an earlier sign-in at once, and otherwise shows the ways to sign in.
 *
 * @remarks
 *
 * Every page waits for this one: it therefore imports no component of its own, and hands the identity over before the
 * server has answered (see {@link SessionIdentity}).
 */
export function PortalSignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const config = useApi(configApiRef);
  const apis = useApiHolder();
  const options = useMemo(() => readSignInOptions(config), [config]);
  const memory = useMemo(() => SignInMemory.create(), []);
  const remembered = options.find(({ id }) => id === memory.choice);

  useEffect(() => {
    if (remembered) {
      const source = createSessionSource(remembered, apis);
      onSignInSuccess(createIdentity(source, memory));
    }
  }, [apis, memory, onSignInSuccess, remembered]);

  const signIn = async (option: SignInOption) => {
    const source = createSessionSource(option, apis);
    const session = await source.signIn();
    memory.remember(option.id);
    onSignInSuccess(createIdentity(source, memory, session));
  };

  if (remembered) {
    return null;
  }
  return (
    <Suspense fallback={null}>
      <SignInOptions
        name={config.getOptionalString('app.title') ?? 'Portal'}
        organization={config.getOptionalString('organization.name')}
        options={options}
        message={memory.message}
        onSignIn={signIn}
      />
    </Suspense>
  );
}

function createIdentity(
  source: SessionSource,
  memory: SignInMemory,
  session?: Session,
): SessionIdentity {
  return SessionIdentity.create({
    source,
    session,
    onLost: error => {
      memory.forget(explainSignInError(error));
      window.location.reload();
    },
    onSignedOut: () => memory.forget(),
  });
}
