import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import type {
  FindingDetail,
  FindingEvent,
} from '@portal/plugin-security-score-common';
import {
  EntityLink,
  formatRatio,
  LoadFailure,
  partStyles,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import {
  describeGain,
  findingsSubject,
  severityNames,
  stateNames,
  triageNames,
} from '../../words';
import styles from '../parts/security.module.css';
import { headingOf } from './headingOf';

const eventNames: Record<FindingEvent['kind'], string> = {
  opened: 'Opened',
  fixed: 'Fixed',
  reopened: 'Opened again',
  suppressed: 'Suppressed by the tool',
  triaged: 'Triaged',
  assigned: 'Given to somebody else',
  vex: 'VEX',
  exception: 'Exception',
  overdue: 'Overdue',
};

function yesOrNo(value: boolean | undefined, no: string): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return value ? 'Yes' : no;
}

function factsOf(finding: FindingDetail): Array<[string, string | undefined]> {
  const { package: component } = finding;
  return [
    ['State', stateNames[finding.state]],
    ['Triage', triageNames[finding.triage]],
    [
      'Severity',
      `${severityNames[finding.severity]}, says ${finding.severitySource}`,
    ],
    [
      'CVSS',
      finding.cvssScore === undefined
        ? undefined
        : `${finding.cvssScore.toFixed(1)} (${
            finding.cvssVector ?? 'no vector'
          })`,
    ],
    [
      'Likely exploited in 30 days',
      finding.epss === undefined ? undefined : formatRatio(finding.epss),
    ],
    [
      'Known to be exploited',
      yesOrNo(finding.kev, 'Not in the catalog of CISA'),
    ],
    ['Reached', yesOrNo(finding.reachable, 'No')],
    ['Also called', finding.aliases.join(', ') || undefined],
    ['Package', component && `${component.name} ${component.version ?? ''}`],
    [
      'Fixed in',
      component && (component.fixVersions.join(', ') || 'No version yet'),
    ],
    [
      'Where',
      finding.path &&
        `${finding.path}${finding.line ? `, line ${finding.line}` : ''}`,
    ],
    ['Weakness', finding.cwes.join(', ') || undefined],
    [
      'Fixing it gives',
      finding.gain === undefined
        ? undefined
        : `${describeGain(finding.gain)} points`,
    ],
  ];
}

function Detail(props: { finding: FindingDetail }) {
  const { finding } = props;
  return (
    <>
      <p className={partStyles.text}>
        <EntityLink entityRef={finding.entityRef} tab="security" />, first seen{' '}
        <TimeAgo at={finding.firstSeen} inline />
      </p>
      <dl className={partStyles.facts}>
        {factsOf(finding).flatMap(([name, value]) =>
          value
            ? [
                <dt key={`${name}-name`}>{name}</dt>,
                <dd key={name}>
                  <bdi>{value}</bdi>
                </dd>,
              ]
            : [],
        )}
      </dl>
      {finding.description ? (
        <p className={`${partStyles.text} ${styles.description}`}>
          {finding.description}
        </p>
      ) : undefined}
      {finding.links.length > 0 ? (
        <ul className={partStyles.small}>
          {finding.links.slice(0, 8).map(link => (
            <li key={link}>
              <Link href={link} target="_blank" rel="noopener noreferrer">
                {link}
              </Link>
            </li>
          ))}
        </ul>
      ) : undefined}
      <h4 className={partStyles.name}>Who sees it</h4>
      <ul className={partStyles.small}>
        {finding.sightings.map(sighting => (
          <li key={`${sighting.tool} ${sighting.scope}`}>
            {sighting.tool}
            {sighting.scope ? ` (${sighting.scope})` : ''}:{' '}
            {severityNames[sighting.severity].toLocaleLowerCase()},{' '}
            {sighting.present ? 'last seen ' : 'no longer since '}
            <TimeAgo at={sighting.lastSeen} inline />
          </li>
        ))}
      </ul>
      <h4 className={partStyles.name}>What happened</h4>
      <ul className={partStyles.small}>
        {finding.history.map((event, index) => (
          <li key={`${event.at} ${index}`}>
            {eventNames[event.kind]} by <bdi>{event.by}</bdi>,{' '}
            <TimeAgo at={event.at} inline />
            {event.reason ? (
              <>
                : <bdi>{event.reason}</bdi>
              </>
            ) : undefined}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Everything that is known of a finding. */
export function FindingDialog(props: { id: string; onClose: () => void }) {
  const { id, onClose } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getFinding({ id }, { signal }),
    [api, id],
  );
  const { result, reload } = useLoad(load);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(46rem, 100%)"
    >
      <DialogHeader>
        {result.state === 'ready' ? headingOf(result.value) : 'Finding'}
      </DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {result.state === 'loading' ? (
            <Skeleton width="100%" height={320} />
          ) : undefined}
          {result.state === 'failed' ? (
            <LoadFailure
              {...findingsSubject}
              error={result.error}
              onRetry={reload}
            />
          ) : undefined}
          {result.state === 'ready' ? (
            <Detail finding={result.value} />
          ) : undefined}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
