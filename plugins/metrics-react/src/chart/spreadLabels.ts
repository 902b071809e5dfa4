/**
 * Moves labels apart that would lie on each other, as little as it takes, in the order that they have.
 *
 * @param wanted - where the middle of each should be, in pixels
 * @param options - `gap`: pixels from middle to middle; `from` and `to`: where middles may be. If they do not fit, they begin at `from`.
 * @returns Where each is put, in the order of `wanted`.
 */
export function spreadLabels(
  wanted: readonly number[],
  options: { gap: number; from: number; to: number },
): number[] {
  const { gap, from, to } = options;
  const order = wanted
    .map((_, index) => index)
    .sort((one, other) => wanted[one] - wanted[other] || one - other);
  // Those that touch are moved as one, by what is left of their wishes in the middle.
  const groups: { start: number; members: number[] }[] = [];
  for (const index of order) {
    let group = { start: wanted[index], members: [index] };
    for (
      let before = groups.at(-1);
      before && before.start + before.members.length * gap > group.start;
      before = groups.at(-1)
    ) {
      groups.pop();
      const members = [...before.members, ...group.members];
      group = { members, start: startOf(members, wanted, gap) };
    }
    groups.push(group);
  }
  const sorted = groups.flatMap(({ start, members }) =>
    members.map((_, at) => start + at * gap),
  );
  for (let at = 0, lowest = from; at < sorted.length; at += 1) {
    sorted[at] = Math.max(lowest, sorted[at]);
    lowest = sorted[at] + gap;
  }
  // Back from the end, where the last ones went beyond it.
  for (let at = sorted.length - 1, highest = to; at >= 0; at -= 1) {
    sorted[at] = Math.max(from + at * gap, Math.min(highest, sorted[at]));
    highest = sorted[at] - gap;
  }
  const placed: number[] = [];
  order.forEach((index, at) => {
    placed[index] = sorted[at];
  });
  return placed;
}

/** Where a group of labels begins so that they are as near to their wishes as they can be together. */
function startOf(
  members: readonly number[],
  wanted: readonly number[],
  gap: number,
): number {
  const wishes = members.map((index, at) => wanted[index] - at * gap);
  return wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length;
}
