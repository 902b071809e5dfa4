import { Skeleton } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ResponseError } from '@backstage/errors';
import { LoadFailure } from '@portal/plugin-metrics-react';
import {
  estimateMonthlyCost,
  type EnvironmentChoice,
} from '@portal/plugin-scaffolder-portal-common';
import { usePrices } from '../../hooks/usePrices';
import { pricesSubject } from '../../words';
import { FieldFrame } from '../FieldFrame';
import { CostTable } from './CostTable';
import styles from './CostPreview.module.css';

/** What the chosen environments cost a month, as the price list says. */
export function CostPreview(
  props: FieldExtensionComponentProps<
    null | undefined,
    { environmentsField?: string }
  >,
) {
  const { formContext, schema, uiSchema } = props;
  const field = uiSchema['ui:options']?.environmentsField ?? 'environments';
  const chosen = choicesOf(formContext?.formData?.[field]);
  return (
    <FieldFrame title={uiSchema['ui:title'] ?? schema.title ?? 'Monthly cost'}>
      <Content chosen={chosen} />
    </FieldFrame>
  );
}

function Content({ chosen }: { chosen: EnvironmentChoice[] }) {
  const prices = usePrices();
  if (prices.state === 'loading') {
    return <Skeleton width="100%" height={96} />;
  }
  if (prices.state === 'failed') {
    return prices.error instanceof ResponseError &&
      prices.error.statusCode === 404 ? (
      <p className={styles.note}>
        The portal has no price list, so it can't say what this costs. Whoever
        runs the portal can add one: <code>scaffolderPortal.prices</code>.
      </p>
    ) : (
      <LoadFailure
        {...pricesSubject}
        error={prices.error}
        onRetry={prices.reload}
      />
    );
  }
  if (chosen.length === 0) {
    return (
      <p className={styles.note}>
        Choose environments to see what they cost a month.
      </p>
    );
  }
  return <CostTable estimate={estimateMonthlyCost(chosen, prices.value)} />;
}

/** A value from a link may be anything. */
function choicesOf(value: unknown): EnvironmentChoice[] {
  return Array.isArray(value)
    ? value.filter(
        one => typeof one?.name === 'string' && typeof one?.size === 'string',
      )
    : [];
}
