import { EntityLink } from './EntityLink';

const withPage = /^(user|group|component|system|domain):/;

/**
 * Who did something, or what something is of: the name of the entity, which leads to its page, or else the words themselves, such as
 * those of a plugin that did it.
 *
 * @public
 */
export function RefName(props: { of: string }) {
  return withPage.test(props.of) ? (
    <EntityLink entityRef={props.of} />
  ) : (
    <bdi>{props.of}</bdi>
  );
}
