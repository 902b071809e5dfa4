import { findingsValueOf } from './formula';
import { planUpgrades, type UpgradeCandidate } from './planUpgrades';

const jackson = {
  packageType: 'maven',
  packageName: 'com.fasterxml.jackson.core:jackson-databind',
  packageVersion: '2.13.2',
  direct: true,
};

function plan(candidates: UpgradeCandidate[]) {
  const risk = candidates.reduce((sum, each) => sum + each.risk, 0);
  return planUpgrades({
    entityRef: 'component:default/shop',
    candidates,
    risk,
    score: Math.round(1000 * findingsValueOf(risk)) / 10,
    parts: [{ id: 'findings', value: findingsValueOf(risk) }],
  });
}

describe('planUpgrades', () => {
  it('takes the lowest version that fixes all of a package, and adds up what it gains', () => {
    const { upgrades, score, scoreAfterAll, withoutFix } = plan([
      {
        ...jackson,
        id: '1',
        severity: 'high',
        fixVersions: ['2.14.0', '2.13.2.1', '2.12.6.1'],
        risk: 15,
      },
      {
        ...jackson,
        id: '2',
        severity: 'high',
        fixVersions: ['2.13.4.2'],
        risk: 15,
      },
      {
        id: '3',
        severity: 'critical',
        packageType: 'npm',
        packageName: 'minimist',
        packageVersion: '0.2.0',
        fixVersions: ['1.2.6'],
        risk: 40,
      },
      {
        id: '4',
        severity: 'low',
        packageType: 'npm',
        packageName: 'left-pad',
        packageVersion: '1.0.0',
        fixVersions: [],
        risk: 1,
      },
    ]);
    expect(upgrades).toMatchObject([
      {
        packageName: 'minimist',
        toVersion: '1.2.6',
        isMajor: true,
        findings: ['3'],
      },
      {
        packageName: jackson.packageName,
        fromVersion: '2.13.2',
        toVersion: '2.13.4.2',
        isMajor: false,
        findings: ['1', '2'],
        bySeverity: { high: 2 },
      },
    ]);
    expect(upgrades[0].gain).toBeGreaterThan(upgrades[1].gain);
    expect(withoutFix).toBe(1);
    expect(scoreAfterAll).toBeCloseTo(100 * 2 ** (-1 / 60), 0);
    expect(scoreAfterAll).toBeGreaterThan(score!);
  });

  it('is empty where nothing is open', () => {
    expect(plan([])).toMatchObject({
      upgrades: [],
      withoutFix: 0,
      scoreAfterAll: 100,
    });
  });
});
