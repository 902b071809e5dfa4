import { between, createRandom, pick } from './random.mjs';
import { ecosystems, imagePackages } from './securityPackages.mjs';

/** Days from a finding to its repair, about, by how a team delivers. */
const daysToRepair = { elite: 9, high: 24, medium: 55, low: 130 };
/** How likely a weak spot is there at all. */
const carelessness = { elite: 0.3, high: 0.42, medium: 0.55, low: 0.75 };
/** How long ago the first of the spots were found. */
const oldestDays = 200;

const weaknesses = {
  npm: [
    [
      'javascript.express.security.audit.express-open-redirect',
      'The address of a redirect comes from the request',
      'src/routes/links.ts',
      'warning',
      '6.1',
    ],
    [
      'javascript.lang.security.audit.path-traversal.path-join-resolve-traversal',
      'A path is built from what a user sent',
      'src/files/download.ts',
      'warning',
      '7.5',
    ],
    [
      'typescript.react.security.audit.react-dangerouslysetinnerhtml',
      'HTML is set from data',
      'src/components/Message.tsx',
      'warning',
      '5.4',
    ],
  ],
  maven: [
    [
      'java.spring.security.injection.tainted-sql-string',
      'SQL is put together from input',
      'src/main/java/com/brennvik/search/SearchRepository.java',
      'error',
      '8.8',
    ],
    [
      'java.lang.security.audit.crypto.weak-hash',
      'MD5 is used',
      'src/main/java/com/brennvik/export/Checksum.java',
      'warning',
      '4.3',
    ],
  ],
  pypi: [
    [
      'python.lang.security.deserialization.pickle',
      'Pickled data is loaded',
      'pipelines/cache.py',
      'error',
      '8.1',
    ],
    [
      'python.requests.security.disabled-cert-validation',
      'Certificates are not checked',
      'pipelines/partners.py',
      'error',
      '7.4',
    ],
  ],
  golang: [
    [
      'go.lang.security.audit.net.cookie-missing-secure',
      'A cookie is sent without Secure',
      'internal/http/session.go',
      'warning',
      '4.3',
    ],
    [
      'go.lang.security.audit.crypto.math_random',
      'math/rand makes a token',
      'internal/token/token.go',
      'error',
      '7.5',
    ],
  ],
};
const secrets = [
  ['aws-access-token', 'config/legacy.env', 14],
  ['private-key', 'test/fixtures/partner.pem', 1],
  ['generic-api-key', 'scripts/import.sh', 27],
];
const settings = [
  {
    id: 'DS002',
    avd: 'AVD-DS-0002',
    title: "Image user should not be 'root'",
    severity: 'HIGH',
    type: 'Dockerfile Security Check',
  },
  {
    id: 'DS026',
    avd: 'AVD-DS-0026',
    title: 'No HEALTHCHECK defined',
    severity: 'LOW',
    type: 'Dockerfile Security Check',
  },
];

/**
 * Something that was wrong with a component for a time.
 *
 * @typedef {object} Spot
 * @property {'package' | 'image' | 'code' | 'secret' | 'setting'} kind
 * @property {any} subject - the package, rule, secret or setting
 * @property {number} from - day since 1970
 * @property {number} to - the day it was mended; may be ahead
 */

/**
 * What a component builds on, from its tags; undefined where nothing fits.
 *
 * @param {{ tags: string[] }} component
 * @returns {keyof typeof ecosystems | undefined}
 */
export function ecosystemOf({ tags }) {
  if (tags.includes('typescript')) {
    return 'npm';
  }
  if (['java', 'kotlin', 'scala'].some(tag => tags.includes(tag))) {
    return 'maven';
  }
  if (tags.includes('python')) {
    return 'pypi';
  }
  return tags.includes('go') ? 'golang' : undefined;
}

/**
 * Everything that was, is or will soon be wrong with a component, the same each time for the same anchor.
 *
 * @param {object} options
 * @param {{ name: string, profile: string, tags: string[], type: string }} options.component
 * @param {number} options.anchor - the day the demo organisation was first loaded
 * @returns {Spot[]}
 */
export function weakSpots({ component, anchor }) {
  const ecosystem = ecosystemOf(component);
  if (!ecosystem) {
    return [];
  }
  const candidates = [
    ...ecosystems[ecosystem].packages
      .filter(({ advisories }) => advisories)
      .map(subject => ({ kind: 'package', subject, weight: 1 })),
    ...(component.type === 'service' || component.type === 'website'
      ? [
          ...imagePackages.map(subject => ({
            kind: 'image',
            subject,
            weight: 0.6,
          })),
          ...settings.map(subject => ({
            kind: 'setting',
            subject,
            weight: 0.7,
          })),
        ]
      : []),
    ...weaknesses[ecosystem].map(subject => ({
      kind: 'code',
      subject,
      weight: 0.7,
    })),
    ...secrets.map(subject => ({ kind: 'secret', subject, weight: 0.12 })),
  ];
  return candidates.flatMap(({ kind, subject, weight }) => {
    const random = createRandom(
      `weak spot ${component.name} ${kind} ${
        subject.name ?? subject.id ?? subject[0]
      }`,
    );
    if (random() > (carelessness[component.profile] ?? 0.5) * weight) {
      return [];
    }
    const from = anchor - Math.round(between(random, -30, oldestDays));
    const days =
      (daysToRepair[component.profile] ?? 55) * (isGrave(subject) ? 0.3 : 1);
    const factor = pick(random, [0.3, 0.6, 0.9, 1.2, 1.8, 3.5]);
    return [{ kind, subject, from, to: from + Math.ceil(days * factor) }];
  });
}

/** What can be taken over from far away is mended first. */
function isGrave({ advisories = [] }) {
  return advisories.some(
    ({ vector }) =>
      vector.endsWith('/C:H/I:H/A:H') && vector.includes('AV:N/AC:L'),
  );
}

/**
 * Those that a scan of a day finds.
 *
 * @param {Spot[]} spots
 * @param {number} day
 */
export function spotsOn(spots, day) {
  return spots.filter(({ from, to }) => from <= day && day < to);
}
