import { ButtonLink, Card, Text } from '@backstage/ui';
import { RiPlugLine } from '@remixicon/react';
import { formatNumber } from '@portal/plugin-metrics-react';
import { deliveryHelpPath, overviewHelpPath } from '../../routes';
import styles from './OverviewContent.module.css';

/** In place of figures: why there are none, and the next step. */
export function NothingMeasured(props: { services: number }) {
  const { services } = props;
  const empty = services === 0;
  return (
    <Card className={styles.nothing}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        {empty
          ? 'No component belongs here'
          : `None of the ${formatNumber(
              services,
            )} services here is measured yet`}
      </Text>
      <p className={styles.text}>
        {empty
          ? 'A component belongs to the group that owns it, to its system, and to the domain of that. Set its owner or system in its catalog file, or choose another scope.'
          : 'Their deployments are not known. Connect the tool that deploys, or a repository, and the figures appear by themselves.'}
      </p>
      <ButtonLink
        href={empty ? `${overviewHelpPath}#scopes` : deliveryHelpPath}
        variant="secondary"
        iconStart={<RiPlugLine aria-hidden="true" />}
      >
        {empty ? 'What belongs to a scope' : 'Connect deployments'}
      </ButtonLink>
    </Card>
  );
}
