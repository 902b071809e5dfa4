import type { StreamNode } from './streamTree';

/** What may come next in a container. */
export type Expects =
  | 'value'
  | 'first-value'
  | 'key'
  | 'first-key'
  | 'colon'
  | 'next';

/** A container that is walked through, while it is open. */
export type Frame = {
  node: StreamNode;
  isArray: boolean;
  /** The values of a file of several, one after the other: an array without brackets. */
  isOpen: boolean;
  value: Record<string, unknown> | unknown[];
  index: number;
  key: string;
  keys: Set<string>;
  expects: Expects;
};

/** A container at its beginning. */
export function newFrame(
  node: StreamNode,
  isArray: boolean,
  isOpen: boolean,
): Frame {
  let expects: Expects = isArray ? 'first-value' : 'first-key';
  if (isOpen) {
    expects = 'value';
  }
  return {
    node,
    isArray,
    isOpen,
    value: isArray ? [] : {},
    index: 0,
    key: '',
    keys: new Set(),
    expects,
  };
}

/** Whether its elements are told one by one. */
export function isStream({ isArray, node }: Frame): boolean {
  return isArray && node.stream !== undefined;
}

/** Adds a member or an element. */
export function put(frame: Frame, value: unknown): void {
  if (Array.isArray(frame.value)) {
    frame.value.push(value);
  } else if (frame.key === '__proto__') {
    Object.defineProperty(frame.value, frame.key, { value, enumerable: true });
  } else {
    frame.value[frame.key] = value;
  }
}

/** Where it is, for people. */
export function framePath(frames: readonly Frame[]): string {
  let path = '';
  for (const { isArray, index, key } of frames) {
    if (isArray) {
      path = `${path || '$'}[${index}]`;
    } else if (key) {
      path = path ? `${path}.${key.slice(0, 60)}` : key.slice(0, 60);
    }
  }
  return path || 'the document';
}
