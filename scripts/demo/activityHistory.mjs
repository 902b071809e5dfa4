import { tagOf } from './branchRecords.mjs';
import { dayLength } from './calendar.mjs';
import { between, createRandom, pick } from './random.mjs';
import { planDay } from './workingDay.mjs';

const minute = 60_000;
const iso = instant => new Date(instant).toISOString();

const people = [
  'aiko-morita',
  'amara-nwosu',
  'anneli-korhonen',
  'bram-verhoeven',
  'chiara-bellandi',
  'diego-santamaria',
  'elif-aydin',
  'farid-rahimi',
  'greta-sandberg',
  'hye-jin-park',
  'katerina-novakova',
  'kwame-boateng',
  'marta-kowalczyk',
  'mei-ling-zhou',
  'oluwaseun-adeyemi',
  'priya-raghavan',
  'tariq-siddiqui',
  'yara-mansour',
];
const titles = {
  feature: [
    "Show the estimated time of arrival in the customer's time zone",
    'Accept pallets of mixed height',
    'Send a message when a pick-up is late',
    'Let a planner hold a departure for up to ten minutes',
    'Add a filter for dangerous goods',
    'Answer with the reason when a booking is refused',
    'Keep drafts for thirty days',
  ],
  fix: [
    'Do not round the weight of a parcel down to zero',
    'Read the postcode of Gibraltar',
    'Wait for the lock instead of failing at once',
    'Close connections that nobody uses',
    'Count a retry as one request in the metrics',
    'Keep the order of events of the same second',
  ],
  chore: [
    'Bring the base image up to date',
    'Run the integration tests in parallel',
    'Remove what the old label printer needed',
    'Rename the queue as the others are named',
    'Raise the memory limit in UAT1',
  ],
  other: [
    'Describe how a night run is repeated by hand',
    'Write down why there are two caches',
    'Make the log of a refused message shorter',
  ],
};
const issues = [
  'A delivery note without an address stops the whole batch',
  'The page takes eight seconds with more than 500 rows',
  'Times are an hour off on the day the clocks change',
  'It should be possible to search by container number',
  'The error message names an internal queue',
];

/**
 * Something that happened in a repository, as the generic sender of the webhook inbox takes it.
 *
 * @typedef {{ id: string, kind: string, repository: string, entityRef: string, title: string, detail?: string, actor: string, at: string, state?: string, demo: true }} DemoActivity
 */

/**
 * What happened in the repository of a component over the last days: the same changes that its delivery history has, with
 * what comes with them. The same each time for the same days.
 *
 * @param {object} options
 * @param {{ name: string, namespace: string, profile: string, timeZone: string }} options.component
 * @param {Date} options.now
 * @param {number} [options.days]
 * @returns {DemoActivity[]} in the order of time, up to now
 */
export function generateActivityHistory({ component, now, days = 7 }) {
  const { name, namespace, profile, timeZone } = component;
  const today = Math.floor(now.getTime() / dayLength);
  /** @type {DemoActivity[]} */
  const activities = [];
  for (let day = today - days; day <= today; day++) {
    const plan = planDay({ component: name, profile, day, timeZone });
    const random = createRandom(`activity ${name} ${day}`);
    for (const change of plan.changes) {
      activities.push(...activitiesOfChange(name, change, random));
    }
    activities.push(...issuesOfDay(name, day, random));
    // A team with many releases does not write notes for each.
    const [slot] = plan.changes.length > 0 ? plan.slots.slice(-1) : [];
    if (slot) {
      activities.push({
        id: `${name}-release-${slot.at}`,
        kind: 'release',
        title: tagOf(slot.at),
        actor: personOf(name, random),
        at: iso(slot.at),
        state: 'published',
      });
    }
  }
  return activities
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(activity => ({
      ...activity,
      repository: `git.brennvik.example/brennvik/${name}`,
      entityRef: `component:${namespace}/${name}`,
      demo: true,
    }));
}

function activitiesOfChange(component, change, random) {
  const { at, pullRequest, kind, commits } = change;
  const title = pick(random, titles[kind] ?? titles.other);
  const author = personOf(component, random);
  const reviewer = personOf(component, random);
  const id = `${component}-${pullRequest}`;
  const detail = `#${pullRequest} into main`;
  const opened = at - Math.round(between(random, 25, 300)) * minute;
  const reviewed = at - Math.round(between(random, 3, 20)) * minute;
  const passed = random() > 0.12;
  const count = commits.length;
  return [
    {
      id: `${id}-opened`,
      kind: 'pull-request',
      title,
      detail,
      actor: author,
      at: iso(opened),
      state: 'opened',
    },
    ...(reviewer === author
      ? []
      : [
          {
            id: `${id}-review`,
            kind: 'review',
            title,
            detail: `#${pullRequest}`,
            actor: reviewer,
            at: iso(reviewed),
            state: random() < 0.85 ? 'approved' : 'commented',
          },
        ]),
    {
      id: `${id}-merged`,
      kind: 'pull-request',
      title,
      detail,
      actor: author,
      at: iso(at),
      state: 'merged',
    },
    {
      id: `${id}-push`,
      kind: 'push',
      title,
      detail: `${count} ${count === 1 ? 'commit' : 'commits'} to main`,
      actor: author,
      at: iso(at + 2000),
    },
    {
      id: `${id}-run`,
      kind: 'workflow-run',
      title,
      detail: 'Build and test on main',
      actor: author,
      at: iso(at + Math.round(between(random, 2, 9) * minute)),
      state: passed ? 'success' : 'failure',
    },
  ];
}

function issuesOfDay(component, day, random) {
  if (random() > 0.15) {
    return [];
  }
  const at = day * dayLength + Math.round(between(random, 8, 16) * 60) * minute;
  return [
    {
      id: `${component}-issue-${day}`,
      kind: 'issue',
      title: pick(random, issues),
      detail: `#${day % 1000}`,
      actor: personOf(component, random),
      at: iso(at),
      state: 'opened',
    },
  ];
}

/** One of five who work on it. */
function personOf(component, random) {
  const first = Math.floor(
    createRandom(`people ${component}`)() * people.length,
  );
  return people[(first + Math.floor(random() * 5)) % people.length];
}
