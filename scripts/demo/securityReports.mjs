import { between, createRandom } from './random.mjs';
import { ecosystems, imagePackages } from './securityPackages.mjs';
import { ecosystemOf } from './securityTimeline.mjs';

/**
 * What the scanners of the demo organisation write, each in the format of its tool.
 *
 * @typedef {{ name: string, profile: string, tags: string[], type: string }} Component
 * @typedef {import('./securityTimeline.mjs').Spot} Spot
 */

const severityOfVector = {
  critical: /S:C\/C:H\/I:H\/A:H|PR:N\/UI:N\/S:U\/C:H\/I:H/,
  high: /A:H|C:H\/I:N\/A:N$/,
};

/** @param {string} vector */
function severityOf(vector) {
  if (vector.includes('AC:L') && severityOfVector.critical.test(vector)) {
    return 'CRITICAL';
  }
  return severityOfVector.high.test(vector) && !vector.includes('UI:R')
    ? 'HIGH'
    : 'MEDIUM';
}

/** @param {number} day */
function instant(day) {
  return new Date(day * 86_400_000 + 4 * 3_600_000).toISOString();
}

/**
 * @param {object} options
 * @param {Component} options.component
 * @param {Spot[]} options.spots - what a scan of the day finds
 * @param {number} options.day
 */
export function trivyReport({ component, spots, day }) {
  const ecosystem = ecosystems[ecosystemOf(component)];
  const ofKind = kind => spots.filter(spot => spot.kind === kind);
  const results = [
    {
      Target: ecosystem.lockFile,
      Class: 'lang-pkgs',
      Type: ecosystem.trivyType,
      Vulnerabilities: ofKind('package').flatMap(({ subject }) =>
        vulnerabilities(
          subject,
          purlOf(ecosystem.purlType, subject.name, subject.old),
        ),
      ),
    },
    {
      Target: `registry.brennvik.example/${component.name} (debian 12.8)`,
      Class: 'os-pkgs',
      Type: 'debian',
      Vulnerabilities: ofKind('image').flatMap(({ subject }) =>
        vulnerabilities(
          subject,
          `pkg:deb/debian/${subject.name}@${encodeURIComponent(
            subject.old,
          )}?distro=debian-12.8`,
        ),
      ),
    },
    {
      Target: 'Dockerfile',
      Class: 'config',
      Type: 'dockerfile',
      Misconfigurations: ofKind('setting').map(({ subject }) => ({
        Type: subject.type,
        ID: subject.id,
        AVDID: subject.avd,
        Title: subject.title,
        Severity: subject.severity,
        Status: 'FAIL',
        PrimaryURL: `https://avd.aquasec.com/misconfig/${subject.id.toLowerCase()}`,
      })),
    },
  ];
  return JSON.stringify({
    SchemaVersion: 2,
    CreatedAt: instant(day),
    ArtifactName: component.name,
    ArtifactType: 'repository',
    Results: results,
  });
}

function vulnerabilities(subject, purl) {
  return subject.advisories.map(({ id, ghsa, title, vector, fixed }) => ({
    VulnerabilityID: id,
    ...(ghsa && { VendorIDs: [ghsa] }),
    PkgName: subject.name,
    PkgIdentifier: { PURL: purl },
    InstalledVersion: subject.old,
    FixedVersion: fixed,
    Status: 'fixed',
    SeveritySource: ghsa ? 'ghsa' : 'nvd',
    PrimaryURL: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
    Title: title,
    Severity: severityOf(vector),
    CVSS: { nvd: { V3Vector: vector } },
  }));
}

function purlOf(type, name, version) {
  const path = type === 'maven' ? name.replace(':', '/') : name;
  return `pkg:${type}/${path}@${encodeURIComponent(version)}`;
}

/**
 * Weak spots in code, as Semgrep writes SARIF.
 *
 * @param {{ component: Component, spots: Spot[], day: number }} options
 */
export function semgrepReport({ component, spots, day }) {
  const found = spots.filter(({ kind }) => kind === 'code');
  return sarif({
    driver: {
      name: 'Semgrep OSS',
      semanticVersion: '1.97.0',
      rules: found.map(({ subject: [id, text, , level, score] }) => ({
        id,
        name: id,
        shortDescription: { text },
        defaultConfiguration: { level },
        properties: { 'security-severity': score, tags: ['security'] },
      })),
    },
    results: found.map(({ subject: [ruleId, text, uri, level] }) => ({
      ruleId,
      level,
      message: { text },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            region: { startLine: lineOf(component, uri) },
          },
        },
      ],
    })),
    day,
  });
}

/**
 * Secrets that were committed, as Gitleaks writes SARIF. What they are is not in it.
 *
 * @param {{ component: Component, spots: Spot[], day: number }} options
 */
export function gitleaksReport({ spots, day }) {
  return sarif({
    driver: { name: 'gitleaks', semanticVersion: 'v8.21.2', rules: [] },
    results: spots
      .filter(({ kind }) => kind === 'secret')
      .map(({ subject: [ruleId, uri, startLine] }) => ({
        ruleId,
        message: { text: `${ruleId} has detected secret for file ${uri}.` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri },
              region: { startLine },
            },
          },
        ],
      })),
    day,
  });
}

function sarif({ driver, results, day }) {
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: true, endTimeUtc: instant(day) }],
        results,
      },
    ],
  });
}

function lineOf(component, uri) {
  return Math.round(
    between(createRandom(`line ${component.name} ${uri}`), 8, 240),
  );
}

/**
 * The inventory of a component, in CycloneDX.
 *
 * @param {{ component: Component, spots: Spot[], day: number }} options
 */
export function inventory({ component, spots, day }) {
  const { purlType, packages } = ecosystems[ecosystemOf(component)];
  const outdated = new Set(spots.map(({ subject }) => subject));
  const random = createRandom(`inventory ${component.name}`);
  const used = packages.filter(each => outdated.has(each) || random() < 0.65);
  const components = [
    ...used.map(each => ({
      each,
      purl: purlOf(purlType, each.name, versionOf(each)),
    })),
    ...(component.type === 'library' || component.type === 'mobile-app'
      ? []
      : imagePackages.map(each => ({
          each,
          purl: `pkg:deb/debian/${each.name}@${encodeURIComponent(
            versionOf(each),
          )}?distro=debian-12.8`,
        }))),
  ].map(({ each, purl }) => {
    const [group, artifact] = each.name.split(':');
    return {
      type: 'library',
      'bom-ref': purl,
      ...(artifact ? { group, name: artifact } : { name: each.name }),
      version: versionOf(each),
      purl,
      licenses: [
        each.licence.includes(' OR ')
          ? { expression: each.licence }
          : { license: { id: each.licence } },
      ],
    };
  });
  const root = `pkg:generic/${component.name}`;
  const direct = components
    .map(each => each['bom-ref'])
    .filter((_, index) => index % 3 !== 2);
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: instant(day),
      component: { type: 'application', 'bom-ref': root, name: component.name },
    },
    components,
    dependencies: [
      { ref: root, dependsOn: direct },
      ...direct.map((ref, index) => ({
        ref,
        dependsOn: components
          .map(each => each['bom-ref'])
          .filter(
            (_, other) => other % 3 === 2 && other % direct.length === index,
          ),
      })),
    ],
  });

  function versionOf(each) {
    return outdated.has(each) ? each.old : each.version;
  }
}

/** Checks of OpenSSF Scorecard, with the weight their risk has in the aggregate. */
const checks = [
  ['Dangerous-Workflow', 10],
  ['Binary-Artifacts', 7.5],
  ['Branch-Protection', 7.5],
  ['Code-Review', 7.5],
  ['Dependency-Update-Tool', 7.5],
  ['Maintained', 7.5],
  ['Signed-Releases', 7.5],
  ['Token-Permissions', 7.5],
  ['Vulnerabilities', 7.5],
  ['Fuzzing', 5],
  ['Packaging', 5],
  ['Pinned-Dependencies', 5],
  ['SAST', 5],
  ['Security-Policy', 5],
  ['CI-Tests', 2.5],
  ['CII-Best-Practices', 2.5],
  ['Contributors', 2.5],
  ['License', 2.5],
];
const diligence = { elite: 8.6, high: 7.2, medium: 5.6, low: 3.6 };

/**
 * What OpenSSF Scorecard says of the repository of a component.
 *
 * @param {{ component: Component, day: number }} options
 */
export function scorecardReport({ component, day }) {
  const random = createRandom(`scorecard ${component.name}`);
  const mean = diligence[component.profile] ?? 5.6;
  const scored = checks.map(([name, weight]) => {
    // What is never published has no signed releases to look at.
    const unknown =
      ['Signed-Releases', 'Packaging'].includes(name) && random() < 0.6;
    const score = Math.round(
      Math.min(10, Math.max(0, mean + between(random, -3.5, 3.5))),
    );
    return { name, weight, score: unknown ? -1 : score };
  });
  const known = scored.filter(({ score }) => score >= 0);
  const sum = of => known.reduce((total, check) => total + of(check), 0);
  return JSON.stringify({
    date: instant(day),
    repo: {
      name: `github.com/brennvik/${component.name}`,
      commit: '0'.repeat(40),
    },
    scorecard: { version: 'v5.0.0', commit: '0'.repeat(40) },
    score:
      Math.round(
        (10 * sum(({ weight, score }) => weight * score)) /
          sum(({ weight }) => weight),
      ) / 10,
    checks: scored.map(({ name, score }) => ({
      name,
      score,
      reason: score < 0 ? 'no releases found' : `score is ${score}`,
      details: null,
      documentation: {
        short: name,
        url: `https://github.com/ossf/scorecard/blob/main/docs/checks.md#${name.toLowerCase()}`,
      },
    })),
    metadata: null,
  });
}
