/**
 * The longest name of a component that a template makes: names of repositories, images and Kubernetes objects are made of it.
 *
 * @public
 */
export const componentNameLength = 50;

const pattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * What is wrong with the form of a name, for the reader of a form; undefined if nothing is. Whether the name is free is another
 * question.
 *
 * @public
 */
export function checkComponentName(name: string): string | undefined {
  if (name === '') {
    return 'Give it a name';
  }
  if (name.length > componentNameLength) {
    return `A name has at most ${componentNameLength} characters; this one has ${name.length}`;
  }
  if (pattern.test(name)) {
    return undefined;
  }
  if (/[A-Z]/.test(name)) {
    return 'A name has lower-case letters only';
  }
  if (!/^[a-z]/.test(name)) {
    return 'A name begins with a letter from a to z';
  }
  if (/[^a-z0-9-]/.test(name)) {
    return 'A name has letters from a to z, digits and dashes only';
  }
  return 'Dashes stand between letters or digits, one at a time';
}
