import { Alert, Button, Text } from '@backstage/ui';
import { useId, useState } from 'react';
import { explainSignInError } from '../../identity/explainSignInError';
import type {
  GuestOption,
  OAuthOption,
  PersonaOption,
  SignInOption,
} from '../../options/types';
import { PersonaButton } from './PersonaButton';
import styles from './SignInOptions.module.css';

export type SignInOptionsProps = {
  /** The portal's name. */
  name: string;
  organization?: string;
  options: SignInOption[];
  /** Why somebody who was signed in has to sign in again. */
  message?: string;
  /** Resolves when the app has taken over; rejects with what went wrong. */
  onSignIn: (option: SignInOption) => Promise<void>;
};

/** The ways to sign in: providers first, and, on the local default, guest beside the personas of the demo. */
export function SignInOptions(props: SignInOptionsProps) {
  const { name, organization, options, message, onSignIn } = props;
  const [pending, setPending] = useState<string>();
  const [problem, setProblem] = useState(message);
  const personasHeading = useId();

  const providers = options.filter(
    (option): option is OAuthOption => option.kind === 'oauth',
  );
  const guest = options.find(
    (option): option is GuestOption => option.kind === 'guest',
  );
  const personas = options.filter(
    (option): option is PersonaOption => option.kind === 'persona',
  );

  const choose = async (option: SignInOption) => {
    setPending(option.id);
    setProblem(undefined);
    try {
      await onSignIn(option);
    } catch (error) {
      setProblem(explainSignInError(error));
      setPending(undefined);
    }
  };

  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <header className={styles.header}>
          <Text as="h1" variant="title-large" weight="bold">
            {name}
          </Text>
          {organization && (
            <Text as="p" variant="body-large" color="secondary">
              {organization}
            </Text>
          )}
          {/* Always there, so that assistive tools announce what appears in it. */}
          <div role="alert" className={styles.problem}>
            {problem && (
              <Alert
                status="danger"
                icon
                title="You are not signed in"
                description={problem}
              />
            )}
          </div>
        </header>

        {options.length === 0 && (
          <Alert
            status="warning"
            icon
            title="Nobody can sign in here"
            description="No sign-in provider is configured. An administrator adds one below auth.providers and restarts the portal."
          />
        )}

        {providers.length > 0 && (
          <div className={styles.providers}>
            {providers.map(option => (
              <Button
                key={option.id}
                size="medium"
                variant="primary"
                className={styles.provider}
                isDisabled={pending !== undefined}
                isPending={pending === option.id}
                onPress={() => choose(option)}
              >
                Sign in with {option.title}
              </Button>
            ))}
          </div>
        )}

        {guest && (
          <section className={styles.section}>
            <Button
              size="medium"
              variant={providers.length > 0 ? 'secondary' : 'primary'}
              className={styles.provider}
              isDisabled={pending !== undefined}
              isPending={pending === guest.id}
              onPress={() => choose(guest)}
            >
              Continue as guest
            </Button>
            <Text as="p" variant="body-small" color="secondary">
              Look around without a name. No password is asked for, because this
              portal answers to this machine only.
            </Text>
          </section>
        )}

        {personas.length > 0 && (
          <section className={styles.section} aria-labelledby={personasHeading}>
            <Text
              as="h2"
              variant="title-x-small"
              weight="bold"
              id={personasHeading}
            >
              Or see it as somebody of the demo organisation
            </Text>
            <ul className={styles.personas}>
              {personas.map(option => (
                <li key={option.id}>
                  <PersonaButton
                    option={option}
                    isDisabled={pending !== undefined}
                    isPending={pending === option.id}
                    onPress={() => choose(option)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
