import type { Finding } from '@portal/plugin-security-score-common';
import type { DataColumn } from '@portal/plugin-metrics-react';

/** What a file of findings holds. */
export const findingColumns: readonly DataColumn<Finding>[] = [
  { id: 'service', title: 'Service', text: row => row.entityRef },
  { id: 'name', title: 'Name', text: row => row.name },
  { id: 'title', title: 'Title', text: row => row.title },
  { id: 'severity', title: 'Severity', text: row => row.severity },
  { id: 'state', title: 'State', text: row => row.state },
  { id: 'package', title: 'Package', text: row => row.package?.name ?? '' },
  { id: 'version', title: 'Version', text: row => row.package?.version ?? '' },
  {
    id: 'fix',
    title: 'Fixed in',
    text: row => row.package?.fixVersions.join(' ') ?? '',
  },
  { id: 'path', title: 'Path', text: row => row.path ?? '' },
  {
    id: 'cvss',
    title: 'CVSS',
    text: row => String(row.cvssScore ?? ''),
    value: row => row.cvssScore,
  },
  {
    id: 'epss',
    title: 'EPSS',
    text: row => String(row.epss ?? ''),
    value: row => row.epss,
  },
  { id: 'firstSeen', title: 'First seen', text: row => row.firstSeen },
  { id: 'dueAt', title: 'Due', text: row => row.dueAt ?? '' },
  {
    id: 'gain',
    title: 'Gain',
    text: row => String(row.gain ?? ''),
    value: row => row.gain,
  },
];
