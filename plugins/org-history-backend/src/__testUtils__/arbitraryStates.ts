import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { entity } from './entities';

const names = ['a', 'b', 'c', 'd'];

function refsOf(kind: string, count: number): string[] {
  return names.slice(0, count).map(name => `${kind}:default/${name}`);
}

/** Every entity that a state of the catalog may have. */
export const population = {
  components: refsOf('component', 4),
  systems: refsOf('system', 2),
  domains: refsOf('domain', 2),
  groups: refsOf('group', 3),
  users: refsOf('user', 2),
};

type Choice = {
  there: boolean;
  first: string[];
  second: string[];
  formerly: string;
};

function some(refs: string[], most: number) {
  return fc.subarray(refs, {
    maxLength: Math.min(most, refs.length),
  });
}

/** An entity that may be there, with up to two kinds of relations and a former name. */
function arbitraryChoice(
  first: string[],
  second: string[],
): fc.Arbitrary<Choice> {
  return fc.record({
    there: fc.boolean(),
    first: some(first, 2),
    second: some(second, 1),
    formerly: fc.constantFrom('', '', '', ...names.slice(0, 2)),
  });
}

function arbitraryGroup(options: {
  refs: string[];
  first: [relation: string, targets: string[]];
  second?: [relation: string, targets: string[]];
}): fc.Arbitrary<Entity[]> {
  const [firstRelation, firstTargets] = options.first;
  const [secondRelation, secondTargets] = options.second ?? ['none', []];
  return fc
    .tuple(
      ...options.refs.map(() => arbitraryChoice(firstTargets, secondTargets)),
    )
    .map(choices =>
      choices.flatMap(({ there, first, second, formerly }, index) => {
        const relations = { [firstRelation]: first, [secondRelation]: second };
        return there ? [entity(options.refs[index], relations, formerly)] : [];
      }),
    );
}

/**
 * A state of the catalog that is never empty: circles, several owners, targets that are not there, and former names that
 * may be there, claimed twice or the entity's own.
 */
export const arbitraryState: fc.Arbitrary<Entity[]> = fc
  .tuple(
    arbitraryGroup({
      refs: population.components,
      first: ['ownedBy', [...population.groups, ...population.users]],
      second: ['partOf', [...population.systems, ...population.components]],
    }),
    arbitraryGroup({
      refs: population.systems,
      first: ['partOf', population.domains],
      second: ['ownedBy', population.groups],
    }),
    arbitraryGroup({
      refs: population.domains,
      first: ['partOf', population.domains],
    }),
    arbitraryGroup({
      refs: population.groups,
      first: ['childOf', population.groups],
    }),
    arbitraryGroup({
      refs: population.users,
      first: ['memberOf', population.groups],
    }),
  )
  .map(groups => [entity('resource:default/root'), ...groups.flat()]);
