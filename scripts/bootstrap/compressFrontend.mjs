// For image builds, where the frontend is built as a part of the backend's bundle.
import path from 'node:path';
import { compressStatic } from './compressStatic.mjs';

await compressStatic(path.resolve(process.argv[2]));
