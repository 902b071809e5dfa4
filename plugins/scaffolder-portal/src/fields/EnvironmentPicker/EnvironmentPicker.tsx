import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Alert, Button, Link, Skeleton } from '@backstage/ui';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import {
  checkEnvironmentChoices,
  type EnvironmentChoice,
  type KnownEnvironment,
} from '@portal/plugin-scaffolder-portal-common';
import { loadEnvironments } from '../../environments/loadEnvironments';
import { usePrices } from '../../hooks/usePrices';
import { creatingHelpPath, environmentsSubject } from '../../words';
import { FieldFrame } from '../FieldFrame';
import { EnvironmentItem } from './EnvironmentItem';
import styles from './EnvironmentPicker.module.css';

/** Chooses environments, with the size of each and a note where it is production. */
export function EnvironmentPicker(
  props: FieldExtensionComponentProps<EnvironmentChoice[]>,
) {
  const {
    disabled,
    formData,
    onChange,
    rawErrors,
    readonly,
    required,
    schema,
  } = props;
  const catalogApi = useApi(catalogApiRef);
  const prices = usePrices();
  const { result, reload } = useLoad(
    useCallback(() => loadEnvironments(catalogApi), [catalogApi]),
  );
  // Where a template says `minItems: 1` the form library begins with one empty item, which nobody chose.
  const isBlank = isBlankList(formData);
  useEffect(() => {
    if (isBlank) {
      onChange([]);
    }
  }, [isBlank, onChange]);
  const title = props.uiSchema['ui:title'] ?? schema.title ?? 'Environments';
  if (result.state !== 'ready') {
    return (
      <FieldFrame title={title} required={required}>
        {result.state === 'loading' ? (
          <Skeleton width="100%" height={240} />
        ) : (
          <LoadFailure
            {...environmentsSubject}
            error={result.error}
            onRetry={reload}
          />
        )}
      </FieldFrame>
    );
  }

  const known = result.value;
  const chosen = Array.isArray(formData) && !isBlank ? formData : [];
  const problems = checkEnvironmentChoices(chosen, known);
  const unknown = chosen.filter(
    choice => !known.some(({ ref }) => ref === choice?.ref),
  );

  /** In promotion order, whatever the order of the clicks. */
  function change(environment: KnownEnvironment, choice?: EnvironmentChoice) {
    const others = chosen.filter(one => one?.ref !== environment.ref);
    onChange(inOrder(choice ? [...others, choice] : others, known));
  }

  return (
    <FieldFrame title={title} required={required}>
      {known.length === 0 && (
        <Alert
          status="warning"
          icon
          title="The catalog has no environments"
          description={
            <>
              Ask whoever runs the platform to add them: resources of type{' '}
              <code>environment</code>.{' '}
              <Link href={creatingHelpPath}>
                How environments are described
              </Link>
            </>
          }
        />
      )}
      {unknown.map((choice, index) => (
        <Alert
          key={choice?.ref ?? index}
          role="alert"
          status="danger"
          icon
          title={`The catalog has no environment ${
            choice?.ref ?? '(without a reference)'
          }`}
          description="The link that filled in this form may be old."
          customActions={
            <Button
              size="small"
              variant="secondary"
              onPress={() => onChange(chosen.filter(one => one !== choice))}
            >
              Remove it
            </Button>
          }
        />
      ))}
      <ul className={styles.list}>
        {known.map(environment => (
          <EnvironmentItem
            key={environment.ref}
            environment={environment}
            choice={chosen.find(one => one?.ref === environment.ref)}
            isDisabled={Boolean(disabled || readonly)}
            problems={problems
              .filter(({ ref }) => ref === environment.ref)
              .map(({ message }) => message)}
            showProblems={Boolean(rawErrors?.length)}
            sizes={prices.state === 'ready' ? prices.value.sizes : undefined}
            onChange={choice => change(environment, choice)}
          />
        ))}
      </ul>
    </FieldFrame>
  );
}

function isBlankList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(choice => choice?.ref === undefined)
  );
}

function inOrder(
  choices: EnvironmentChoice[],
  known: readonly KnownEnvironment[],
): EnvironmentChoice[] {
  const place = (choice: EnvironmentChoice) =>
    known.findIndex(({ ref }) => ref === choice?.ref);
  return [...choices].sort((one, other) => place(one) - place(other));
}
