import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { activityKinds, activityStates } from '@portal/plugin-activity-common';
import { createActivity } from '../createActivity';
import type {
  ActivityParser,
  ParsedActivity,
  Repository,
} from '../ParsedActivity';
import { Payload } from '../Payload';

const fields =
  'id, kind, repository, entityRef, title, detail, actor, at, url, state, demo';

/**
 * Reads the portal's own JSON, for tools that have no sender of their own: `{ "activities": [...] }`, or one with
 * `"type": "activity"`. What is wrong in it is said, so that whoever writes it can mend it.
 */
export const parseGenericDelivery: ActivityParser = delivery => {
  const body = Payload.parse(delivery.body);
  const isSingle = body.at('type').text() === 'activity';
  const list = isSingle ? [body] : body.at('activities').list();
  if (!isSingle && !body.at('activities').isThere) {
    return { activities: [], ignored: 'it has no activities' };
  }
  const activities: ParsedActivity[] = [];
  const rejected: string[] = [];
  for (const [index, item] of list.entries()) {
    const place = isSingle ? '' : `activities[${index}].`;
    const reason = problemOf(item);
    if (reason) {
      rejected.push(`${place}${reason}`);
    } else {
      activities.push(...read(item, new Date(delivery.receivedAt)));
    }
  }
  return { activities, rejected };
};

function read(item: Payload, receivedAt: Date): ParsedActivity[] {
  const demo = item.at('demo').isTrue;
  return createActivity({
    repository: repositoryOf(item),
    kind: oneOf(activityKinds, item.at('kind'))!,
    id: [item.at('id').name(200)],
    title: item.at('title').text(),
    detail: item.at('detail').text(),
    actor: item.at('actor').text(100),
    at: item.at('at').instant(),
    receivedAt,
    url: item.at('url').url(),
    state: oneOf(activityStates, item.at('state')),
  }).map(activity => ({ ...activity, demo }));
}

function repositoryOf(item: Payload): Repository | undefined {
  const entityRef = refOf(item.at('entityRef'));
  const name = item.at('repository').name() ?? entityRef;
  return name
    ? {
        source: 'generic',
        name,
        key: name.toLowerCase(),
        entityRefs: entityRef ? [entityRef] : [],
      }
    : undefined;
}

function problemOf(item: Payload): string | undefined {
  const expect = (field: string, expected: string) =>
    `${field}: expected ${expected}`;
  if (!item.at('id').name(200)) {
    return expect('id', 'text of at most 200 characters that is its own');
  }
  if (!oneOf(activityKinds, item.at('kind'))) {
    return expect('kind', `one of ${activityKinds.join(', ')}`);
  }
  if (item.at('entityRef').isThere && !refOf(item.at('entityRef'))) {
    return expect('entityRef', 'such as component:default/shop');
  }
  if (!repositoryOf(item)) {
    return expect(
      'repository',
      'its name with the host, such as git.example.com/team/shop, or entityRef with the component',
    );
  }
  if (!item.at('title').text()) {
    return expect('title', `text; the fields are ${fields}`);
  }
  if (!item.at('at').instant()) {
    return expect('at', 'an instant such as 2026-01-31T09:30:00Z');
  }
  if (item.at('url').isThere && !item.at('url').url()) {
    return expect('url', 'an address that begins with https');
  }
  const state = item.at('state');
  return state.isThere && !oneOf(activityStates, state)
    ? expect('state', `one of ${activityStates.join(', ')}`)
    : undefined;
}

function refOf(place: Payload): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(place.name() ?? ''));
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(
  values: readonly T[],
  place: Payload,
): T | undefined {
  return values.find(value => value === place.text());
}
