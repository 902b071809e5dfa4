/** A rectangle in pixels. */
export type Box = { x: number; y: number; width: number; height: number };

function worstRatio(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const square = side * side;
  return Math.max(
    ...areas.map(area =>
      Math.max((square * area) / (sum * sum), (sum * sum) / (square * area)),
    ),
  );
}

/**
 * Divides a rectangle into one for each value, in proportion, and as close to squares as they come: rows are filled along the
 * shorter side for as long as that makes their worst rectangle better. Values are above 0 and descend.
 */
export function layOut(values: readonly number[], box: Box): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const scale = total > 0 ? (box.width * box.height) / total : 0;
  const areas = values.map(value => value * scale);
  const boxes: Box[] = [];
  let { x, y, width, height } = box;
  let index = 0;
  while (index < areas.length) {
    const side = Math.min(width, height);
    let end = index + 1;
    while (
      end < areas.length &&
      worstRatio(areas.slice(index, end + 1), side) <=
        worstRatio(areas.slice(index, end), side)
    ) {
      end += 1;
    }
    const row = areas.slice(index, end);
    const sum = row.reduce((one, other) => one + other, 0);
    const depth = side > 0 ? sum / side : 0;
    let along = 0;
    for (const area of row) {
      const length = depth > 0 ? area / depth : 0;
      boxes.push(
        width >= height
          ? { x, y: y + along, width: depth, height: length }
          : { x: x + along, y, width: length, height: depth },
      );
      along += length;
    }
    if (width >= height) {
      x += depth;
      width -= depth;
    } else {
      y += depth;
      height -= depth;
    }
    index = end;
  }
  return boxes;
}
