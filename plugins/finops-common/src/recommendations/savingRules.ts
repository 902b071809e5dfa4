import { Decimal } from 'decimal.js';
import { oldFamilies } from './instanceFamilies';
import type { SavingRule } from './Recommendation';
import type { SavingFact, SavingFinding } from './SavingFact';

const Exact = Decimal.clone({ precision: 60 });
const monthDays = new Exact(365).div(12);

/**
 * Days that the facts of a rule are of.
 *
 * @public
 */
export const savingDays = 30;

/**
 * A rule and its code.
 *
 * @public
 */
export type SavingRuleCode = SavingRule & {
  find(facts: readonly SavingFact[]): SavingFinding[];
};

const leastIdleDays = 14;
/** Below, the next smaller size carries the load. */
const lowUtilisation = 0.4;
const smallerSize = '0.5';
const storageShare = '0.25';
const coverageTarget = '0.7';
const usualDiscount = '0.25';
const unattachedWords =
  /\b(unattached|not attached|idleaddress|idle address|static ip.*(idle|not in use))\b/i;
const unattachedState = /^(unattached|available|detached)$/i;
const stateTag = /^(state|status|attachment|x[-_]?state)$/i;
const standardStorage = /\bstandard\b/i;
const cheaperStorage =
  /infrequent|\bia\b|glacier|archive|nearline|coldline|\bcool\b|\bcold\b|intelligent/i;

/**
 * All rules. Each is told by what it says: nothing else goes into what it finds.
 *
 * @public
 */
export const savingRules: readonly SavingRuleCode[] = [
  {
    id: 'idle',
    title: 'Paid for and not used',
    description: `Usage that costs for at least ${leastIdleDays} of the last ${savingDays} days while no quantity is consumed, and capacity of clusters that nothing uses. The saving is all of its cost.`,
    effort: 'low',
    kind: 'saving',
    find: facts =>
      facts
        .filter(
          fact =>
            fact.bucket === 'idle' ||
            (fact.chargeCategory === 'Usage' &&
              fact.resourceId !== '' &&
              fact.days >= leastIdleDays &&
              fact.consumedQuantity !== undefined &&
              new Exact(fact.consumedQuantity).isZero()),
        )
        .flatMap(fact =>
          findingOf(
            'idle',
            fact,
            '1',
            `${nameOf(fact)} is paid for and not used`,
          ),
        ),
  },
  {
    id: 'oversized',
    title: 'Larger than its load',
    description: `Machines whose highest use was below ${
      lowUtilisation * 100
    } %, where the source gives it. The next smaller size costs half.`,
    effort: 'medium',
    kind: 'saving',
    find: facts =>
      facts
        .filter(
          ({ utilisation, resourceId, chargeCategory }) =>
            resourceId !== '' &&
            chargeCategory === 'Usage' &&
            utilisation !== undefined &&
            utilisation < lowUtilisation,
        )
        .flatMap(fact =>
          findingOf(
            'oversized',
            fact,
            smallerSize,
            `${nameOf(fact)} was used to ${Math.round(
              (fact.utilisation ?? 0) * 100,
            )} % at most`,
          ),
        ),
  },
  {
    id: 'old-generation',
    title: 'Older generation',
    description:
      'Machines and disks of a family that has a cheaper successor of the same size, from a table of public list prices. Usage that a commitment pays for is left out.',
    effort: 'medium',
    kind: 'saving',
    find: facts =>
      facts.flatMap(fact => {
        const words = [
          fact.skuId,
          fact.chargeDescription,
          fact.resourceType,
        ].join(' ');
        const family = oldFamilies.find(({ pattern }) => pattern.test(words));
        return family &&
          fact.chargeCategory === 'Usage' &&
          !fact.commitmentDiscountId
          ? findingOf(
              'old-generation',
              fact,
              family.saving,
              `${nameOf(fact)} could be ${family.successor}`,
            )
          : [];
      }),
  },
  {
    id: 'unattached',
    title: 'Attached to nothing',
    description:
      'Disks and addresses whose charge or tag says that nothing uses them. The saving is all of their cost.',
    effort: 'low',
    kind: 'saving',
    find: facts =>
      facts
        .filter(
          fact =>
            unattachedWords.test(
              `${fact.chargeDescription} ${fact.skuId} ${fact.resourceType}`,
            ) ||
            Object.entries(fact.tags).some(
              ([key, value]) =>
                stateTag.test(key) && unattachedState.test(value),
            ),
        )
        .flatMap(fact =>
          findingOf(
            'unattached',
            fact,
            '1',
            `${nameOf(fact)} is attached to nothing`,
          ),
        ),
  },
  {
    id: 'untagged',
    title: 'Without an owner',
    description:
      'Cost of a sub-account and service that no tag and no rule gives to anybody. Nothing is saved by a tag alone: the amount is what would get an owner.',
    effort: 'low',
    kind: 'hygiene',
    find: facts =>
      groupBy(
        facts.filter(({ bucket }) => bucket === 'untagged'),
        fact => [fact.providerName, fact.subAccountId, fact.serviceName],
      ).flatMap(group =>
        findingOf(
          'untagged',
          { ...sum(group), resourceId: '', resourceName: '' },
          '1',
          `${group[0].serviceName || 'Cost'} of ${
            group[0].subAccountId || group[0].providerName
          } has no tags to find its owner by`,
          [group[0].providerName, group[0].subAccountId, group[0].serviceName],
        ),
      ),
  },
  {
    id: 'no-lifecycle',
    title: 'Storage without a lifecycle',
    description:
      'Storage that is all of the standard class. A lifecycle rule that moves what nobody reads to a cheaper class saves about a quarter.',
    effort: 'low',
    kind: 'saving',
    find: facts =>
      groupBy(
        facts.filter(
          fact =>
            fact.serviceCategory === 'Storage' &&
            fact.resourceId !== '' &&
            fact.chargeCategory === 'Usage',
        ),
        fact => [fact.providerName, fact.resourceId, fact.entityRef],
      ).flatMap(group => {
        const words = group.map(
          fact => `${fact.chargeDescription} ${fact.skuId}`,
        );
        const standard = group.filter((_fact, index) =>
          standardStorage.test(words[index]),
        );
        return standard.length > 0 &&
          !words.some(each => cheaperStorage.test(each))
          ? findingOf(
              'no-lifecycle',
              sum(standard),
              storageShare,
              `${nameOf(group[0])} keeps everything in the standard class`,
            )
          : [];
      }),
  },
  {
    id: 'commitment-utilisation',
    title: 'Commitment that is not used',
    description:
      'The part of reservations and savings plans that was paid for and not used. The saving is all of it.',
    effort: 'medium',
    kind: 'saving',
    find: facts =>
      groupBy(
        facts.filter(
          fact =>
            fact.commitmentDiscountId !== '' &&
            /^unused$/i.test(fact.commitmentDiscountStatus),
        ),
        fact => [fact.providerName, fact.commitmentDiscountId],
      ).flatMap(group =>
        findingOf(
          'commitment-utilisation',
          { ...sum(group), resourceId: group[0].commitmentDiscountId },
          '1',
          `Part of the commitment ${group[0].commitmentDiscountId} is not used`,
          [group[0].providerName, group[0].commitmentDiscountId],
        ),
      ),
  },
  {
    id: 'commitment-coverage',
    title: 'Steady usage without a commitment',
    description: `Compute that is paid on demand, up to a coverage of ${
      Number(coverageTarget) * 100
    } %. The discount is the one that the provider's own commitments gave in these days, or ${
      Number(usualDiscount) * 100
    } % where there are none.`,
    effort: 'high',
    kind: 'saving',
    find: findCoverage,
  },
];

function findCoverage(facts: readonly SavingFact[]): SavingFinding[] {
  const compute = facts.filter(
    fact =>
      fact.serviceCategory === 'Compute' && fact.chargeCategory === 'Usage',
  );
  return groupBy(compute, fact => [fact.providerName]).flatMap(group => {
    const committed = group.filter(
      fact =>
        fact.commitmentDiscountId !== '' &&
        !/^unused$/i.test(fact.commitmentDiscountStatus),
    );
    const onDemand = group.filter(
      fact =>
        fact.commitmentDiscountId === '' &&
        (fact.pricingCategory === 'Standard' || fact.pricingCategory === '') &&
        // Usage that comes and goes is not worth a commitment.
        fact.days >= savingDays - 2,
    );
    const covered = add(committed, fact => fact.contractedCost);
    const open = add(onDemand, fact => fact.cost);
    const paid = add(committed, fact => fact.cost);
    const discount = covered.gt(0)
      ? Decimal.max(0, covered.minus(paid).div(covered))
      : new Exact(usualDiscount);
    const missing = covered.plus(open).times(coverageTarget).minus(covered);
    if (missing.lte(0) || open.lte(0)) {
      return [];
    }
    const share = Decimal.min(missing, open).div(open).times(discount);
    return findingOf(
      'commitment-coverage',
      {
        ...sum(onDemand),
        entityRef: '',
        environment: '',
        resourceId: '',
        resourceName: '',
        serviceName: '',
      },
      share.toFixed(20),
      `${covered
        .div(covered.plus(open))
        .times(100)
        .toFixed(0)}% of the compute of ${
        group[0].providerName
      } is covered by commitments`,
      [group[0].providerName],
    );
  });
}

/** At most one finding: what costs nothing saves nothing. */
function findingOf(
  ruleId: string,
  fact: SavingFact,
  share: string,
  summary: string,
  subject?: readonly string[],
): SavingFinding[] {
  const monthlySaving = new Exact(fact.cost)
    .times(share)
    .div(savingDays)
    .times(monthDays)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  if (monthlySaving.lte(0)) {
    return [];
  }
  return [
    {
      ruleId,
      subject: JSON.stringify(
        subject ?? [
          fact.providerName,
          fact.resourceId || fact.skuId || fact.chargeDescription,
          fact.entityRef || fact.bucket,
          fact.environment,
        ],
      ),
      summary,
      entityRef: fact.entityRef,
      environment: fact.environment,
      resourceId: fact.resourceId,
      resourceName: fact.resourceName,
      providerName: fact.providerName,
      serviceName: fact.serviceName,
      currency: fact.currency,
      monthlySaving: monthlySaving.toFixed(2),
    },
  ];
}

/**
 * What all rules find. Findings of one rule about the same subject are one.
 *
 * @public
 */
export function findSavings(facts: readonly SavingFact[]): SavingFinding[] {
  return savingRules.flatMap(rule => {
    const found = new Map<string, SavingFinding>();
    for (const finding of rule.find(facts)) {
      const key = `${finding.currency} ${finding.subject}`;
      const known = found.get(key);
      found.set(
        key,
        known
          ? {
              ...known,
              monthlySaving: new Exact(known.monthlySaving)
                .plus(finding.monthlySaving)
                .toFixed(2),
            }
          : finding,
      );
    }
    return [...found.values()];
  });
}

function nameOf(fact: SavingFact): string {
  return (
    fact.resourceName ||
    fact.resourceId ||
    fact.chargeDescription ||
    fact.serviceName ||
    'A charge'
  );
}

function groupBy(
  facts: readonly SavingFact[],
  keyOf: (fact: SavingFact) => readonly string[],
): SavingFact[][] {
  const groups = Map.groupBy(facts, fact =>
    JSON.stringify([fact.currency, ...keyOf(fact)]),
  );
  return [...groups.values()];
}

/** The first of them, with the cost of all. */
function sum(facts: readonly SavingFact[]): SavingFact {
  return { ...facts[0], cost: add(facts, fact => fact.cost).toFixed() };
}

function add(
  facts: readonly SavingFact[],
  amountOf: (fact: SavingFact) => string,
): Decimal {
  return facts.reduce(
    (total, fact) => total.plus(amountOf(fact)),
    new Exact(0),
  );
}
