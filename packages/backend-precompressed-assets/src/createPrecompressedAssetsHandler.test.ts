import { createMockDirectory } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import zlib from 'node:zlib';
import { createPrecompressedAssetsHandler } from './createPrecompressedAssetsHandler';

describe('createPrecompressedAssetsHandler', () => {
  const script = 'console.log("portal");'.repeat(200);
  const directory = createMockDirectory({
    content: {
      'main.js': script,
      'main.js.br': zlib.brotliCompressSync(script),
      'main.js.gz': zlib.gzipSync(script),
      'plain.css': 'a{}',
    },
  });
  const app = express();
  app.use('/static', createPrecompressedAssetsHandler(directory.path));
  app.use((_req, res) => {
    res.status(418).end();
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('answers "Accept-Encoding: %s" with %s', async (accepted, encoding) => {
    const response = await request(app)
      .get('/static/main.js')
      .set('Accept-Encoding', accepted);

    expect(response.status).toBe(200);
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers['content-type']).toMatch(/javascript/);
    expect(response.headers['cache-control']).toContain('immutable');
    expect(response.headers.vary).toMatch(/accept-encoding/i);
  });

  it('serves what was not packed, and passes on what is not there', async () => {
    const plain = await request(app).get('/static/plain.css');
    expect(plain.text).toBe('a{}');
    expect((await request(app).get('/static/gone.js')).status).toBe(418);
    expect((await request(app).get('/static/%2e%2e/secret')).status).toBe(418);
  });
});
