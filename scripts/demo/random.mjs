import { createHash } from 'node:crypto';

/**
 * A stream of numbers from 0 up to 1 that is the same for the same key, on every machine.
 *
 * @typedef {() => number} Random
 */

/**
 * @param {string} key - what the numbers are for
 * @returns {Random}
 */
export function createRandom(key) {
  let state = createHash('sha256').update(key).digest().readUInt32LE(0);
  // A 32-bit linear congruential step, then bits mixed so that low ones are as good as high ones.
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x7feb352d);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x846ca68b);
    mixed ^= mixed >>> 16;
    return (mixed >>> 0) / 2 ** 32;
  };
}

/**
 * A whole number of independent events around a mean.
 *
 * @param {Random} random
 * @param {number} mean
 * @param {number} most - never more than this
 */
export function poisson(random, mean, most) {
  const limit = Math.exp(-mean);
  let count = 0;
  for (
    let product = random();
    product > limit && count < most;
    product *= random()
  ) {
    count += 1;
  }
  return count;
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} items
 * @returns {T}
 */
export function pick(random, items) {
  return items[Math.floor(random() * items.length)];
}

/**
 * @param {Random} random
 * @param {number} low
 * @param {number} high
 */
export function between(random, low, high) {
  return low + random() * (high - low);
}

/**
 * @param {string} text
 * @param {number} length - in hexadecimal digits, at most 40
 */
export function hexDigest(text, length = 40) {
  return createHash('sha1').update(text).digest('hex').slice(0, length);
}
