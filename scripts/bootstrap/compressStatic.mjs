import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const compressible = /\.(js|css|html|svg|json|txt)$/;
const SMALLEST_BYTES = 1024;

/**
 * Lays a `.br` and a `.gz` beside every text file, at the strongest setting: what is sent at every visit is packed once,
 * when it is built.
 *
 * @param {string} directory - Absolute path, searched recursively.
 */
export async function compressStatic(directory) {
  const files = (await fs.readdir(directory, { recursive: true }))
    .filter(name => compressible.test(name))
    .map(name => path.join(directory, name));
  const workers = Array.from({ length: 4 }, async () => {
    for (let file = files.pop(); file; file = files.pop()) {
      await compressFile(file);
    }
  });
  await Promise.all(workers);
}

async function compressFile(file) {
  const content = await fs.readFile(file);
  if (content.length < SMALLEST_BYTES) {
    return;
  }
  const packed = await brotli(content, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  await fs.writeFile(`${file}.br`, packed);
  await fs.writeFile(`${file}.gz`, await gzip(content, { level: 9 }));
}
